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
        $after = & {
            Get-CognitoIdentityPool dev-* | Get-PoolIdentityProvider -Provider CognitoUserPool |
                Set-PoolIdentityProvider -RoleSetting Token -PassThru | Set-PoolIdentityProvider -RoleResolution AuthenticatedRole -PassThru
        } 3>&1
        # The pipeline's own later write is not somebody else's.
        $after | Where-Object { $_ -is [Management.Automation.WarningRecord] } | Should -BeNullOrEmpty
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

    It 'hands on what a later command throws' {
        $caught = try { Get-CognitoIdentityPool | ForEach-Object { throw 'enough' } } catch { "$_" }
        $caught | Should -Be 'enough'
        { Get-PoolIdentityProvider prod | ForEach-Object { throw 'enough' } } | Should -Throw 'enough'
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
            Should -BeLike 'New permissions policy*'
        (Get-PoolSandbox).Calls[0].Operation | Should -BeOfType ([string])
    }
}

Describe 'Compositions of a practised user' {
    BeforeEach {
        Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
        $shop = New-CognitoIdentityPool shop -GuestAccess -BasicFlow Active -Tag @{ team = 'web' } -UserPoolId us-east-1_AbCdEf123 -ClientId abc `
            -Provider @{ Google = '1-a.apps.googleusercontent.com' }
        $blog = New-CognitoIdentityPool blog -GuestAccess
        Add-PoolSandboxIdentity shop -Count 3
        Add-PoolSandboxIdentity shop -Count 2 -Provider Google
        Set-PoolSandbox -ClearCall
    }
    AfterEach { Disconnect-PoolAccount }

    It '<what>' -ForEach @(
        @{ what = 'names several pools'; does = { (Get-CognitoIdentityPool shop, blog).Name }; gives = 'shop', 'blog' }
        @{ what = 'takes the roles of all pools as one argument'
            does = { (Get-PoolRole (Get-CognitoIdentityPool)).RoleName | Sort-Object }; gives = 'blog_guestrole', 'shop_authenticatedrole', 'shop_guestrole' }
        @{ what = 'removes a list of identities in one call'
            does = { Remove-PoolIdentity (Get-PoolIdentity shop -Guest) -Force -InformationAction Ignore
                (Get-PoolSandbox).Calls | Where-Object Operation -eq DeleteIdentities | Measure-Object | ForEach-Object Count
                (Measure-PoolIdentity shop).Total }; gives = 1, 2 }
        @{ what = 'looks at each identity that a list found'; does = { (Get-PoolIdentity shop -Provider Google | Get-PoolIdentity).Logins }
            gives = 'accounts.google.com', 'accounts.google.com' }
        @{ what = 'looks at a provider again'
            does = { $one = Get-PoolIdentityProvider shop Google; ($one | Get-PoolIdentityProvider).Type }; gives = 'Google' }
        @{ what = 'looks at a role again'; does = { (Get-PoolRole shop -IdentityType Guest | Get-PoolRole).RoleName }; gives = 'shop_guestrole' }
        @{ what = 'removes several providers'
            does = { Remove-PoolIdentityProvider shop Google, CognitoUserPool -Force; (Get-PoolIdentityProvider shop).Count }; gives = 0 }
        @{ what = 'copies a provider to another pool'
            does = { (Get-PoolIdentityProvider shop Google | Add-PoolIdentityProvider blog -PassThru).Name }
            gives = 'accounts.google.com' }
        @{ what = 'copies a pool'
            does = { $copy = Get-CognitoIdentityPool shop | New-CognitoIdentityPool -Name copy -RepairTrust -WarningAction Ignore
                $copy.Providers.Type; "$($copy.Tags)"; $copy.GuestRole -eq $shop.GuestRole }; gives = 'CognitoUserPool', 'Google', 'team=web', $true }
        @{ what = 'takes the pool from a property of any name'
            does = { [pscustomobject]@{ Where = 'shop' } | Get-PoolIdentityProvider -IdentityPool { $_.Where } | ForEach-Object Type }
            gives = 'CognitoUserPool', 'Google' }
        @{ what = 'sets what a script block makes of each pool'
            does = { Get-CognitoIdentityPool | Set-CognitoIdentityPool -NewName { "$($_.Name)-2027" }; (Get-CognitoIdentityPool).Name | Sort-Object }
            gives = 'blog-2027', 'shop-2027' }
        @{ what = 'groups identities by their logins'
            does = { (Get-PoolIdentity shop | Group-Object Logins | Sort-Object Count).ForEach({ $_.Count }) }; gives = 2, 3 }
        @{ what = 'compares two pools'
            does = { (Compare-Object $shop $blog -Property Name, GuestAccess, Tags).SideIndicator }; gives = '=>', '<=' }
        @{ what = 'filters by a type'; does = { (Get-PoolIdentityProvider shop | Where-Object Type -eq ([CognitoPools.ProviderType]::Google)).Name }
            gives = 'accounts.google.com' }
        @{ what = 'takes a typed parameter'
            does = { function Get-Name { param([Parameter(ValueFromPipeline)] [CognitoPools.IdentityPool] $Pool) process { $Pool.Name } }
                $shop | Get-Name }
            gives = 'shop' }
        @{ what = 'makes rules from a file'
            does = { $rules = "claim,match_type,value,role_arn`nhd,Equals,x,$($shop.AuthenticatedRole)" | ConvertFrom-Csv | New-PoolRoleRule
                (Set-PoolIdentityProvider shop Google -Rule $rules -RoleResolution Deny -PassThru -WarningAction Ignore).Rules.Claim }; gives = 'hd' }
        @{ what = 'makes providers from a file'
            does = { "IdentityPool,UserPoolId,ClientId,FacebookAppId`nblog,us-east-1_AbCdEf123,abc,`nblog,,,123456789012345" |
                ConvertFrom-Csv | Add-PoolIdentityProvider
                (Get-PoolIdentityProvider blog).Type }; gives = 'CognitoUserPool', 'Facebook' }
        @{ what = 'gives credentials for each identity'
            does = { (Get-PoolIdentity shop -Guest | Select-Object -First 2 | Get-PoolCredential).Count }; gives = 2 }
        @{ what = 'resolves one user for several providers'
            does = { (Resolve-PoolRole shop @{ sub = 'me' } -Provider Google, CognitoUserPool).Role |
                Select-Object -Unique | ForEach-Object { $_ -eq $shop.AuthenticatedRole } }
            gives = $true }
        @{ what = 'shows in a report what a table would'
            does = { (Get-CognitoIdentityPool | Select-Object Name, Tags, Providers | ConvertTo-Csv | Where-Object { $_ -like '*shop*' }) }
            gives = '"shop","team=web","CognitoUserPool cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123 (abc); ' +
                'Google accounts.google.com (1-a.apps.googleusercontent.com)"' }
        @{ what = 'goes on after a pool that is not there'
            does = { (Get-CognitoIdentityPool shop, nowhere, blog -ErrorAction SilentlyContinue -ErrorVariable failed).Name; $failed.TargetObject }
            gives = 'shop', 'blog', 'nowhere' }
    ) {
        $shop, $blog | Out-Null
        @(& $does) | Should -Be $gives
    }
}
