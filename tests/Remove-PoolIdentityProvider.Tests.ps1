BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
}

Describe 'Remove-PoolIdentityProvider' {
    BeforeEach {
        Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
        $pool = New-CognitoIdentityPool shop -UserPoolId us-east-1_AbCdEf123 -ClientId abc `
            -Provider @{ Google = '1-a.apps.googleusercontent.com' }
        Set-PoolIdentityProvider shop Google -Rule @{ Claim = 'hd'; Value = 'x'; Role = 'shop_authenticatedrole' } -AttributeMapping Default
        Set-PoolIdentityProvider shop CognitoUserPool -RoleSetting Token
        $pool = Get-CognitoIdentityPool shop
        Set-PoolSandbox -ClearCall
    }
    AfterEach { Disconnect-PoolAccount }

    It 'removes it with its role mapping and attribute mapping, and nothing else' {
        Remove-PoolIdentityProvider shop Google -Force | Should -BeNullOrEmpty
        $after = Get-CognitoIdentityPool shop
        $after.Providers.Type | Should -Be 'CognitoUserPool'
        $after.Providers.RoleSetting | Should -Be 'Token'
        $after.AuthenticatedRole | Should -Be $pool.AuthenticatedRole
        ((Get-PoolSandbox).Calls | Where-Object Changing).Operation |
            Should -Be @('SetPrincipalTagAttributeMap', 'UpdateIdentityPool', 'SetIdentityPoolRoles')
        Add-PoolIdentityProvider shop -GoogleClientId 1-a.apps.googleusercontent.com
        $again = Get-PoolIdentityProvider shop Google
        $again.RoleSetting | Should -Be 'Default'
        "$($again.AttributeMapping)" | Should -Be 'Inactive'
    }

    It 'says what goes, and changes nothing with -WhatIf' {
        $text = "$(Remove-PoolIdentityProvider shop Google -AsPlan)"
        $text | Should -BeLike '*AttributeMapping: Default -> Inactive*'
        $text | Should -BeLike '*Provider removed: Google accounts.google.com*'
        $text | Should -BeLike '*Role mapping removed: accounts.google.com (Rules)*'
        Remove-PoolIdentityProvider shop Google -WhatIf -Force
        (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
    }

    It 'keeps the mapping that another app client shares' {
        Add-PoolIdentityProvider shop -UserPoolId us-east-1_AbCdEf123 -ClientId second
        Set-PoolIdentityProvider shop second -AttributeMapping @{ team = 'custom:team' } -WarningAction SilentlyContinue
        Remove-PoolIdentityProvider shop second -Force
        "$((Get-PoolIdentityProvider shop abc).AttributeMapping)" | Should -Be 'team=custom:team'
    }

    It 'refuses to remove a developer provider' {
        Add-PoolIdentityProvider shop -DeveloperProviderName login.example
        { Remove-PoolIdentityProvider shop login.example -Force -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidDeveloperProviderName,*' -ExpectedMessage '*cannot be changed or removed*'
    }

    It 'says which there are when there is no such provider' {
        { Remove-PoolIdentityProvider shop Facebook -Force -ErrorAction Stop } |
            Should -Throw -ErrorId 'ProviderNotFound,*' -ExpectedMessage '*accounts.google.com*'
    }

    It 'removes what is piped, from each pool' {
        New-CognitoIdentityPool other -Provider @{ Google = '1-a.apps.googleusercontent.com' } | Out-Null
        Get-CognitoIdentityPool | Get-PoolIdentityProvider -Type Google | Remove-PoolIdentityProvider -Force
        (Get-CognitoIdentityPool | Get-PoolIdentityProvider).Type | Should -Be 'CognitoUserPool'
    }

    It 'leaves the pool as it was when <operation> fails' -ForEach @(
        @{ operation = 'SetPrincipalTagAttributeMap'; says = 'Nothing was changed.' }
        @{ operation = 'UpdateIdentityPool'; says = 'All completed steps were undone.' }
        @{ operation = 'SetIdentityPoolRoles'; says = 'All completed steps were undone.' }
    ) {
        Set-PoolSandbox -Fault @{ Operation = $operation; ErrorCode = 'NotAuthorizedException'; Message = 'Told to fail.' }
        { Remove-PoolIdentityProvider shop Google -Force -ErrorAction Stop } | Should -Throw -ExpectedMessage "*Told to fail. $says"
        Set-PoolSandbox -ClearFault
        (Get-CognitoIdentityPool shop).Equals($pool) | Should -BeTrue
    }

    It 'refuses a <kind>, which is neither a pool nor a provider' -ForEach @(
        @{ kind = 'role'; get = { Get-PoolRole shop | Select-Object -First 1 } }
        @{ kind = 'identity'; get = { Add-PoolSandboxIdentity shop; Get-PoolIdentity shop } }
        @{ kind = 'row of a role'; get = { Get-PoolRole shop | Select-Object -First 1 | ConvertTo-Csv | ConvertFrom-Csv } }
    ) {
        { & $get | Remove-PoolIdentityProvider -Provider Google -Force -ErrorAction Stop } | Should -Throw -ErrorId 'NotAnIdentityPool,*'
        (Get-PoolIdentityProvider shop).Type | Should -Contain 'Google'
    }

    It 'takes a provider back from <way>' -ForEach @(
        @{ way = 'CSV'; convert = { $input | ConvertTo-Csv | ConvertFrom-Csv } }
        @{ way = 'JSON'; convert = { $input | ConvertTo-Json -Depth 4 | ConvertFrom-Json } }
    ) {
        Get-PoolIdentityProvider shop Google | & $convert | Remove-PoolIdentityProvider -Force
        (Get-PoolIdentityProvider shop).Type | Should -Not -Contain 'Google'
    }
}
