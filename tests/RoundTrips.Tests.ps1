# Every object of the module goes through a file or a job and back into every cmdlet that takes it, and does there what the
# live object does.

BeforeDiscovery {
    # What a cmdlet does with an object: a plan, or what it writes. Nothing is changed, so that one pool serves all.
    $script:uses = @{
        IdentityPool = @(
            { $_ | Get-CognitoIdentityPool }, { Get-CognitoIdentityPool $_ }, { $_ | Get-PoolRole }, { $_ | Get-PoolIdentityProvider }
            { $_ | Get-PoolIdentity }, { ($_ | Measure-PoolIdentity).IdentityPoolId }, { $_ | Get-PoolPermission -IdentityType Guest }
            { $_ | Get-PoolClientConfiguration -Platform Android }, { $_ | Resolve-PoolRole -Guest -CheckTrust }
            { $_ | New-PoolTrustPolicy -IdentityType Guest }, { $_ | New-PoolRole -IdentityType Guest -RoleName new -AsPlan }
            { $_ | Set-PoolGuestAccess -Disable -AsPlan }, { $_ | Set-PoolRole -IdentityType Guest -None -AsPlan -WarningAction Ignore }
            { $_ | Set-CognitoIdentityPool -NewName other -AsPlan }, { $_ | Remove-CognitoIdentityPool -RemoveRole -AsPlan }
            { $_ | Add-PoolIdentityProvider -FacebookAppId 123456789012345 -AsPlan }
            { $_ | Set-PoolIdentityProvider -Provider Google -ClientId 2-b.apps.googleusercontent.com -AsPlan }
            { $_ | Remove-PoolIdentityProvider -Provider Google -AsPlan }, { $_ | Get-PoolDeveloperIdentity -DeveloperUserIdentifier anna }
            { $_ | Remove-PoolDeveloperIdentity -DeveloperUserIdentifier anna -WhatIf }
            { $_ | Merge-PoolDeveloperIdentity -SourceUserIdentifier anna -DestinationUserIdentifier bert -WhatIf }
            { ($_ | New-PoolDeveloperToken -DeveloperUserIdentifier anna).IdentityId }, { ($_ | Get-PoolCredential).Flow }
            { [bool]($_ | New-PoolSandboxToken -Provider Google) }
            { $_ | Add-PoolSandboxIdentity -WhatIf }
        )
        # A row of a file is settings on New-; CSV keeps of the providers no more than their names.
        'IdentityPool as settings' = @({ $_ | New-CognitoIdentityPool -Name copy -AsPlan -WarningAction Ignore })
        PoolIdentityProvider = @(
            { $_ | Get-PoolIdentityProvider -Provider $_ }, { Get-PoolIdentityProvider shop $_ }
            { $_ | Add-PoolIdentityProvider bare -RepairTrust -AsPlan -WarningAction Ignore }
            { Add-PoolIdentityProvider bare -Provider $_ -RepairTrust -AsPlan -WarningAction Ignore }
            { New-CognitoIdentityPool copy -Provider $_ -NoRole -AsPlan -WarningAction Ignore }
            { $_ | Set-PoolIdentityProvider -ClientId 2-b.apps.googleusercontent.com -AsPlan }
            { $_ | Set-PoolIdentityProvider shop -RoleSetting Rules -AsPlan }
            { $_ | Remove-PoolIdentityProvider -AsPlan }, { Remove-PoolIdentityProvider shop $_ -AsPlan }, { Get-PoolIdentity shop -Provider $_ }
            { Resolve-PoolRole shop @{ hd = 'a.example' } -Provider $_ }, { New-PoolTrustPolicy shop Authenticated -Provider $_ }
            { [bool](New-PoolSandboxToken shop $_) }, { Add-PoolSandboxIdentity shop -Provider $_ -WhatIf }
        )
        AttributeMapping = @(
            { Set-PoolIdentityProvider shop Facebook -AttributeMapping $_ -AsPlan }
            { Add-PoolIdentityProvider bare -GoogleClientId 1-a.apps.googleusercontent.com -AttributeMapping $_ -AsPlan }
        )
        PoolRoleRule = @(
            { $_ | New-PoolRoleRule }, { Set-PoolIdentityProvider shop Facebook -Rule $_ -AsPlan }
            { Set-PoolIdentityProvider shop Facebook -AddRule $_ -AsPlan }
            { Set-PoolIdentityProvider shop Google -RemoveRule $_ -AsPlan }
            { Add-PoolIdentityProvider bare -GoogleClientId 1-a.apps.googleusercontent.com -Rule $_ -RepairTrust -AsPlan -WarningAction Ignore }
        )
        PoolRole = @(
            { Set-PoolRole shop Authenticated -Role $_ -AsPlan -WarningAction Ignore }, { $_ | Get-PoolPermission }
            { $_ | Set-PoolRole -AttachPolicy extra -AsPlan }, { New-PoolRoleRule hd x $_ }, { $_ | Get-PoolRole }
            { New-CognitoIdentityPool copy -AuthenticatedRole $_ -AsPlan -WarningAction Ignore }
        )
        'PoolRole of guests' = @({ Set-PoolGuestAccess shop -Enable -Role $_ -AsPlan -WarningAction Ignore })
        FoundPoolRole = @({ $_ | Remove-PoolRole -AsPlan -ErrorAction Stop }, { New-PoolRoleRule hd x $_ })
        PoolIdentity = @(
            { $_ | Get-PoolIdentity }, { Get-PoolIdentity -IdentityId $_ }, { $_ | Remove-PoolIdentity -WhatIf }
            { $_ | Remove-PoolIdentityLogin -Login @{ Google = New-PoolSandboxToken shop Google -Subject me -Claim @{ hd = 'a' } } -WhatIf }
            { ($_ | Get-PoolCredential -Login @{ Google = New-PoolSandboxToken shop Google -Subject me -Claim @{ hd = 'a' } }).IdentityId }
        )
        'PoolIdentity of a guest' = @({ ($_ | Get-PoolCredential).IdentityId }, { ($_ | Get-PoolOpenIdToken).IdentityId })
        PoolIdentityRemoval = @({ $_ | Remove-PoolIdentity -WhatIf })
        PoolDeveloperIdentity = @(
            { $_ | Get-PoolDeveloperIdentity }, { $_ | Remove-PoolDeveloperIdentity -WhatIf }, { $_ | Get-PoolIdentity }
        )
        PoolPlan = @({ $_ | Invoke-PoolPlan -WhatIf -Verbose 4>&1 | ForEach-Object Message })
        # The time of the report differs from one second to the next, and only the connection of a live finding knows the account.
        PoolFinding = @({ ($_ | Export-PoolReport -Format Sarif) -replace '"endTimeUtc": "[^"]*"' -replace 'CognitoPools/(\d+|account)/' })
        PoolDocument = @(
            { $_ | Import-CognitoIdentityPool -Name copy -Value @{ TwitterSecret = 'x' } -AsPlan -WarningAction Ignore }
            { $_ | Compare-CognitoIdentityPool -ReferencePool bare }
        )
        PoolOpenIdToken = @({ (Get-PoolCredential shop -IdentityId $_ -Login @{ Developer = $_ }).RoleName })
        'a table of claims' = @({ Resolve-PoolRole shop -Claim $_ -Provider Google })
        SandboxFault = @(
            { Set-PoolSandbox -Fault $_ -WhatIf }
            { Set-PoolSandbox -ClearFault; Set-PoolSandbox -Fault $_; "$((Get-PoolSandbox).Faults)"; Set-PoolSandbox -ClearFault }
        )
    }
    # A row of a file has no nested objects, and no secret and no table goes there and back.
    $script:withoutCsv = 'IdentityPool as settings', 'a table of claims'
    $cases = foreach ($what in $uses.Keys) {
        foreach ($way in 'CSV', 'JSON', 'CLIXML', 'a job') {
            if ($way -ne 'CSV' -or $what -notin $withoutCsv) { @{ what = $what; way = $way } }
        }
    }
    $cases | Out-Null
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
    $script:connection = Connect-PoolAccount -Sandbox -Region us-east-1
    $pool = New-CognitoIdentityPool shop -GuestAccess -BasicFlow Active -DeveloperProviderName login.dev -Tag @{ team = 'web' } `
        -Provider @{ Google = '1-a.apps.googleusercontent.com' }, @{ Facebook = '123456789012345' }
    New-CognitoIdentityPool bare -NoRole -WarningAction Ignore | Out-Null
    New-CognitoIdentityPool open -GuestAccess -BasicFlow Active | Out-Null
    Set-PoolSandbox -ManagedPolicy @{ Name = 'extra'; Document = New-PoolRolePolicy }
    Set-PoolIdentityProvider shop Google -RoleResolution Deny -AttributeMapping @{ team = 'hd' } -WarningAction Ignore `
        -Rule @{ Claim = 'hd'; Operator = 'StartsWith'; Value = 'a'; Role = $pool.AuthenticatedRole },
            @{ Claim = 'hd'; Value = 'b.example'; Role = $pool.AuthenticatedRole }
    Get-PoolCredential shop -Login @{ Google = New-PoolSandboxToken shop Google -Subject me -Claim @{ hd = 'a' } } | Out-Null
    $developer = New-PoolDeveloperToken shop anna
    New-PoolDeveloperToken shop bert | Out-Null
    New-PoolRole shop Guest free | Out-Null
    Set-PoolSandbox -Fault @{ Operation = 'DeleteIdentityPool'; Kind = 'Throttle'; Times = 2 }
    $fault = (Get-PoolSandbox).Faults[0]
    Set-PoolSandbox -ClearFault
    $provider = Get-PoolIdentityProvider shop Google
    $script:objects = [ordered]@{
        IdentityPool = Get-CognitoIdentityPool shop
        'IdentityPool as settings' = Get-CognitoIdentityPool shop
        PoolIdentityProvider = $provider
        AttributeMapping = $provider.AttributeMapping
        PoolRoleRule = $provider.Rules[0]
        PoolRole = Get-PoolRole shop -IdentityType Authenticated
        FoundPoolRole = Find-PoolRole -Name free
        PoolIdentity = Get-PoolIdentity shop -Provider Google
        'PoolRole of guests' = Get-PoolRole shop -IdentityType Guest
        'PoolIdentity of a guest' = Add-PoolSandboxIdentity open -PassThru
        PoolIdentityRemoval = Add-PoolSandboxIdentity shop -PassThru | Remove-PoolIdentity -Force -PassThru -InformationAction Ignore
        PoolDeveloperIdentity = Get-PoolDeveloperIdentity shop anna
        PoolFinding = Test-CognitoIdentityPool shop -Id ProviderOpenSignUp
        PoolDocument = Export-CognitoIdentityPool shop
        PoolPlan = Set-CognitoIdentityPool shop -NewName web -Tag @{ a = 'b' } -AsPlan
        PoolOpenIdToken = $developer
        'a table of claims' = @{ sub = 'me'; hd = 'a.example'; groups = 'a', 'b' }
        SandboxFault = $fault
    }
    # One job for all: it takes and gives what went through the serializer, with the depth that jobs have.
    $script:fromJob = @{}
    $received = @(Start-Job { param($all) foreach ($one in $all) { , $one } } -ArgumentList (, @($objects.Values)) | Receive-Job -Wait -AutoRemoveJob)
    $at = 0
    foreach ($what in $objects.Keys) { $fromJob[$what] = $received[$at++] }

    function Send-Through($what, $way) {
        $value = $objects[$what]
        switch ($way) {
            'CSV' { $value | ConvertTo-Csv | ConvertFrom-Csv }
            'JSON' { ConvertTo-Json -InputObject $value -Depth 6 | ConvertFrom-Json }
            'CLIXML' { [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($value)) }
            'a job' { $fromJob[$what] }
        }
    }

    # What the user sees of a use, without what the service makes up anew.
    function Format-Use($use, $object) {
        $_ = $object
        $said = try { & $use *>&1 } catch { "error $($_.FullyQualifiedErrorId): $_" }
        ($said | ForEach-Object {
            if ($_ -is [Management.Automation.ErrorRecord]) { "error $($_.FullyQualifiedErrorId): $_" }
            elseif ($_ -is [Management.Automation.WarningRecord]) { "warning $_" }
            elseif ($null -eq $_ -or $_ -is [Management.Automation.InformationRecord]) { }
            elseif ($_ -is [string] -or $_ -is [bool] -or $_.GetType().Name -eq 'PoolPlan') { "$_" }
            else { $_ | Select-Object * -ExcludeProperty Time, Expiration | ConvertTo-Json -Depth 6 -Compress -WarningAction Ignore }
        }) -join "`n"
    }
}

AfterAll { Disconnect-PoolAccount }

Describe 'What went through a file or a job' {
    It 'has a use for every type, or no cmdlet takes the type' {
        # Parts of other objects, reports, and the account itself, which no file keeps.
        $untaken = 'PlanDocument', 'PlanLeftover', 'PlanStep', 'PoolAccount', 'PoolCredential', 'PoolDocumentDifference', 'PoolIdentityAge',
            'PoolIdentityDay', 'PoolIdentityMeasurement', 'PoolIdentityProviderCount', 'PoolIdentityRemovalSummary', 'PoolPermission', 'PoolPermissionPart',
            'PoolRoleDecision', 'PoolRolePolicy', 'PoolRoleTrust', 'PoolRoleUse', 'PoolSandbox', 'TrustedPool', 'UnreadablePart'
        $known = [psobject].Assembly.GetType('System.Management.Automation.TypeAccelerators')::Get.GetEnumerator() |
            Where-Object { $_.Key -like 'CognitoPools.*' -and -not $_.Value.IsEnum -and -not $_.Value.IsSubclassOf([Exception]) } |
            ForEach-Object { $_.Key.Split('.')[1] }
        $known | Should -Not -BeNullOrEmpty
        $known | Where-Object { $_ -notin $objects.Keys -and $_ -notin $untaken } | Should -BeNullOrEmpty
    }

    It 'does as <what> through <way> what the live object does' -ForEach $cases {
        $wrong = foreach ($use in $uses[$what]) {
            $live = Format-Use $use $objects[$what]
            $live | Should -Not -BeLike 'error*' -Because "the use {$use} must work with the live object"
            $kept = Format-Use $use (Send-Through $what $way)
            if ($kept -cne $live) { "{$use}`n$kept`nand with the live object`n$live" }
        }
        $wrong | Should -BeNullOrEmpty
    }
}
