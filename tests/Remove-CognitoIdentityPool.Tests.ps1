BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
}

Describe 'Remove-CognitoIdentityPool' {
    BeforeEach {
        Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
        $pool = New-CognitoIdentityPool shop -GuestAccess -AuthenticatedRoleName shop_authenticatedrole
        Set-PoolSandbox -ClearCall
    }
    AfterEach { Disconnect-PoolAccount }

    Context 'a backup' {
        BeforeEach { $folder = Join-Path $TestDrive ([guid]::NewGuid()) }

        It 'is written before anything is deleted, and makes the pool again' {
            $text = (Export-CognitoIdentityPool shop).Text
            Remove-CognitoIdentityPool shop -RemoveRole -Backup $folder -Force
            Get-Content (Join-Path $folder shop.json) -Raw | Should -BeExactly $text
            Import-CognitoIdentityPool (Join-Path $folder shop.json) | Out-Null
            (Export-CognitoIdentityPool shop).Text | Should -BeExactly $text
        }

        It 'keeps the pool when it cannot be written' {
            $taken = Join-Path $TestDrive taken.json
            New-Item -ItemType Directory $taken -Force | Out-Null
            Set-Content (Join-Path $TestDrive file) x
            { Remove-CognitoIdentityPool shop -Backup (Join-Path $TestDrive file/below.json) -Force -ErrorAction Stop } |
                Should -Throw -ErrorId 'FileNotWritten*'
            Get-CognitoIdentityPool shop | Should -Not -BeNullOrEmpty
        }

        It 'keeps the pool when a role cannot be read' {
            Set-PoolSandbox -Fault @{ Operation = 'GetRolePolicy'; ErrorCode = 'AccessDenied'; Message = 'Not you.'; Times = 9 }
            { Remove-CognitoIdentityPool shop -RemoveRole -Backup $folder -Force -ErrorAction Stop } | Should -Throw -ErrorId 'RoleNotRead*'
            Get-CognitoIdentityPool shop | Should -Not -BeNullOrEmpty
            @(Find-PoolRole).Count | Should -Be 2
            Test-Path $folder | Should -BeFalse
        }

        It 'replaces no other backup, and is not written with -WhatIf' {
            Remove-CognitoIdentityPool shop -Backup $folder -WhatIf
            Test-Path $folder | Should -BeFalse
            Remove-CognitoIdentityPool shop -RemoveRole -Backup $folder -Force
            New-CognitoIdentityPool shop -GuestAccess -Tag @{ second = 'x' } | Out-Null
            Remove-CognitoIdentityPool shop -RemoveRole -Backup $folder -Force
            @(Get-ChildItem $folder).Count | Should -Be 2
        }
    }

    It 'deletes the pool and leaves its roles' {
        Remove-CognitoIdentityPool shop -Force | Should -BeNullOrEmpty
        @(Get-CognitoIdentityPool).Count | Should -Be 0
        (Get-PoolSandbox).Calls.Operation | Should -Not -Contain 'DeleteRole'
    }

    It 'deletes the roles that were made for it with -RemoveRole' {
        $pool | Remove-CognitoIdentityPool -RemoveRole -Force
        @((Get-PoolSandbox).Calls | Where-Object Operation -eq 'DeleteRole').Count | Should -Be 2
        (New-CognitoIdentityPool shop -GuestAccess).GuestRole | Should -BeLike '*/shop_guestrole'
    }

    It 'keeps a role that <why>' -ForEach @(
        @{ why = 'a service may assume'; says = '*also trusts Service ec2.amazonaws.com*'
            principal = '{"Service":"ec2.amazonaws.com"}' }
        @{ why = 'an account may assume'; says = '*also trusts AWS arn:aws:iam::123456789012:root*'
            principal = '{"AWS":"arn:aws:iam::123456789012:root"}' }
        @{ why = 'a pool of China may assume'; says = '*also trusts Federated cognito-identity.cn-north-1*'
            principal = '{"Federated":"cognito-identity.cn-north-1.amazonaws.com.cn"}' }
    ) {
        $trust = (New-PoolTrustPolicy shop Guest -Compact).Replace('"Statement":[',
            "`"Statement`":[{`"Effect`":`"Allow`",`"Principal`":$principal,`"Action`":`"sts:AssumeRole`"},")
        Set-PoolSandbox -Role @{ Name = 'shop_guestrole'; TrustPolicy = $trust }
        Remove-CognitoIdentityPool shop -RemoveRole -Force -WarningVariable warned -WarningAction SilentlyContinue
        "$warned" | Should -BeLike "IAM role 'shop_guestrole' was not removed$says"
        @((Get-PoolSandbox).Calls | Where-Object Operation -eq 'DeleteRole').Count | Should -Be 1
    }

    It 'keeps a role that another pool uses' {
        $other = New-CognitoIdentityPool other -NoRole -WarningAction SilentlyContinue
        $trust = $pool, $other | New-PoolTrustPolicy -IdentityType Guest
        $own = New-PoolTrustPolicy shop Guest
        Set-PoolSandbox -Role @{ Name = 'shop_guestrole'; TrustPolicy = $trust }
        Set-PoolRole other Guest -Role shop_guestrole -WarningAction SilentlyContinue
        Set-PoolSandbox -Role @{ Name = 'shop_guestrole'; TrustPolicy = $own }
        Remove-CognitoIdentityPool shop -RemoveRole -Force -WarningVariable warned -WarningAction SilentlyContinue
        "$warned" | Should -BeLike "*'shop_guestrole' was not removed*$($other.IdentityPoolId) uses it*"
    }

    It 'deletes nothing with -WhatIf, even with -Force' {
        Remove-CognitoIdentityPool shop -RemoveRole -Force -WhatIf
        (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
        @(Get-CognitoIdentityPool).Count | Should -Be 1
    }

    It 'writes its plan with -AsPlan and deletes nothing' {
        $plan = Remove-CognitoIdentityPool shop -RemoveRole -AsPlan
        $plan.Steps.Operation | Should -Contain 'cognito-identity:DeleteIdentityPool'
        @($plan.Steps | Where-Object Operation -eq 'iam:DeleteRole').Count | Should -Be 2
        @(Get-CognitoIdentityPool).Count | Should -Be 1
    }

    It 'takes many from the pipeline' {
        'a', 'b' | New-CognitoIdentityPool -GuestAccess -NoRole | Out-Null
        Get-CognitoIdentityPool | Remove-CognitoIdentityPool -Force
        @(Get-CognitoIdentityPool).Count | Should -Be 0
    }

    It 'refuses a wildcard and says how to' {
        { Remove-CognitoIdentityPool sh* -Force -ErrorAction Stop } |
            Should -Throw -ErrorId 'WildcardNotAllowed,*' -ExpectedMessage '*Get-CognitoIdentityPool*'
        @(Get-CognitoIdentityPool).Count | Should -Be 1
    }

    It 'never takes null or nothing for all: <value>' -ForEach @(@{ value = $null }, @{ value = '' }) {
        { Remove-CognitoIdentityPool $value -Force -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidIdentityPool,*'
        @() | Remove-CognitoIdentityPool -Force
        @(Get-CognitoIdentityPool).Count | Should -Be 1
    }

    It 'refuses a name that two pools share' {
        $second = New-CognitoIdentityPool shop -GuestAccess -NoRole -AllowDuplicate
        { Remove-CognitoIdentityPool shop -Force -ErrorAction Stop } |
            Should -Throw -ErrorId 'PoolNameAmbiguous,*' -ExpectedMessage "*$($second.IdentityPoolId)*"
        @(Get-CognitoIdentityPool).Count | Should -Be 2
    }

    It 'says what is left when a role cannot be deleted' {
        Set-PoolSandbox -Fault @{ Operation = 'DeleteRole'; ErrorCode = 'AccessDenied'; StatusCode = 403; Times = 1000 }
        { Remove-CognitoIdentityPool shop -RemoveRole -Force -ErrorAction Stop } |
            Should -Throw -ErrorId 'ChangeLeftBehind,*' -ExpectedMessage '*shop_*role*'
    }

    Context 'takes a pool and nothing else' {
        BeforeEach {
            Add-PoolIdentityProvider shop -GoogleClientId 1-a.apps.googleusercontent.com -WarningAction SilentlyContinue
            Set-CognitoIdentityPool shop -DeveloperProviderName login.example -BasicFlow Active
            Add-PoolSandboxIdentity shop -Count 2
            New-PoolDeveloperToken shop anna | Out-Null
            $belongings = @{
                identity           = { Get-PoolIdentity shop }
                role               = { Get-PoolRole shop }
                provider           = { Get-PoolIdentityProvider shop }
                measurement        = { Measure-PoolIdentity shop }
                credential         = { Get-PoolCredential shop }
                token              = { Get-PoolOpenIdToken shop }
                decision           = { Resolve-PoolRole shop -Guest }
                'developer identity' = { Get-PoolDeveloperIdentity shop -DeveloperUserIdentifier anna }
                removal            = { Get-PoolIdentity shop -Guest | Remove-PoolIdentity -Force -PassThru -InformationAction Ignore }
            }
            $ways = @{
                live          = { $input }
                selected      = { $input | Select-Object * }
                CSV           = { $input | ConvertTo-Csv | ConvertFrom-Csv }
                JSON          = { $input | ConvertTo-Json -Depth 4 | ConvertFrom-Json }
                hashtable     = { $input | ConvertTo-Json -Depth 4 | ConvertFrom-Json -AsHashtable }
                CLIXML        = { [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize(@($input))) }
            }
        }

        It 'refuses a <kind>, <way>' -ForEach @(
            foreach ($kind in 'identity', 'role', 'provider', 'measurement', 'credential', 'token', 'decision',
                'developer identity', 'removal') {
                foreach ($way in 'live', 'selected', 'CSV', 'JSON', 'hashtable', 'CLIXML') { @{ kind = $kind; way = $way } }
            }
        ) {
            $given = @(& $belongings[$kind] | & $ways[$way])
            $given.Count | Should -BeGreaterThan 0
            $given | Remove-CognitoIdentityPool -Force -ErrorVariable refused -ErrorAction SilentlyContinue
            $refused[0].FullyQualifiedErrorId | Should -BeLike 'NotAnIdentityPool,*'
            (Get-PoolSandbox).Calls.Operation | Should -Not -Contain 'DeleteIdentityPool'
        }

        It 'names what it was given where that belongs to no pool' {
            $plan = Set-PoolGuestAccess shop -Disable -AsPlan
            $plan | Remove-CognitoIdentityPool -Force -ErrorVariable refused -ErrorAction SilentlyContinue
            (Get-PoolSandbox).Calls[0] | Remove-CognitoIdentityPool -Force -ErrorVariable +refused -ErrorAction SilentlyContinue
            $refused[0].Exception.Message | Should -BeLike '*a plan, not an identity pool*'
            $refused[1].Exception.Message | Should -BeLike '*an object of type SandboxCall, not an identity pool*'
        }

        It 'names the cmdlet that was meant' {
            Get-PoolIdentity shop | Remove-CognitoIdentityPool -Force -ErrorVariable refused -ErrorAction SilentlyContinue
            "$($refused[0].Exception.Message)" | Should -BeLike '*Remove-PoolIdentity*'
            Get-PoolIdentityProvider shop | Remove-CognitoIdentityPool -Force -ErrorVariable refused -ErrorAction SilentlyContinue
            "$($refused[0].Exception.Message)" | Should -BeLike '*Remove-PoolIdentityProvider*'
        }

        It 'takes a pool, <way>' `
            -ForEach @(@{ way = 'live' }, @{ way = 'selected' }, @{ way = 'CSV' }, @{ way = 'JSON' },
                @{ way = 'hashtable' }, @{ way = 'CLIXML' }) {
            Get-CognitoIdentityPool shop | & $ways[$way] | Remove-CognitoIdentityPool -Force
            @(Get-CognitoIdentityPool).Count | Should -Be 0
        }
    }

    Context 'names are exact' {
        It 'finds no pool by a name with blanks around it' {
            { Remove-CognitoIdentityPool ' shop ' -Force -ErrorAction Stop } | Should -Throw -ErrorId 'PoolNotFound,*'
            { " $($pool.IdentityPoolId)" | Remove-CognitoIdentityPool -Force -ErrorAction Stop } |
                Should -Throw -ErrorId 'InvalidIdentityPoolId,*'
            @(Get-CognitoIdentityPool).Count | Should -Be 1
        }

        It 'tells pools apart whose names differ in blanks only' {
            $blank = New-CognitoIdentityPool ' shop ' -NoRole -WarningAction SilentlyContinue
            $nothing = New-CognitoIdentityPool '  ' -NoRole -WarningAction SilentlyContinue
            Remove-CognitoIdentityPool ' shop ' -Force
            Remove-CognitoIdentityPool '  ' -Force
            (Get-CognitoIdentityPool).IdentityPoolId | Should -Be $pool.IdentityPoolId
        }
    }
}
