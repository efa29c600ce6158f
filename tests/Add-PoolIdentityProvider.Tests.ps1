BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
}

Describe 'Add-PoolIdentityProvider' {
    BeforeEach {
        Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
        $pool = New-CognitoIdentityPool shop -GuestAccess -AuthenticatedRoleName shop_authenticatedrole
        Set-PoolSandbox -ClearCall
    }
    AfterEach { Disconnect-PoolAccount }

    It 'adds a Cognito user pool given as <form>, token check on' -ForEach @(
        @{ form = 'id'; value = 'us-east-1_AbCdEf123' }
        @{ form = 'ARN'; value = 'arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_AbCdEf123' }
        @{ form = 'issuer'; value = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123' }
        @{ form = 'provider name'; value = 'cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123' }
    ) {
        $provider = Add-PoolIdentityProvider shop -UserPoolId $value -ClientId 1example23456789 -PassThru
        $provider.Name | Should -Be 'cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123'
        $provider.ServerSideTokenCheck | Should -BeTrue
        $provider.LoginKey | Should -Be $provider.Name
        $provider.RoleMappingKey | Should -Be "$($provider.Name):1example23456789"
    }

    It 'adds <type>' -ForEach @(
        @{ type = 'Google'; arguments = @{ GoogleClientId = '1-a.apps.googleusercontent.com' }; name = 'accounts.google.com' }
        @{ type = 'Facebook'; arguments = @{ FacebookAppId = '123456789012345' }; name = 'graph.facebook.com' }
        @{ type = 'Amazon'; arguments = @{ AmazonAppId = 'amzn1.application.0123456789abcdef' }; name = 'www.amazon.com' }
        @{ type = 'Apple'; arguments = @{ AppleServicesId = 'com.example.shop' }; name = 'appleid.apple.com' }
        @{ type = 'Developer'; arguments = @{ DeveloperProviderName = 'login.example' }; name = 'login.example' }
    ) {
        $after = Add-PoolIdentityProvider shop @arguments -PassThru
        $after.Type | Should -Be $type
        $after.Name | Should -Be $name
    }

    It 'adds Twitter without showing its secret' {
        $secret = ConvertTo-SecureString 'twittersecret' -AsPlainText -Force
        $said = Add-PoolIdentityProvider shop -TwitterConsumerKey key -TwitterConsumerSecret $secret -Verbose 4>&1 | Out-String
        $said | Should -Not -Match 'twittersecret'
        ((Get-PoolSandbox).Calls | Out-String) | Should -Not -Match 'twittersecret'
        (Get-CognitoIdentityPool shop).Providers.Type | Should -Be 'Twitter'
    }

    It 'keeps the providers that are there, with all their settings' {
        Add-PoolIdentityProvider shop -UserPoolId us-east-1_AbCdEf123 -ClientId abc -ServerSideTokenCheck $false
        Add-PoolIdentityProvider shop -GoogleClientId '1-a.apps.googleusercontent.com'
        $after = Get-CognitoIdentityPool shop
        $after.Providers | Should -HaveCount 2
        ($after.Providers | Where-Object Type -eq CognitoUserPool).ServerSideTokenCheck | Should -BeFalse
        $after.GuestAccess | Should -BeTrue
        $after.GuestRole | Should -Be $pool.GuestRole
    }

    It 'changes nothing when the provider is there' {
        Add-PoolIdentityProvider shop -GoogleClientId '1-a.apps.googleusercontent.com'
        Set-PoolSandbox -ClearCall
        Add-PoolIdentityProvider shop -GoogleClientId '1-a.apps.googleusercontent.com'
        (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
    }

    It 'refuses another application id for a provider that is there' {
        Add-PoolIdentityProvider shop -GoogleClientId '1-a.apps.googleusercontent.com'
        { Add-PoolIdentityProvider shop -GoogleClientId '2-b.apps.googleusercontent.com' -ErrorAction Stop } |
            Should -Throw -ErrorId 'ProviderConflict,*' -ExpectedMessage '*1-a.apps*'
    }

    It 'refuses an OpenID Connect provider that IAM does not know, and names the remedy' {
        { Add-PoolIdentityProvider shop -OpenIdConnectProvider https://login.example.com -ErrorAction Stop } |
            Should -Throw -ErrorId 'Invalid*' -ExpectedMessage '*login.example.com*'
        (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
    }

    It 'adds an OpenID Connect provider given as <form>' -ForEach @(
        @{ form = 'issuer'; value = 'https://login.example.com' }
        @{ form = 'host'; value = 'login.example.com' }
        @{ form = 'ARN'; value = 'arn:aws:iam::123456789012:oidc-provider/login.example.com' }
    ) {
        Set-PoolSandbox -OpenIdConnectProvider https://login.example.com
        $provider = Add-PoolIdentityProvider shop -OpenIdConnectProvider $value -PassThru
        $provider.Type | Should -Be 'OpenIdConnect'
        $provider.Name | Should -Be 'arn:aws:iam::123456789012:oidc-provider/login.example.com'
        $provider.LoginKey | Should -Be 'login.example.com'
        $provider.RoleMappingKey | Should -Be $provider.Name
    }

    It 'adds a SAML provider given as <form>' -ForEach @(
        @{ form = 'name'; value = 'okta' }
        @{ form = 'ARN'; value = 'arn:aws:iam::123456789012:saml-provider/okta' }
    ) {
        Set-PoolSandbox -SamlProvider okta
        $provider = Add-PoolIdentityProvider shop -SamlProvider $value -PassThru
        $provider.Type | Should -Be 'Saml'
        $provider.Name | Should -Be 'arn:aws:iam::123456789012:saml-provider/okta'
    }

    It 'refuses a SAML provider that IAM does not know' {
        { Add-PoolIdentityProvider shop -SamlProvider okta -ErrorAction Stop } | Should -Throw -ErrorId 'Invalid*' -ExpectedMessage '*okta*'
    }

    It 'refuses <what>' -ForEach @(
        @{ what = 'a user pool id without its Region'; arguments = @{ UserPoolId = 'AbCdEf'; ClientId = 'abc' } }
        @{ what = 'a client id with a space'; arguments = @{ UserPoolId = 'us-east-1_AbCdEf123'; ClientId = 'a b' } }
        @{ what = 'a developer provider name with a space'; arguments = @{ DeveloperProviderName = 'my login' } }
        @{ what = 'an unknown kind'; arguments = @{ Provider = @{ MySpace = '1' } } }
    ) {
        { Add-PoolIdentityProvider shop @arguments -ErrorAction Stop } | Should -Throw -ErrorId 'Invalid*'
        (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
    }

    It 'names the number of a wrong provider, unless it was piped' {
        $google, $wrong = @{ Google = '1-a.apps.googleusercontent.com' }, @{ MySpace = '1' }
        { Add-PoolIdentityProvider shop -Provider $google, $wrong -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidProvider,*' -ExpectedMessage "Provider 2: the table has the unknown key 'MySpace'.*"
        { $wrong | Add-PoolIdentityProvider shop -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidProvider,*' -ExpectedMessage "The table has the unknown key 'MySpace'.*"
    }

    It 'copies providers from one pool to others through the pipeline' {
        $from = New-CognitoIdentityPool source -GuestAccess -NoRole `
            -Provider @{ Google = '1-a.apps.googleusercontent.com' }, @{ Facebook = '123456789012345' }
        'one', 'two' | New-CognitoIdentityPool -GuestAccess -NoRole | Add-PoolIdentityProvider -Provider $from.Providers
        @((Get-CognitoIdentityPool one).Providers).Count | Should -Be 2
        @((Get-CognitoIdentityPool two).Providers).Count | Should -Be 2
    }

    It 'changes nothing with -WhatIf' {
        Add-PoolIdentityProvider shop -GoogleClientId '1-a.apps.googleusercontent.com' -WhatIf
        (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
    }

    Context 'with settings at once' {
        BeforeEach {
            $trust = New-PoolTrustPolicy shop Authenticated
            Set-PoolSandbox -Role @{ Name = 'staff'; TrustPolicy = $trust },
                @{ Name = 'closed'; TrustPolicy = $trust.Replace('us-east-1:', 'us-east-2:') } -ClearCall
        }

        It 'adds the provider with rules and attribute mapping, each written once' {
            Add-PoolIdentityProvider shop -GoogleClientId 1-a.apps.googleusercontent.com `
                -Rule @{ Claim = 'hd'; Value = 'x'; Role = 'staff' } -RoleResolution AuthenticatedRole `
                -AttributeMapping @{ domain = 'hd' } -RepairTrust
            $google = Get-PoolIdentityProvider shop Google
            $google.Rules.Role | Should -Be 'arn:aws:iam::123456789012:role/staff'
            $google.RoleResolution | Should -Be 'AuthenticatedRole'
            "$($google.AttributeMapping)" | Should -Be 'domain=hd'
            (Get-PoolRole shop).Trusted | Should -Be @($true, $true, $true)
            ((Get-PoolSandbox).Calls | Where-Object Changing).Operation |
                Should -Be @('UpdateAssumeRolePolicy', 'UpdateAssumeRolePolicy', 'UpdateIdentityPool',
                    'SetIdentityPoolRoles', 'SetPrincipalTagAttributeMap')
        }

        It 'refuses a role that refuses the pool, and mends it when told' {
            { Add-PoolIdentityProvider shop -FacebookAppId 123456789012345 `
                -Rule @{ Claim = 'aud'; Value = 'x'; Role = 'closed' } -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidRole,*'
            (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
            Add-PoolIdentityProvider shop -FacebookAppId 123456789012345 -Rule @{ Claim = 'aud'; Value = 'x'; Role = 'closed' } -RepairTrust
            (Get-PoolRole shop -Role closed).Trusted | Should -Be $true
        }

        It 'says that a provider which is there keeps its settings' {
            Add-PoolIdentityProvider shop -UserPoolId us-east-1_AbCdEf123 -ClientId abc -RoleSetting Token
            Set-PoolSandbox -ClearCall
            Add-PoolIdentityProvider shop -UserPoolId us-east-1_AbCdEf123 -ClientId abc -RoleSetting Default `
                -WarningVariable warned -WarningAction SilentlyContinue
            "$warned" | Should -BeLike '*Use Set-PoolIdentityProvider to change them*'
            (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
        }

        It 'brings a new app client under the mapping that its user pool has' {
            Add-PoolIdentityProvider shop -UserPoolId us-east-1_AbCdEf123 -ClientId abc -AttributeMapping @{ team = 'custom:team' }
            Add-PoolIdentityProvider shop -UserPoolId us-east-1_AbCdEf123 -ClientId second
            ((Get-PoolIdentityProvider shop).AttributeMapping | ForEach-Object { "$_" }) |
                Should -Be @('team=custom:team', 'team=custom:team')
        }

        It 'refuses a second developer provider, and names the first' {
            Add-PoolIdentityProvider shop -DeveloperProviderName login.example
            { Add-PoolIdentityProvider shop -DeveloperProviderName other.example -ErrorAction Stop } |
                Should -Throw -ErrorId 'InvalidDeveloperProviderName,*' -ExpectedMessage "*'other.example'*already has*'login.example'*"
        }

        It 'refuses settings of a developer provider' {
            { Add-PoolIdentityProvider shop -DeveloperProviderName login.example -AttributeMapping Default `
                -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidProvider,*' -ExpectedMessage '*developer provider*'
        }

        It 'sends the fewest calls for a plain provider' {
            Add-PoolIdentityProvider $pool.IdentityPoolId -GoogleClientId 1-a.apps.googleusercontent.com
            (Get-PoolSandbox).Calls.Operation |
                Should -Be @('DescribeIdentityPool', 'DescribeIdentityPool', 'UpdateIdentityPool', 'DescribeIdentityPool', 'DescribeIdentityPool')
        }
    }
}
