BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
}

Describe 'Remove-PoolRole' {
    BeforeEach {
        Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
        $pool = New-CognitoIdentityPool shop -GuestAccess -UserPoolId us-east-1_AbCdEf123 -ClientId 1example23456789
        Set-PoolSandbox -ManagedPolicy @{ Name = 'extra'; Document = (New-PoolRolePolicy -Template DenyAll) }
        $role = New-PoolRole shop Authenticated shop-web -AttachPolicy extra
        Set-PoolSandbox -ClearCall
    }
    AfterEach { Disconnect-PoolAccount }

    It 'deletes a role that nothing uses, given by <form>' -ForEach @(
        @{ form = 'name'; give = { 'shop-web' } }
        @{ form = 'ARN'; give = { param($role) $role.RoleArn } }
        @{ form = 'object'; give = { param($role) $role } }
        @{ form = 'row'; give = { param($role) $role | ConvertTo-Csv | ConvertFrom-Csv } }
    ) {
        & $give $role | Remove-PoolRole -Force
        ((Get-PoolSandbox).Calls | Where-Object Changing).Operation |
            Should -Be 'DeleteRolePolicy', 'DetachRolePolicy', 'DeleteRole'
    }

    It 'keeps a role that <why>' -ForEach @(
        @{ why = 'is a default role'; name = 'shop_guestrole'; says = '*uses it.*'; arrange = { } }
        @{ why = 'a rule names'; name = 'shop-web'; says = '*uses it.*'
            arrange = { param($role) Set-PoolIdentityProvider shop CognitoUserPool -RoleResolution Deny `
                    -Rule @{ Claim = 'a'; Value = 'b'; Role = $role } } }
        @{ why = 'another pool uses'; name = 'shop-web'; says = '*also trusts us-east-1:*'
            arrange = { param($role) New-CognitoIdentityPool other -AuthenticatedRole $role -RepairTrust } }
        @{ why = 'a service may assume'; name = 'shop-web'; says = '*also trusts Service ec2.amazonaws.com.*'
            arrange = { Set-PoolSandbox -Role @{ Name = 'shop-web'; TrustPolicy = (New-PoolTrustPolicy shop Authenticated -Compact).Replace(
                        '"Statement":[',
                        '"Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"},') } } }
        @{ why = 'this module did not create'; name = 'plain'; says = '*was not created by this module*'
            arrange = { Set-PoolSandbox -Role @{ Name = 'plain'; TrustPolicy = (New-PoolTrustPolicy shop Authenticated) } } }
        @{ why = 'lacks the tag'; name = 'untagged'; says = '*was not created by this module*'
            arrange = { param($role, $pool) Set-PoolSandbox -Role @{ Name = 'untagged'
                    Path = "/cognitopools/us-east-1/$($pool.IdentityPoolId.Split(':')[1])/"
                    TrustPolicy = (New-PoolTrustPolicy shop Authenticated) } } }
    ) {
        & $arrange $role $pool | Out-Null
        Set-PoolSandbox -ClearCall
        { Remove-PoolRole $name -Force -ErrorAction Stop } |
            Should -Throw -ErrorId 'RoleNotRemovable,*' -ExpectedMessage "IAM role '$name' was not removed, because $says"
        (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
    }

    It 'keeps a role when it cannot see who uses it' {
        Set-PoolSandbox -Fault @{ Operation = 'GetIdentityPoolRoles'; ErrorCode = 'AccessDeniedException'; Message = 'not authorized' }
        { Remove-PoolRole shop-web -Force -ErrorAction Stop } |
            Should -Throw -ErrorId 'RoleNotRemovable,*' -ExpectedMessage '*could not be checked*'
    }

    It 'sees what an earlier record of the pipeline took away' {
        Set-PoolRole shop Authenticated -Role $role
        $names = 'shop_guestrole', 'shop-web'
        $names | ForEach-Object { if ($_ -eq 'shop-web') { Set-PoolRole shop Authenticated -None -WarningAction Ignore }; $_ } |
            Remove-PoolRole -Force -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed.FullyQualifiedErrorId | Should -BeLike 'RoleNotRemovable,*'
        ((Get-PoolSandbox).Calls | Where-Object Operation -eq 'DeleteRole').Request | Should -BeLike '*shop-web*'
    }

    It 'deletes the roles of a pool that no longer exists' {
        Remove-CognitoIdentityPool shop -Force
        'shop-web', 'shop_guestrole' | Remove-PoolRole -Force
        @((Get-PoolSandbox).Calls | Where-Object Operation -eq 'DeleteRole').Count | Should -Be 2
    }

    It 'warns when tokens may name the role' {
        Set-PoolIdentityProvider shop CognitoUserPool -RoleSetting Token -RoleResolution Deny
        Remove-PoolRole shop-web -Force -WarningVariable warned -WarningAction SilentlyContinue
        "$warned" | Should -BeLike '*the role setting Token*''shop-web''*cannot check*'
    }

    It 'refuses <what>' -ForEach @(
        @{ what = 'a pool'; value = { param($pool) $pool }; id = 'NotARole,*' }
        @{ what = 'null'; value = { , $null }; id = 'InvalidRole,*' }
        @{ what = 'an empty name'; value = { '' }; id = 'InvalidRole,*' }
        @{ what = 'a name that no role has'; value = { 'nobody' }; id = 'InvalidRole,*' }
        @{ what = 'an ARN of another path'; value = { 'arn:aws:iam::123456789012:role/elsewhere/shop-web' }; id = 'InvalidRole,*' }
        @{ what = 'a role of another account'; value = { 'arn:aws:iam::999999999999:role/shop-web' }; id = 'InvalidRole,*' }
    ) {
        $given = & $value $pool
        { $given | Remove-PoolRole -Force -ErrorAction Stop } | Should -Throw -ErrorId $id
        (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
    }

    It 'tells the cause when somebody else answered for a policy' {
        Set-PoolSandbox -Fault @{ Operation = 'DeleteRolePolicy'; Kind = 'HtmlPage'; Times = 20 }
        { Remove-PoolRole shop-web -Force -ErrorAction Stop } | Should -Throw -ExpectedMessage '*HTML page*Left behind*shop-web*'
    }

    It 'deletes nothing with -WhatIf and -AsPlan' {
        Remove-PoolRole shop-web -Force -WhatIf
        (Remove-PoolRole shop-web -AsPlan).Steps.Operation | Should -Be 'iam:DeleteRole'
        (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
    }
}
