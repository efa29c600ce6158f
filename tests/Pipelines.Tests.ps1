BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
}

Describe 'Pipelines' {
    BeforeEach {
        Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
        'dev-one', 'dev-two', 'prod' |
            New-CognitoIdentityPool -GuestAccess -UserPoolId us-east-1_AbCdEf123 -ClientId abc `
            -Provider @{ Google = '1-a.apps.googleusercontent.com' } | Out-Null
        Set-PoolSandbox -ClearCall
    }
    AfterEach { Disconnect-PoolAccount }

    It 'edits the same provider in every pool of a name' {
        Get-CognitoIdentityPool dev-* |
            ForEach-Object { Set-PoolIdentityProvider $_ Google `
                -Rule @{ Claim = 'hd'; Value = 'x'; Role = "$($_.Name)_authenticatedrole" } -RoleResolution AuthenticatedRole }
        Get-CognitoIdentityPool dev-* | Get-PoolIdentityProvider | Where-Object Type -eq Google |
            Set-PoolIdentityProvider -RoleResolution Deny -WhatIf
        (Get-CognitoIdentityPool dev-* | Get-PoolIdentityProvider -Type Google).RoleResolution |
            Should -Be @('AuthenticatedRole', 'AuthenticatedRole')
        Get-CognitoIdentityPool dev-* | Get-PoolIdentityProvider | Where-Object Type -eq Google |
            Set-PoolIdentityProvider -RoleResolution Deny
        (Get-CognitoIdentityPool dev-* | Get-PoolIdentityProvider -Type Google).RoleResolution | Should -Be @('Deny', 'Deny')
    }

    It 'writes changed providers that can be changed again' {
        $after = Get-CognitoIdentityPool dev-* | Get-PoolIdentityProvider -Provider CognitoUserPool |
            Set-PoolIdentityProvider -RoleSetting Token -PassThru | Set-PoolIdentityProvider -RoleResolution AuthenticatedRole -PassThru
        $after.RoleSetting | Should -Be @('Token', 'Token')
        $after.RoleResolution | Should -Be @('AuthenticatedRole', 'AuthenticatedRole')
    }

    It 'copies the providers of one pool to others' {
        New-CognitoIdentityPool bare -NoRole -WarningAction SilentlyContinue | Out-Null
        Add-PoolIdentityProvider bare -Provider (Get-PoolIdentityProvider prod)
        (Get-PoolIdentityProvider bare).Type | Should -Be @('CognitoUserPool', 'Google')
    }

    It 'shuts guests out of every pool and takes their roles away' {
        Get-CognitoIdentityPool | Where-Object GuestAccess | Set-PoolGuestAccess -Disable -PassThru |
            Set-PoolRole -IdentityType Guest -None -WarningAction SilentlyContinue
        (Get-CognitoIdentityPool).GuestAccess | Should -Be @($false, $false, $false)
        (Get-CognitoIdentityPool | Get-PoolRole -IdentityType Guest) | Should -BeNullOrEmpty
    }

    It 'goes on when one item fails' {
        Set-PoolSandbox -Fault @{ Operation = 'UpdateIdentityPool'; AtCall = 2; ErrorCode = 'NotAuthorizedException'
            Message = 'Told to fail.' }
        Get-CognitoIdentityPool | Set-CognitoIdentityPool -BasicFlow Active -ErrorVariable failed -ErrorAction SilentlyContinue
        @($failed).Count | Should -Be 1
        $failed[0].TargetObject.Name | Should -Be 'dev-two'
        (Get-CognitoIdentityPool).BasicFlow | Should -Be @('Active', 'Inactive', 'Active')
    }

    It 'stops early without harm' {
        Get-CognitoIdentityPool | Set-CognitoIdentityPool -Tag @{ seen = 'yes' } -PassThru | Select-Object -First 1 |
            ForEach-Object Name | Should -Be 'dev-one'
        @(Get-CognitoIdentityPool | Where-Object { $_.Tags['seen'] }).Count | Should -Be 1
    }

    It 'names a provider by property when its pool is given as text' {
        $provider = Get-PoolIdentityProvider dev-one Google
        Set-PoolIdentityProvider -IdentityPool dev-two -Provider $provider -AttributeMapping Default
        "$((Get-PoolIdentityProvider dev-two Google).AttributeMapping)" | Should -Be 'Default'
        "$((Get-PoolIdentityProvider dev-one Google).AttributeMapping)" | Should -Be 'Inactive'
    }

    It 'writes lists that a script can index' {
        Set-PoolIdentityProvider prod Google `
            -Rule @{ Claim = 'hd'; Value = 'a'; Role = 'prod_authenticatedrole' },
            @{ Claim = 'hd'; Value = 'b'; Role = 'prod_authenticatedrole' }
        $pool = Get-CognitoIdentityPool prod
        $pool.Providers[1].Type | Should -Be 'Google'
        $pool.Providers[1].Rules[1].Value | Should -Be 'b'
        (Get-PoolRole prod)[0].Use[1] | Should -Be 'Rule 1 of accounts.google.com'
        $plan = Set-CognitoIdentityPool prod -NewName new -Tag @{ a = 'b' } -AsPlan
        $plan.Steps[1].Operation | Should -Be 'cognito-identity:TagResource'
        $plan.Steps[0].Changes[0] | Should -Be 'Name: prod -> new'
        (Set-PoolRole prod Guest -PermissionsPolicy (New-PoolRolePolicy DenyAll) -AsPlan).Steps[0].Documents[1].Title |
            Should -BeLike '*as it will be'
        (Get-PoolSandbox).Calls[0].Operation | Should -BeOfType ([string])
    }
}
