BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
}

Describe 'Get-PoolIdentityProvider' {
    BeforeEach {
        Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
        Set-PoolSandbox -SamlProvider okta -OpenIdConnectProvider https://login.example.com/tenant
        $pool = New-CognitoIdentityPool shop -DeveloperProviderName login.example -Provider `
            @{ UserPoolId = 'us-east-1_AbCdEf123'; ClientId = 'one' }, @{ UserPoolId = 'us-east-1_AbCdEf123'; ClientId = 'two' }, `
            @{ Google = '1-a.apps.googleusercontent.com' }, @{ OpenIdConnect = 'https://login.example.com/tenant' }, @{ Saml = 'okta' }
        Set-PoolSandbox -ClearCall
    }
    AfterEach { Disconnect-PoolAccount }

    It 'writes every provider with the keys under which the service knows it' {
        $providers = Get-PoolIdentityProvider shop
        $providers.Type | Should -Be @('CognitoUserPool', 'CognitoUserPool', 'Google', 'OpenIdConnect', 'Saml', 'Developer')
        $providers[0].LoginKey | Should -Be 'cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123'
        $providers[0].RoleMappingKey | Should -Be 'cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123:one'
        $providers[0].TagKey | Should -Be $providers[0].LoginKey
        $providers[3].LoginKey | Should -Be 'login.example.com/tenant'
        $providers[3].RoleMappingKey | Should -Be 'arn:aws:iam::123456789012:oidc-provider/login.example.com/tenant'
        $providers[4].LoginKey | Should -Be 'arn:aws:iam::123456789012:saml-provider/okta'
        $providers[5].RoleMappingKey | Should -BeNullOrEmpty
        $providers.IdentityPoolId | Should -Be @(1..6 | ForEach-Object { $pool.IdentityPoolId })
    }

    It 'finds a provider named by <form>' -ForEach @(
        @{ form = 'kind'; named = 'google'; found = 'accounts.google.com' }
        @{ form = 'host'; named = 'accounts.google.com'; found = 'accounts.google.com' }
        @{ form = 'application id'; named = '1-a.apps.googleusercontent.com'; found = 'accounts.google.com' }
        @{ form = 'issuer'; named = 'https://login.example.com/tenant'
            found = 'arn:aws:iam::123456789012:oidc-provider/login.example.com/tenant' }
        @{ form = 'login key'; named = 'login.example.com/tenant'
            found = 'arn:aws:iam::123456789012:oidc-provider/login.example.com/tenant' }
        @{ form = 'ARN'; named = 'arn:aws:iam::123456789012:oidc-provider/login.example.com/tenant'
            found = 'arn:aws:iam::123456789012:oidc-provider/login.example.com/tenant' }
        @{ form = 'SAML name'; named = 'okta'; found = 'arn:aws:iam::123456789012:saml-provider/okta' }
        @{ form = 'developer name'; named = 'login.example'; found = 'login.example' }
    ) {
        (Get-PoolIdentityProvider shop $named).Name | Should -Be $found
    }

    It 'finds app clients of a user pool named by <form>' -ForEach @(
        @{ form = 'user pool id'; named = 'us-east-1_AbCdEf123'; clients = @('one', 'two') }
        @{ form = 'user pool ARN'; named = 'arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_AbCdEf123'
            clients = @('one', 'two') }
        @{ form = 'issuer'; named = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123'; clients = @('one', 'two') }
        @{ form = 'client id'; named = 'two'; clients = @('two') }
        @{ form = 'role-mapping key'; named = 'cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123:two'; clients = @('two') }
        @{ form = 'short key'; named = 'us-east-1_AbCdEf123:one'; clients = @('one') }
    ) {
        (Get-PoolIdentityProvider shop $named).ClientId | Should -Be $clients
    }

    It 'takes wildcards and kinds' {
        (Get-PoolIdentityProvider shop *.google.com).Type | Should -Be 'Google'
        (Get-PoolIdentityProvider shop -Type Saml, Google).Type | Should -Be @('Google', 'Saml')
        Get-PoolIdentityProvider shop face* | Should -BeNullOrEmpty
        { Get-PoolIdentityProvider shop Gogle -ErrorAction Stop } | Should -Throw -ErrorId 'ProviderNotFound,*' -ExpectedMessage "*Did you mean 'Google'*"
    }

    It 'reads attribute mappings only of what it writes, once for each user pool' {
        Get-PoolIdentityProvider $pool.IdentityPoolId Google | Out-Null
        (Get-PoolSandbox).Calls.Operation | Should -Be @('DescribeIdentityPool', 'GetIdentityPoolRoles', 'GetPrincipalTagAttributeMap')
        Set-PoolSandbox -ClearCall
        Get-PoolIdentityProvider $pool.IdentityPoolId | Out-Null
        @((Get-PoolSandbox).Calls | Where-Object Operation -eq 'GetPrincipalTagAttributeMap').Count | Should -Be 4
    }

    It 'says that there is no such pool' {
        { Get-PoolIdentityProvider nothing -ErrorAction Stop } | Should -Throw -ErrorId 'PoolNotFound,*'
    }

    It 'hides the secret of a Twitter application in its view' {
        Add-PoolIdentityProvider shop -TwitterConsumerKey key `
            -TwitterConsumerSecret (ConvertTo-SecureString 'twittersecret' -AsPlainText -Force)
        $shown = Get-PoolIdentityProvider shop Twitter | Out-String
        $shown | Should -BeLike '*key;[*][*][*]*'
        $shown | Should -Not -Match 'twittersecret'
    }
}
