BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
}

Describe 'New-PoolTrustPolicy' {
    BeforeEach {
        Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
        Set-PoolSandbox -ClearCall
    }
    AfterEach { Disconnect-PoolAccount }

    It 'writes the document for <type> of <partition>' -ForEach @(
        @{ partition = 'aws'; type = 'Guest'; region = 'us-east-1'; principal = 'cognito-identity.amazonaws.com'
            prefix = 'cognito-identity.amazonaws.com'; amr = 'unauthenticated' }
        @{ partition = 'aws'; type = 'Authenticated'; region = 'eu-west-1'
            principal = 'cognito-identity.amazonaws.com'; prefix = 'cognito-identity.amazonaws.com'; amr = 'authenticated' }
        @{ partition = 'aws-us-gov'; type = 'Guest'; region = 'us-gov-west-1'
            principal = 'cognito-identity-us-gov.amazonaws.com'; prefix = 'cognito-identity-us-gov.amazonaws.com'; amr = 'unauthenticated' }
        @{ partition = 'aws-us-gov'; type = 'Authenticated'; region = 'us-gov-east-1'
            principal = 'cognito-identity.us-gov-east-1.amazonaws.com'
            prefix = 'cognito-identity.us-gov-east-1.amazonaws.com'; amr = 'authenticated' }
        @{ partition = 'aws-eusc'; type = 'Guest'; region = 'eusc-de-east-1'; principal = 'cognito-identity.amazonaws.eu'
            prefix = 'cognito-identity.amazonaws.eu'; amr = 'unauthenticated' }
        @{ partition = 'aws-cn'; type = 'Authenticated'; region = 'cn-north-1'
            principal = 'cognito-identity.cn-north-1.amazonaws.com.cn'; prefix = 'cognito-identity.amazonaws.com.cn'
            amr = 'authenticated' }
    ) {
        $id = "${region}:12345678-1234-1234-1234-123456789012"
        $policy = New-PoolTrustPolicy $id $type | ConvertFrom-Json
        $policy.Version | Should -Be '2012-10-17'
        $policy.Statement | Should -HaveCount 1
        $policy.Statement[0].Principal.Federated | Should -Be $principal
        $policy.Statement[0].Action | Should -Be 'sts:AssumeRoleWithWebIdentity'
        $policy.Statement[0].Condition.StringEquals."${prefix}:aud" | Should -Be $id
        $policy.Statement[0].Condition.'ForAnyValue:StringLike'."${prefix}:amr" | Should -Be $amr
        (Get-PoolSandbox).Calls | Should -HaveCount 0
    }

    It 'names several pools, each once, in one document' {
        'one', 'two' | New-CognitoIdentityPool -GuestAccess | Out-Null
        $policy = 'one', 'two', 'one' | New-PoolTrustPolicy -IdentityType Authenticated -TagSession | ConvertFrom-Json
        $policy.Statement[0].Condition.StringEquals.'cognito-identity.amazonaws.com:aud' |
            Should -Be @(Get-CognitoIdentityPool).IdentityPoolId
        $policy.Statement[0].Action | Should -Be @('sts:AssumeRoleWithWebIdentity', 'sts:TagSession')
    }

    It 'takes another condition key prefix' {
        New-PoolTrustPolicy cn-north-1:12345678-1234-1234-1234-123456789012 Guest `
            -ConditionKeyPrefix cognito-identity.cn-north-1.amazonaws.com.cn |
            Should -BeLike '*"cognito-identity.cn-north-1.amazonaws.com.cn:aud"*'
    }

    It 'writes one line with -Compact' {
        $text = New-PoolTrustPolicy us-east-1:12345678-1234-1234-1234-123456789012 Guest -Compact
        $text | Should -Not -Match '\s'
    }

    It 'takes another principal and other condition keys' {
        $policy = New-PoolTrustPolicy eusc-de-east-1:12345678-1234-1234-1234-123456789012 Guest -CognitoPrincipal p.example `
            -ConditionKeyPrefix k.example | ConvertFrom-Json
        $policy.Statement[0].Principal.Federated | Should -Be 'p.example'
        $policy.Statement[0].Condition.StringEquals.'k.example:aud' | Should -Not -BeNullOrEmpty
    }

    It 'refuses pools of both Regions of GovCloud' {
        { 'us-gov-west-1', 'us-gov-east-1' | ForEach-Object { "${_}:12345678-1234-1234-1234-123456789012" } |
                New-PoolTrustPolicy -IdentityType Guest -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidIdentityPool,*' -ExpectedMessage '*us-gov-east-1, where the Cognito principal differs*'
    }

    It 'refuses pools of two partitions' {
        { 'us-east-1:12345678-1234-1234-1234-123456789012', 'us-gov-west-1:12345678-1234-1234-1234-123456789012' |
            New-PoolTrustPolicy -IdentityType Guest -ErrorAction Stop } |
                Should -Throw -ErrorId 'InvalidIdentityPool,*' -ExpectedMessage '*aws-us-gov*'
    }

    It 'warns when the document outgrows IAM''s limit' {
        1..50 | ForEach-Object { "us-east-1:12345678-1234-1234-1234-1234567890$($_ + 10)" } |
            New-PoolTrustPolicy -IdentityType Guest -WarningVariable warned -WarningAction SilentlyContinue | Out-Null
        "$warned" | Should -BeLike '*2048*8192*'
    }

    It 'writes conditions on request tags, StringLike where there is a wildcard' {
        $policy = New-PoolTrustPolicy us-east-1:12345678-1234-1234-1234-123456789012 Authenticated `
            -RequestTag @{ repository = 'acme/*'; ref = 'refs/heads/main', 'refs/heads/next' } | ConvertFrom-Json
        $policy.Statement[0].Action | Should -Be 'sts:AssumeRoleWithWebIdentity', 'sts:TagSession'
        $policy.Statement[0].Condition.StringLike.'aws:RequestTag/repository' | Should -Be 'acme/*'
        $policy.Statement[0].Condition.StringEquals.'aws:RequestTag/ref' | Should -Be 'refs/heads/main', 'refs/heads/next'
    }

    It 'refuses request tags for guests, and tags without a value' {
        { New-PoolTrustPolicy us-east-1:12345678-1234-1234-1234-123456789012 Guest -RequestTag @{ a = 'b' } -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidRequestTag,*'
        { New-PoolTrustPolicy us-east-1:12345678-1234-1234-1234-123456789012 Authenticated -RequestTag @{ a = '' } -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidRequestTag,*'
        { New-PoolTrustPolicy us-east-1:12345678-1234-1234-1234-123456789012 Authenticated -RequestTag @{ a = @() } -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidRequestTag,*' -ExpectedMessage "RequestTag 'a' has no value. Specify one or more values."
    }

    It 'admits the users of a provider only: <given>' -ForEach @(
        @{ given = 'Google'; amr = 'accounts.google.com' }
        @{ given = 'https://idp.example/tenant/'; amr = 'idp.example/tenant' }
        @{ given = 'us-east-1_AbCdEf123'; amr = 'cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123' }
        @{ given = 'arn:aws:iam::123456789012:oidc-provider/idp.example/'; amr = 'idp.example' }
        @{ given = 'arn:aws:iam::123456789012:saml-provider/corp'; amr = 'arn:aws:iam::123456789012:saml-provider/corp' }
        @{ given = 'login.shop'; amr = 'login.shop' }
    ) {
        $policy = New-PoolTrustPolicy us-east-1:12345678-1234-1234-1234-123456789012 Authenticated -Provider $given |
            ConvertFrom-Json
        $policy.Statement[0].Condition.'ForAnyValue:StringLike'.'cognito-identity.amazonaws.com:amr' | Should -Be $amr
    }

    It 'refuses a provider for guests, and a kind of provider' {
        { New-PoolTrustPolicy us-east-1:12345678-1234-1234-1234-123456789012 Guest -Provider Google -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidProvider,*'
        { New-PoolTrustPolicy us-east-1:12345678-1234-1234-1234-123456789012 Authenticated -Provider Saml -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidProvider,*' -ExpectedMessage '*a type of provider*'
        { New-PoolTrustPolicy us-east-1:12345678-1234-1234-1234-123456789012 Authenticated -Provider '*' -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidProvider,*' -ExpectedMessage '*wildcard*'
        { New-PoolTrustPolicy us-east-1:12345678-1234-1234-1234-123456789012 Authenticated -RequestTag @{ 'aws:x' = 'y' } `
                -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidRequestTag,*' -ExpectedMessage '*aws:*'
    }

    It 'lets GitHub Actions of one organization in, and nobody else' {
        New-CognitoIdentityPool ci -NoRole -WarningAction SilentlyContinue | Out-Null
        Set-PoolSandbox -OpenIdConnectProvider 'https://token.actions.githubusercontent.com'
        Add-PoolIdentityProvider ci -OpenIdConnectProvider token.actions.githubusercontent.com `
            -AttributeMapping @{ repository = 'repository' } -WarningAction SilentlyContinue
        Set-PoolSandbox -Role @{ Name = 'deploy'
            TrustPolicy = (New-PoolTrustPolicy ci Authenticated -RequestTag @{ repository = 'acme/*' } `
                -Provider token.actions.githubusercontent.com) }
        Set-PoolRole ci Authenticated -Role deploy -WarningAction SilentlyContinue
        $ours = New-PoolSandboxToken ci OpenIdConnect -Claim @{ repository = 'acme/shop' }
        (Get-PoolCredential ci -Login @{ 'token.actions.githubusercontent.com' = $ours }).RoleArn | Should -BeLike '*role/deploy'
        $theirs = New-PoolSandboxToken ci OpenIdConnect -Subject other -Claim @{ repository = 'stranger/fork' }
        { Get-PoolCredential ci -Login @{ 'token.actions.githubusercontent.com' = $theirs } -ErrorAction Stop } |
            Should -Throw -ErrorId 'RoleNotAssumable,*'
    }
}
