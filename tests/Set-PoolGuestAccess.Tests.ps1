BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
}

Describe 'Set-PoolGuestAccess' {
    BeforeEach {
        Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
        $pool = New-CognitoIdentityPool shop -BasicFlow Active -DeveloperProviderName login.example -Tag @{ team = 'web' } `
            -UserPoolId us-east-1_AbCdEf123 -ClientId abc `
            -Provider @{ Google = '1-a.apps.googleusercontent.com' }
        Set-PoolSandbox -ClearCall
    }
    AfterEach { Disconnect-PoolAccount }

    It 'turns guest access on with a new role, and nothing else changes' {
        $after = Set-PoolGuestAccess shop -Enable -CreateRole -PassThru
        $after.GuestAccess | Should -BeTrue
        $after.GuestRole | Should -BeLike '*/shop_guestrole'
        $after.AuthenticatedRole | Should -Be $pool.AuthenticatedRole
        $after.BasicFlow | Should -Be 'Active'
        $after.DeveloperProviderName | Should -Be 'login.example'
        $after.Tags['team'] | Should -Be 'web'
        ($after.Providers.Name | Sort-Object) | Should -Be ($pool.Providers.Name | Sort-Object)
        ($after.Providers | Where-Object Type -eq CognitoUserPool).ServerSideTokenCheck | Should -BeTrue
    }

    It 'turns guest access off and keeps the role, so that on again is one call' {
        Set-PoolGuestAccess shop -Enable -CreateRole
        $off = $pool | Set-PoolGuestAccess -Disable -PassThru
        $off.GuestAccess | Should -BeFalse
        $off.GuestRole | Should -Not -BeNullOrEmpty
        Set-PoolSandbox -ClearCall
        Set-PoolGuestAccess shop -Enable
        ((Get-PoolSandbox).Calls | Where-Object Changing).Operation | Should -Be 'UpdateIdentityPool'
    }

    It 'makes no changing call when all is as said' {
        Set-PoolGuestAccess shop -Disable
        (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
    }

    It 'wants a role for guests' {
        { Set-PoolGuestAccess shop -Enable -ErrorAction Stop } |
            Should -Throw -ErrorId 'GuestRoleMissing,*' -ExpectedMessage '*-CreateRole*'
        (Get-CognitoIdentityPool shop).GuestAccess | Should -BeFalse
    }

    It 'refuses the role of authenticated users, names the failing condition and prints the statement that would work' {
        { Set-PoolGuestAccess shop -Enable -Role $pool.AuthenticatedRole -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidRole,*' -ExpectedMessage '*amr*unauthenticated*'
        (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
    }

    It 'mends the role''s trust policy when told' {
        Set-PoolSandbox -Role @{ Name = 'guests'; TrustPolicy = (New-PoolTrustPolicy us-east-1:00000000-0000-0000-0000-000000000000 Guest) }
        { Set-PoolGuestAccess shop -Enable -Role guests -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidRole,*' -ExpectedMessage '*-RepairTrust*'
        Set-PoolGuestAccess shop -Enable -Role guests -RepairTrust
        (Get-PoolRole shop -IdentityType Guest).Trusted | Should -Be $true
    }

    It 'shows its steps and changes nothing with -WhatIf' {
        Set-PoolGuestAccess shop -Enable -CreateRole -WhatIf
        (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
    }

    It 'writes the plan with -AsPlan' {
        $plan = Set-PoolGuestAccess shop -Enable -CreateRole -AsPlan
        $plan.Steps.Operation |
            Should -Be @('iam:CreateRole', 'iam:PutRolePolicy', 'cognito-identity:UpdateIdentityPool',
                'cognito-identity:SetIdentityPoolRoles')
    }

    It 'leaves the pool as it was when <operation> fails' -ForEach @(
        @{ operation = 'CreateRole' }, @{ operation = 'PutRolePolicy' }, @{ operation = 'SetIdentityPoolRoles' },
            @{ operation = 'UpdateIdentityPool' }
    ) {
        Set-PoolSandbox -Fault @{ Operation = $operation; ErrorCode = 'AccessDenied'; Message = 'Told to fail.'; StatusCode = 403 }
        { Set-PoolGuestAccess shop -Enable -CreateRole -ErrorAction Stop } | Should -Throw -ExpectedMessage '*Told to fail.*'
        $after = Get-CognitoIdentityPool shop
        $after.GuestAccess | Should -BeFalse
        $after.GuestRole | Should -BeNullOrEmpty
        $after.AuthenticatedRole | Should -Be $pool.AuthenticatedRole
        $after.Providers | Should -HaveCount $pool.Providers.Count
    }

    It 'reads again and goes on when somebody else is writing' {
        Set-PoolSandbox -Fault @{ Operation = 'UpdateIdentityPool'; ErrorCode = 'ConcurrentModificationException'; Times = 2 }
        (Set-PoolGuestAccess shop -Enable -CreateRole -PassThru).GuestAccess | Should -BeTrue
    }

    It 'does many from the pipeline' {
        New-CognitoIdentityPool other -GuestAccess | Out-Null
        Get-CognitoIdentityPool | Where-Object GuestAccess | Set-PoolGuestAccess -Disable
        @(Get-CognitoIdentityPool | Where-Object GuestAccess).Count | Should -Be 0
    }

    Context 'the value of a switch counts' {
        It 'never enables with -Enable:$false' {
            { Set-PoolGuestAccess shop -Enable:$false -ErrorAction Stop } |
                Should -Throw -ErrorId 'InvalidEnable,*' -ExpectedMessage '*-Enable or -Disable*'
            (Get-CognitoIdentityPool shop).GuestAccess | Should -BeFalse
            (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
        }

        It 'never disables with -Disable:$false' {
            Set-PoolGuestAccess shop -Enable -CreateRole
            { Set-PoolGuestAccess shop -Disable:$false -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidEnable,*'
            (Get-CognitoIdentityPool shop).GuestAccess | Should -BeTrue
        }

        It 'follows a variable in both switches' {
            foreach ($on in $true, $false) {
                Set-PoolGuestAccess shop -Enable:$on -Disable:(!$on) -CreateRole:$on
                (Get-CognitoIdentityPool shop).GuestAccess | Should -Be $on
            }
        }

        It 'makes no role with -CreateRole:$false' {
            { Set-PoolGuestAccess shop -Enable -CreateRole:$false -ErrorAction Stop } | Should -Throw -ErrorId 'GuestRoleMissing,*'
            { Set-PoolGuestAccess shop -Enable -CreateRole:$false -RoleName other -ErrorAction Stop } |
                Should -Throw -ErrorId 'InvalidRoleName,*'
            (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
        }
    }

    It 'says what to give when nothing was requested' {
        { Set-PoolGuestAccess shop -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidEnable,*' -ExpectedMessage '*Specify -Enable or -Disable.'
    }

    It 'refuses <parameters> together, before any call' -ForEach @(
        @{ parameters = @{ Enable = $true; Disable = $true }; id = 'InvalidEnable' }
        @{ parameters = @{ Disable = $true; Role = 'guests' }; id = 'InvalidRole' }
        @{ parameters = @{ Disable = $true; CreateRole = $true }; id = 'InvalidCreateRole' }
        @{ parameters = @{ Enable = $true; CreateRole = $true; Role = 'guests' }; id = 'InvalidRole' }
        @{ parameters = @{ Enable = $true; CreateRole = $true; RepairTrust = $true }; id = 'InvalidRepairTrust' }
    ) {
        { Set-PoolGuestAccess shop @parameters -ErrorAction Stop } | Should -Throw -ErrorId "$id,*"
        (Get-PoolSandbox).Calls | Should -BeNullOrEmpty
    }

    It 'repairs the role that the pool has with -RepairTrust alone' {
        Set-PoolGuestAccess shop -Enable -CreateRole
        Set-PoolGuestAccess shop -Disable
        Set-PoolSandbox -Role @{ Name = 'shop_guestrole'
            TrustPolicy = (New-PoolTrustPolicy us-east-1:00000000-0000-0000-0000-000000000000 Guest) }
        Set-PoolGuestAccess shop -Enable -RepairTrust -WarningAction SilentlyContinue
        (Get-PoolRole shop -IdentityType Guest).Trusted | Should -BeTrue
    }

    Context 'a permissions policy that is given is applied' {
        BeforeEach {
            $wide = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}'
            $narrow = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}'
            Set-PoolGuestAccess shop -Enable -CreateRole -PermissionsPolicy $wide
        }

        It 'to the role that is found again' {
            Set-PoolGuestAccess shop -Enable -CreateRole -PermissionsPolicy $narrow
            (Get-PoolRole shop -IdentityType Guest -IncludePolicy).Policies.Document | Should -Not -Match 's3:\*'
        }

        It 'to the role that the pool has' {
            Set-PoolGuestAccess shop -Enable -PermissionsPolicy $narrow
            (Get-PoolRole shop -IdentityType Guest -IncludePolicy).Policies.Document | Should -Not -Match 's3:\*'
        }

        It 'to the role that is named' {
            Set-PoolSandbox -Role @{ Name = 'guests'; TrustPolicy = (New-PoolTrustPolicy shop Guest) }
            Set-PoolGuestAccess shop -Enable -Role guests -PermissionsPolicy $narrow
            $role = Get-PoolRole shop -IdentityType Guest -IncludePolicy
            $role.RoleName | Should -Be 'guests'
            $role.Policies.Document | Should -Match 's3:GetObject'
        }
    }

    It 'completes a role that an earlier run left without permissions' {
        $denied = @{ ErrorCode = 'AccessDenied'; StatusCode = 403; Times = 99 }
        Set-PoolSandbox -Fault (@{ Operation = 'PutRolePolicy' } + $denied), (@{ Operation = 'DeleteRole' } + $denied)
        { Set-PoolGuestAccess shop -Enable -CreateRole -ErrorAction Stop } | Should -Throw -ErrorId 'ChangeLeftBehind,*'
        Set-PoolSandbox -ClearFault
        "$((Set-PoolGuestAccess shop -Enable -CreateRole -AsPlan).Steps.Operation)" |
            Should -BeLike 'iam:PutRolePolicy cognito-identity:*'
        Set-PoolGuestAccess shop -Enable -CreateRole
        (Get-PoolRole shop -IdentityType Guest -IncludePolicy).Policies.Name | Should -Be 'cognito-identity-pool-permissions'
    }

    It 'shuts no pool by an object that is no pool: <kind>' -ForEach @(
        @{ kind = 'identity'; get = { Add-PoolSandboxIdentity shop; Get-PoolIdentity shop } }
        @{ kind = 'role'; get = { Get-PoolRole shop } }
        @{ kind = 'provider'; get = { (Get-PoolIdentityProvider shop)[0] } }
    ) {
        Set-PoolGuestAccess shop -Enable -CreateRole
        { & $get | Set-PoolGuestAccess -Disable -ErrorAction Stop } | Should -Throw -ErrorId 'NotAnIdentityPool,*'
        (Get-CognitoIdentityPool shop).GuestAccess | Should -BeTrue
    }
}
