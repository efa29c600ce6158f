BeforeAll {
    # Errors are collected here, whatever the caller prefers.
    $ErrorActionPreference = 'Continue'
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
    Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
    $pool = New-CognitoIdentityPool shop -GuestAccess -Provider @{ Google = '1-a.apps.googleusercontent.com' }
    . (Join-Path $PSScriptRoot 'ParameterCalls.ps1') -IdentityPoolId $pool.IdentityPoolId

    # Each is searched for by a part that no message has for another reason.
    $planted = @{
        token = "eyJhbGciOiJSUzI1NiIsImtpZCI6IjEifQ.eyJzdWIiOiJQTEFOVEVEIiwiaXNzIjoieCJ9.UExBTlRFRFNJR05BVFVSRQ"
        key = 'PLaNt3dFEMI/K7MDENG/bPxRfiCYzEXAMp1EKeYs'
        session = "IQoJb3JpZ2luX2VjPLaNt3d" + ('aB3dE5/gH+jK7lM9' * 20) + '=='
    }
    $marks = 'eyJzdWIiOiJQTEFOVEVEI|PLaNt3d'

    # Everything that anybody may read of what a command wrote: an error with its target and its whole exception.
    function Get-Written($Records) {
        foreach ($record in $Records) {
            if ($record -is [System.Management.Automation.ErrorRecord]) {
                "$record"; "$($record.ErrorDetails)"; "$($record.ErrorDetails.RecommendedAction)"; "$($record.TargetObject | Out-String)"
                "$($record.CategoryInfo)"; $record.FullyQualifiedErrorId
                for ($exception = $record.Exception; $exception; $exception = $exception.InnerException) {
                    $exception.ToString()
                    foreach ($property in $exception.PSObject.Properties) { "$($property.Value)" }
                }
            }
            elseif ($record -isnot [System.Management.Automation.PSObject] -or
                $record.PSObject.BaseObject -is [System.Management.Automation.InformationalRecord] -or
                $record.PSObject.BaseObject -is [System.Management.Automation.InformationRecord]) {
                "$record"
            }
        }
    }
}
AfterAll {
    Disconnect-PoolAccount
    Restore-Environment
}

Describe 'A secret in the wrong parameter' {
    It 'is written nowhere: <_>' -ForEach 'token', 'key', 'session' {
        $secret = $planted[$_]
        $wrong = foreach ($checked in Get-CheckedParameter) {
            Set-PoolSandbox -ClearCall
            $forms = if ($checked.Type.IsArray -or $checked.Type -eq [object]) { $secret, @($secret), @{ Google = $secret } }
            elseif ($checked.Type -eq [System.Collections.IDictionary]) { @{ Google = $secret }, $secret }
            else { , $secret }
            foreach ($form in $forms) {
                $call = Get-CallWith $checked $form
                $call['Verbose'] = $true
                $records = try { & $checked.Cmdlet.Name @call *>&1 } catch { $_ }
                $case = "$($checked.Cmdlet.Name) -$($checked.Name) ($($form.GetType().Name))"
                if ((Get-Written $records) -match $marks) { "$case writes it" }
                if ($_ -eq 'token' -and ($records | Out-String -Width 4096) -match $marks) { "$case shows it" }
            }
        }
        $wrong | Should -BeNullOrEmpty
    }

    It 'is written nowhere when it is piped to <cmdlet>' -ForEach @(
        @{ cmdlet = 'Remove-CognitoIdentityPool' }, @{ cmdlet = 'Get-CognitoIdentityPool' }, @{ cmdlet = 'Remove-PoolIdentity' }
        @{ cmdlet = 'Set-CognitoIdentityPool' }, @{ cmdlet = 'New-CognitoIdentityPool' }, @{ cmdlet = 'Get-PoolCredential' }
    ) {
        foreach ($secret in $planted.Values) {
            $extra = if ((Get-Command $cmdlet).Parameters.ContainsKey('WhatIf')) { @{ WhatIf = $true } } else { @{} }
            $records = $secret | & $cmdlet @extra *>&1
            @($records | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] }).Count |
                Should -BeGreaterThan $(if ($cmdlet -eq 'New-CognitoIdentityPool' -and $secret -notlike 'eyJ*') { -1 } else { 0 })
            "$(Get-Written $records)" | Should -Not -Match $marks
            $records | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] } | Get-Error | Out-String -Width 4096 |
                Should -Not -Match $marks
            $records = [pscustomobject]@{ IdentityPoolId = $secret; IdentityId = $secret; Name = $secret } | & $cmdlet @extra *>&1
            "$(Get-Written $records)" | Should -Not -Match $marks
        }
    }

    It 'is not sent as a name' {
        Set-PoolSandbox -ClearCall
        foreach ($command in { New-CognitoIdentityPool $planted.token -NoRole }, { Set-CognitoIdentityPool $pool -NewName $planted.token },
            { Set-CognitoIdentityPool $pool -Tag @{ team = $planted.token } }, { New-PoolDeveloperToken $pool $planted.token }) {
            $failed = try { & $command 2>&1 } catch { $_ }
            $failed.FullyQualifiedErrorId | Should -BeLike 'Invalid*'
            "$failed" | Should -BeLike '*looks like a token*'
        }
        (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
    }

    It 'stands in no transcript' {
        $path = Join-Path ([IO.Path]::GetTempPath()) "$([Guid]::NewGuid()).txt"
        $script = {
            param($module, $path, $secrets)
            Import-Module $module
            Connect-PoolAccount -Sandbox | Out-Null
            New-CognitoIdentityPool shop -GuestAccess -NoRole -Provider @{ Twitter = 'key;PLaNt3d' } -Verbose -WarningAction SilentlyContinue
            Start-Transcript $path | Out-Null
            foreach ($secret in $secrets) {
                Get-CognitoIdentityPool $secret
                Remove-PoolIdentity $secret -Force
                Set-CognitoIdentityPool shop -Tag @{ team = $secret } -WhatIf
                Get-PoolCredential shop -Login @{ Facebook = $secret } -Verbose
            }
            Add-PoolIdentityProvider shop -Provider @{ Twitter = 'PLaNt3d' } -WhatIf
            Set-PoolIdentityProvider shop Twitter -ClientId other -ConsumerSecret (ConvertTo-SecureString PLaNt3d -AsPlainText -Force) -WhatIf
            Get-CognitoIdentityPool shop
            Stop-Transcript | Out-Null
        }
        $shell = [powershell]::Create([initialsessionstate]::CreateDefault2())
        try {
            $module = Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1'
            $shell.AddScript($script).AddArgument($module).AddArgument($path).AddArgument(@($planted.Values)).Invoke() | Out-Null
            Get-Content $path -Raw | Should -Match 'shop'
            Get-Content $path -Raw | Should -Not -Match $marks
            "$($shell.Streams.Error)$($shell.Streams.Verbose)$($shell.Streams.Warning)" | Should -Not -Match $marks
        }
        finally {
            $shell.Dispose()
            Remove-Item $path -ErrorAction Ignore
        }
    }
}

Describe 'The consumer secret of <provider>' -ForEach @(
    @{ provider = 'Twitter'; value = 'consumer;PLaNt3d'; shown = 'consumer;***' }
    @{ provider = 'Digits'; value = 'consumer;PLaNt3d'; shown = 'consumer;***' }
    @{ provider = 'Twitter'; value = 'PLaNt3d'; shown = '***' }
    @{ provider = 'Twitter'; value = ';PLaNt3d'; shown = '***' }
) {
    BeforeAll {
        New-CognitoIdentityPool social -NoRole -Provider @{ $provider = $value } | Out-Null
        $social = Get-CognitoIdentityPool social
    }
    AfterAll { Remove-CognitoIdentityPool social -Force }

    It 'is shown in no view and no text' {
        foreach ($text in ($social | Out-String), ($social.Providers | Out-String), ($social.Providers | Format-List | Out-String),
            "$($social.Providers)", ($social.Providers | Format-Table | Out-String -Width 300)) {
            $text | Should -Not -Match 'PLaNt3d'
        }
        $social.Providers | Format-List | Out-String | Should -Match ([regex]::Escape($shown))
    }

    It 'is shown in no conflict' {
        Add-PoolIdentityProvider social -Provider @{ $provider = 'other;PLaNt3d2' } -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'ProviderConflict,*'
        "$(Get-Written $failed)" | Should -Not -Match $marks
        $failed[0].ErrorDetails.Message | Should -Match ([regex]::Escape($shown))
    }

    It 'is shown in no plan: not in its text, its changes, its requests nor its JSON' {
        $plans = @(
            New-CognitoIdentityPool fresh -NoRole -Provider @{ $provider = $value } -AsPlan
            Set-PoolIdentityProvider social $provider -ClientId 'other;PLaNt3d2' -AsPlan
            Set-CognitoIdentityPool social -NewName renamed -AsPlan
            Remove-PoolIdentityProvider social $provider -AsPlan
            Add-PoolIdentityProvider social -FacebookAppId 123456789012345 -AsPlan
        )
        foreach ($plan in $plans) {
            $plan.Steps.Count | Should -BeGreaterThan 0
            foreach ($text in ($plan | ConvertTo-Json -Depth 9 -WarningAction SilentlyContinue), "$plan", ($plan | Out-String),
                ($plan.Steps | Format-List * | Out-String -Width 400), "$($plan.Steps.Changes)",
                "$($plan.Steps.Request.SupportedLoginProviders.Values)") {
                $text | Should -Not -Match 'PLaNt3d'
            }
        }
    }

    It 'is sent whole' {
        Set-CognitoIdentityPool social -Tag @{ team = 'web' }
        Add-PoolIdentityProvider social -FacebookAppId 123456789012345 -WarningAction SilentlyContinue
        ((Get-CognitoIdentityPool social).Providers | Where-Object Type -eq $provider).ClientId | Should -BeExactly $value
        Remove-PoolIdentityProvider social Facebook -Force
    }

    It 'stands in no error about its form' {
        Set-PoolIdentityProvider social $provider -ClientId 'key;PLaNt3d!' -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'InvalidClientId,*'
        "$(Get-Written $failed)" | Should -Not -Match $marks
    }
}
