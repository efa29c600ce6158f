BeforeDiscovery {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
    . (Join-Path $PSScriptRoot 'ParameterCalls.ps1')
    $dates = Get-CheckedParameter | Where-Object Type -eq ([DateTimeOffset]) |
        ForEach-Object { @{ cmdlet = $_.Cmdlet.Name; parameter = $_.Name } }
    Restore-Environment
}

BeforeAll {
    # Errors are collected here, whatever the caller prefers.
    $ErrorActionPreference = 'Continue'
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
    Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
    $pool = New-CognitoIdentityPool shop -GuestAccess -Provider @{ Google = '1-a.apps.googleusercontent.com' }
    . (Join-Path $PSScriptRoot 'ParameterCalls.ps1') -IdentityPoolId $pool.IdentityPoolId

    function Get-Change { (Get-PoolSandbox).Calls | Where-Object Changing | ForEach-Object Operation }
    function Get-Failure([scriptblock]$Command) {
        $failed = try { & $Command 2>&1 | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] } } catch { $_ }
        @($failed)[0]
    }
}
AfterAll {
    Disconnect-PoolAccount
    Restore-Environment
}

Describe 'Empty values' {
    It 'are refused in every parameter, by its name' {
        # A table without entries says something: no tag to set, a user without claims. A number that is null is 0, which
        # a range refuses. A comparison that finds nothing gives no differences.
        $meant = 'Export-PoolReport.Difference$null', 'Export-PoolReport.Difference@()', 'New-CognitoIdentityPool.Tag@{}',
            'Set-CognitoIdentityPool.Tag@{}', 'Resolve-PoolRole.Claim@{}', 'New-PoolSandboxToken.Claim@{}'
        $values = [ordered]@{ '$null' = $null; "''" = ''; '@()' = @(); '@{}' = @{}; '@($null)' = @($null) }
        $wrong = foreach ($checked in Get-CheckedParameter) {
            foreach ($kind in $values.Keys) {
                $case = "$($checked.Cmdlet.Name).$($checked.Name)"
                if ("$case$kind" -in $meant) { continue }
                $errors = @(Invoke-With $checked $values[$kind] | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] })
                if ($errors.Count -eq 0) { "$case $kind was taken"; continue }
                $text = "$($errors[0].FullyQualifiedErrorId) $($errors[0])"
                if ($text -notmatch $checked.Name) { "$case $kind does not name the parameter: $text" }
                if ("$($errors[0])" -match "''") { "$case $kind shows an empty value: $text" }
            }
        }
        $wrong | Should -BeNullOrEmpty
        (Get-CognitoIdentityPool).Name | Should -Be 'shop'
    }

    It 'are not called an item of a list where there is none: <message>' -ForEach @(
        @{ command = { Set-PoolIdentityProvider $pool Google -Rule '' }; message = '-Rule must not be empty. *' }
        @{ command = { Set-CognitoIdentityPool $pool -RemoveTag '' }; message = '-RemoveTag must not be empty. *' }
        @{ command = { Set-CognitoIdentityPool $pool -RemoveTag 'a', '' }; message = '*item 2 of the list is empty. *' }
        @{ command = { Set-CognitoIdentityPool $pool -Tag @{ '' = 'x' } }; message = '*an empty key. Specify a key, *' }
        @{ command = { Get-CognitoIdentityPool '' }; message = '-IdentityPool must not be empty or null. *' }
        @{ command = { Remove-PoolIdentity '' -Force }; message = '-Identity must not be empty or null. *' }
        @{ command = { [pscustomobject]@{ IdentityPool = 'shop'; Tag = '' } | Set-CognitoIdentityPool }
            message = "*must be a table, but it is empty.*text such as 'team=web; stage=test'." }
        @{ command = { Set-CognitoIdentityPool $pool -Tag bad }; message = "*must be a table, not the text 'bad'.*" }
        @{ command = { New-CognitoIdentityPool n -Provider Google }; message = '-Provider must be a table such as *, not text. *' }
        @{ command = { New-CognitoIdentityPool n -Provider @{ UserPoolId = 'us-east-1_AbCdEf123' } }
            message = "Provider 1: 'ClientId' is missing from the table. *" }
        @{ command = { New-CognitoIdentityPool n -Provider @{ Google = '1-a.apps.googleusercontent.com'; RoleSetting = 'Rules' } }
            message = 'The role setting Rules requires 1 to 25 rules. *' }
        @{ command = { Set-PoolIdentityProvider $pool Google -AttributeMapping @{ a = '' } }
            message = "AttributeMapping 'a': the name of its claim *" }
        @{ command = { Get-PoolCredential $pool -Flow Basic }; message = '-Flow Basic requires -Role. *' }
    ) {
        "$(Get-Failure $command)" -replace '^Cannot process argument transformation on parameter .Tag.\. ' | Should -BeLike $message
    }

    It 'never make a guest' -ForEach @(
        @{ command = { Get-PoolCredential $pool -Login @{} } }
        @{ command = { Get-PoolCredential $pool -Login $null } }
        @{ command = { Get-PoolOpenIdToken $pool -Login @{} } }
        @{ command = { Get-PoolCredential $pool -Login @{ Google = $null } } }
    ) {
        Set-PoolSandbox -ClearCall
        (Get-Failure $command) | Should -Match 'Login'
        (Get-PoolSandbox).Calls.Operation | Should -Not -Contain 'GetId'
    }

    It 'never widen a policy' {
        $policy = try { New-PoolRolePolicy -S3Bucket a -PrincipalTag @{} 2>$null } catch { $failed = $_ }
        $policy | Should -BeNullOrEmpty
        $failed.FullyQualifiedErrorId | Should -BeLike 'InvalidPrincipalTag,*'
    }
}

Describe 'Dates' {
    It 'of <cmdlet> -<parameter> are never numbers nor other text' -ForEach $dates {
        $checked = Get-CheckedParameter | Where-Object { $_.Cmdlet.Name -eq $cmdlet -and $_.Name -eq $parameter }
        foreach ($value in 3.4, 3, 20240403L, '3.4', '20240403', '03/04/2024', '3 April 2024', 'yesterday', [timespan]::FromDays(3)) {
            $failed = @(Invoke-With $checked $value)[0]
            $failed.FullyQualifiedErrorId | Should -BeLike 'ParameterArgumentTransformationError,*' -Because "$value is no date"
            "$failed" | Should -Match "$parameter.*must be a date"
        }
    }

    It 'are ISO 8601 in every culture' -ForEach 'de-DE', 'tr-TR', 'en-US', 'th-TH' {
        $before = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = $_
            Add-PoolSandboxIdentity $pool -CreationDate 2024-04-03T00:00:00Z
            @(Get-PoolIdentity $pool -CreatedBefore 2024-04-04 -CreatedAfter 2024-04-02T00:00:00Z).Count | Should -BeGreaterThan 0
            @(Get-PoolIdentity $pool -CreatedBefore 2024-04-02).Count | Should -Be 0
            @(Get-PoolIdentity $pool -CreatedBefore ([datetime]::new(2024, 4, 5)) -CreatedAfter 2024-04-02).Count |
                Should -BeGreaterThan 0
        }
        finally { [cultureinfo]::CurrentCulture = $before }
    }
}

Describe 'User pools' {
    It 'are taken by <value>' -ForEach @(
        @{ value = 'us-east-1_AbCdEf123' }
        @{ value = 'cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123' }
        @{ value = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123' }
        @{ value = 'https://cognito-idp.cn-north-1.amazonaws.com.cn/cn-north-1_AbCdEf123' }
        @{ value = 'https://cognito-idp.eusc-de-east-1.amazonaws.eu/eusc-de-east-1_AbCdEf123' }
        @{ value = 'arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_AbCdEf123' }
    ) {
        Add-PoolIdentityProvider $pool -UserPoolId $value -ClientId abc -AsPlan |
            ForEach-Object { $_.Steps[0].Request.CognitoIdentityProviders[0].ProviderName } |
            Should -Match '^cognito-idp\.[a-z0-9-]+\.amazonaws\.(com|com\.cn|eu)/[a-z0-9-]+_AbCdEf123$'
    }

    It 'are not taken by <value>' -ForEach @(
        @{ value = 'https://evil.com/us-east-1_AbCdEf123' }
        @{ value = 'evil.com/us-east-1_AbCdEf123' }
        @{ value = 'https://cognito-idp.us-east-1.amazonaws.com.evil.com/us-east-1_AbCdEf123' }
        @{ value = 'https://cognito-idp.us-east-1.amazonaws.com.cn/us-east-1_AbCdEf123' }
        @{ value = 'https://cognito-idp.eu-west-1.amazonaws.com/us-east-1_AbCdEf123' }
        @{ value = 'http://cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123' }
        @{ value = 'https://cognito-idp.us-east-1.amazonaws.com/x/us-east-1_AbCdEf123' }
        @{ value = 'arn:aws:cognito-idp:eu-west-1:123456789012:userpool/us-east-1_AbCdEf123' }
        @{ value = 'arn:aws-cn:cognito-idp:us-east-1:123456789012:userpool/us-east-1_AbCdEf123' }
        @{ value = ' us-east-1_AbCdEf123' }
        @{ value = 'us-east-1_AbCdEf123 ' }
    ) {
        Set-PoolSandbox -ClearCall
        foreach ($failed in (Get-Failure { Add-PoolIdentityProvider $pool -UserPoolId $value -ClientId abc }),
            (Get-Failure { New-CognitoIdentityPool fresh -UserPoolId $value -ClientId abc -NoRole }),
            (Get-Failure { Add-PoolIdentityProvider $pool -Provider @{ UserPoolId = $value; ClientId = 'abc' } })) {
            $failed.FullyQualifiedErrorId | Should -BeLike 'InvalidUserPoolId,*'
            "$failed" | Should -Match 'issuer'
        }
        Get-Change | Should -BeNullOrEmpty
    }
}

Describe 'Names' {
    It 'are exact: <what>' -ForEach @(
        @{ what = 'a provider'; command = { Set-PoolIdentityProvider $pool ' Google' -RoleSetting Default }; id = 'ProviderNotFound' }
        @{ what = 'a provider''s key'; id = 'ProviderNotFound'
            command = { Remove-PoolIdentityProvider $pool 'accounts.google.com ' -Force } }
        @{ what = 'a login'; command = { Get-PoolCredential $pool -Login @{ 'Google ' = 'a.b.c' } }; id = 'InvalidLogin' }
        @{ what = 'a SAML provider'; command = { Add-PoolIdentityProvider $pool -SamlProvider ' okta' }; id = 'InvalidSamlProvider' }
        @{ what = 'an OpenID Connect provider'; id = 'InvalidIssuer'
            command = { Add-PoolIdentityProvider $pool -OpenIdConnectProvider 'https://example.com ' } }
        @{ what = 'a role'; command = { Set-PoolRole $pool Guest -Role ' users' }; id = 'InvalidRole' }
        @{ what = 'an identity'; id = 'InvalidIdentityId'
            command = { Get-PoolIdentity -IdentityId ' us-east-1:00000000-0000-0000-0000-000000000001' } }
        @{ what = 'a pool''s id'; id = 'InvalidIdentityPoolId'; command = { Get-CognitoIdentityPool "$($pool.IdentityPoolId) " } }
        @{ what = 'two kinds'; command = { Get-PoolCredential $pool -Login @{ 'Google,Apple' = 'a.b.c' } }; id = 'InvalidLogin' }
        @{ what = 'a word'; id = 'InvalidAttributeMapping'
            command = { Set-PoolIdentityProvider $pool Google -AttributeMapping 'Default,Inactive' } }
    ) {
        Set-PoolSandbox -ClearCall
        (Get-Failure $command).FullyQualifiedErrorId | Should -BeLike "$id,*"
        Get-Change | Should -BeNullOrEmpty
    }

    It 'may be blanks only' {
        New-CognitoIdentityPool '  ' -NoRole -GuestAccess | Out-Null
        New-CognitoIdentityPool ' ' -NoRole -GuestAccess | Out-Null
        (Get-CognitoIdentityPool ' ').Name | Should -BeExactly ' '
        Set-CognitoIdentityPool '  ' -Tag @{ ' key ' = ' value ' }
        $tags = (Get-CognitoIdentityPool '  ').Tags
        $tags[' key '] | Should -BeExactly ' value '
        Set-CognitoIdentityPool '  ' -RemoveTag 'key'
        (Get-CognitoIdentityPool '  ').Tags.Count | Should -Be 1
        Remove-CognitoIdentityPool ' ' -Force
        Remove-CognitoIdentityPool '  ' -Force
    }

    It 'of a file may end with a carriage return when they are ids' {
        $identity = Add-PoolSandboxIdentity $pool -PassThru
        (Get-PoolIdentity -IdentityId "$($identity.IdentityId)`r").IdentityId | Should -Be $identity.IdentityId
        (Get-CognitoIdentityPool "$($pool.IdentityPoolId)`r").Name | Should -Be 'shop'
        "$($identity.IdentityId)`r" | Remove-PoolIdentity -Force -PassThru | ForEach-Object Status | Should -Be 'Removed'
        (Get-Failure { Get-CognitoIdentityPool "shop`r" }).FullyQualifiedErrorId | Should -BeLike 'Invalid*'
    }
}

Describe 'Values that stand for one text' {
    It 'are numbers, truth values, dates and members of enumerations' {
        Set-CognitoIdentityPool $pool -Tag @{ count = 1.5; on = $true; day = [DayOfWeek]::Monday; 1 = 'one'; empty = '' }
        $tags = (Get-CognitoIdentityPool $pool).Tags
        $tags['count'], $tags['on'], $tags['day'], $tags['1'], $tags['empty'] | Should -Be '1.5', 'True', 'Monday', 'one', ''
    }

    It 'are not <what>' -ForEach @(
        @{ what = 'a list'; value = @('a', 'b') }
        @{ what = 'a table'; value = @{ a = 1 } }
        @{ what = 'an object'; value = [pscustomobject]@{ a = 1 } }
        @{ what = 'a script block'; value = { 'a' } }
        @{ what = 'null'; value = $null }
    ) {
        Set-PoolSandbox -ClearCall
        $commands = @(
            { New-CognitoIdentityPool fresh -NoRole -Tag @{ team = $value } }
            { Set-CognitoIdentityPool $pool -Tag @{ team = $value } }
            { New-PoolDeveloperToken $pool anna -PrincipalTag @{ team = $value } }
            { Set-PoolIdentityProvider $pool Google -AttributeMapping @{ team = $value } }
            { Add-PoolIdentityProvider $pool -Provider @{ Facebook = $value } }
            { Set-PoolIdentityProvider $pool Google -Rule @{ Claim = 'hd'; Value = $value; Role = 'users' } }
            { Get-PoolCredential $pool -Login @{ Google = $value } }
            { Set-CognitoIdentityPool $pool -NewName $value }
        )
        foreach ($command in $commands) {
            if ("$command" -match 'NewName' -and ($value -is [scriptblock] -or $value -is [pscustomobject])) { continue }
            $failed = Get-Failure $command
            $failed | Should -Not -BeNullOrEmpty -Because "$command must fail"
            $failed.FullyQualifiedErrorId | Should -Match '^(Invalid|ParameterArgument|CannotConvert)'
        }
        Get-Change | Should -BeNullOrEmpty
    }
}

Describe 'Control characters' {
    BeforeDiscovery {
        $texts = @(
            @{ command = { Connect-PoolAccount -AccessKey "AKIA`r`nX-Evil: 1" -SecretKey marked -Region us-east-1 }; parameter = 'AccessKey' }
            @{ command = { Connect-PoolAccount -AccessKey AKIA -SecretKey "marked`r`n" -Region us-east-1 }; parameter = 'SecretKey' }
            @{ command = { Connect-PoolAccount -AccessKey AKIA -SecretKey marked -SessionToken "marked`nX: 1" -Region us-east-1 }
                parameter = 'SessionToken' }
            @{ command = { Connect-PoolAccount -Region us-east-1 -Credential ([pscredential]::new("AK`nIA",
                        (ConvertTo-SecureString marked -AsPlainText -Force))) }; parameter = 'Credential' }
            @{ command = { Get-PoolCredential $pool -Login @{ Google = "marked`nb" } }; parameter = 'Login' }
            @{ command = { Get-CognitoIdentityPool -Region "us-east-1`r`nX: 1" }; parameter = 'Region' }
            @{ command = { Set-CognitoIdentityPool $pool -NewName "a`nb" }; parameter = 'NewName' }
            @{ command = { Set-CognitoIdentityPool $pool -Tag @{ "a`0b" = 'c' } }; parameter = 'Tag' }
            @{ command = { Set-CognitoIdentityPool $pool -Tag @{ a = "b$([char]27)[31m" } }; parameter = 'Tag' }
            @{ command = { New-PoolDeveloperToken $pool "an`0na" }; parameter = 'DeveloperUserIdentifier' }
            @{ command = { New-PoolRoleRule "h`0d" x users }; parameter = 'Claim' }
            @{ command = { Set-CognitoIdentityPool $pool -NewName "a$([char]0xD800)" }; parameter = 'NewName' }
        )
    }

    It 'are refused in <parameter>: <command>' -ForEach $texts {
        Set-PoolSandbox -ClearCall
        $failed = Get-Failure $command
        $failed.FullyQualifiedErrorId | Should -BeLike "Invalid$parameter,*"
        "$failed $($failed.Exception)" | Should -Not -Match 'marked|X-Evil'
        "$failed" | Should -Not -Match '[\x00-\x08\x0B\x0C\x0E-\x1F]'
        Get-Change | Should -BeNullOrEmpty
    }
}

Describe 'What can be told before the first change' {
    It 'is told: <command>' -ForEach @(
        @{ id = 'InvalidRole'; command = { Set-PoolRole $pool Guest -Role arn:aws:iam::210987654321:role/theirs } }
        @{ id = 'InvalidGuestRole'
            command = { New-CognitoIdentityPool fresh -GuestAccess -GuestRole arn:aws:iam::210987654321:role/theirs } }
        @{ id = 'InvalidGuestRoleName'
            command = { New-CognitoIdentityPool fresh -GuestAccess -AuthenticatedRoleName x -GuestRoleName X } }
        @{ id = 'InvalidAuthenticatedRoleName'
            command = { New-CognitoIdentityPool fresh -GuestAccess -AuthenticatedRoleName fresh_guestrole } }
        @{ id = 'InvalidIdentityId'; command = { New-PoolDeveloperToken $pool anna -IdentityId x } }
        @{ id = 'InvalidIdentityId'; command = { Remove-PoolDeveloperIdentity $pool anna -IdentityId x -Force } }
        @{ id = 'InvalidIdentityId'; command = { Get-PoolDeveloperIdentity $pool -IdentityId x } }
        @{ id = 'InvalidIdentityId'
            command = { Get-PoolCredential $pool -IdentityId eu-west-1:00000000-0000-0000-0000-000000000001 } }
        @{ id = 'InvalidIdentityId'; command = { Get-PoolCredential $pool -IdentityId x } }
        @{ id = 'InvalidLogin'; command = { Get-PoolCredential $pool -Login @{ Google = 'a'; 'accounts.google.com' = 'b' } } }
    ) {
        Set-PoolSandbox -ClearCall
        (Get-Failure $command).FullyQualifiedErrorId | Should -BeLike "$id,*"
        (Get-PoolSandbox).Calls.Operation | Where-Object { $_ -match '^(Create|Set|Update|Delete)|^GetId$' } | Should -BeNullOrEmpty
    }
}

Describe 'An id' {
    It 'carries its Region in every cmdlet' {
        # Nothing listens at the endpoint, so a call that leaves for it has got as far as it can.
        Disconnect-PoolAccount
        $cmdlets = (Get-CheckedParameter | Where-Object Name -in IdentityPool, Identity, IdentityId |
            Where-Object { $_.Cmdlet.Name -notmatch 'Sandbox' }).Cmdlet | Sort-Object Name -Unique
        $cmdlets.Count | Should -BeGreaterThan 20
        $answers = foreach ($cmdlet in $cmdlets) {
            $first = Get-CheckedParameter | Where-Object { $_.Cmdlet.Name -eq $cmdlet.Name -and $_.Name -in 'IdentityPool', 'Identity' } |
                Select-Object -First 1
            $call = Get-CallWith $first $ValidValues[$first.Name]
            $failed = Get-Failure { & $cmdlet.Name @call -EndpointUrl http://127.0.0.1:9/ }
            "$($cmdlet.Name): $(($failed.FullyQualifiedErrorId -split ',')[0])"
        }
        $answers | Where-Object { $_ -notmatch ': (.*NetworkFailure|IdentityNotRemoved)?$' } | Should -BeNullOrEmpty
        $answers | Should -Contain 'Get-CognitoIdentityPool: NetworkFailure'
    }
}
