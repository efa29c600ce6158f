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
        $policy = 'one', 'two', 'one' | New-PoolTrustPolicy -IdentityType Authenticated -PrincipalTag | ConvertFrom-Json
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
            Should -Throw -ErrorId 'InvalidIdentityPool,*' -ExpectedMessage '*us-gov-east-1, where Cognito has another principal*'
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
}
