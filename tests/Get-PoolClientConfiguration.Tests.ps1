BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
}

Describe 'Get-PoolClientConfiguration' {
    BeforeEach {
        Connect-PoolAccount -Sandbox -Region eu-central-1 | Out-Null
        $pool = New-CognitoIdentityPool shop -GuestAccess -UserPoolId eu-central-1_AbCdEf123 -ClientId 1example23456789 `
            -Provider @{ Google = '1-a.apps.googleusercontent.com' }
        Set-PoolSandbox -ClearCall
    }
    AfterEach { Disconnect-PoolAccount }

    It 'writes id, Region and login key for <platform>' -ForEach @(
        @{ platform = 'JavaScript'; call = 'fromCognitoIdentityPool({' }
        @{ platform = 'Android'; call = 'CognitoIdentityClient {' }
        @{ platform = 'iOS'; call = 'CognitoAWSCredentialIdentityResolver(' }
        @{ platform = 'DotNet'; call = 'new CognitoAWSCredentials(' }
    ) {
        $text = Get-PoolClientConfiguration shop -Platform $platform
        $text.Contains($call) | Should -BeTrue
        $text.Contains($pool.IdentityPoolId) | Should -BeTrue
        $text.Contains('eu-central-1') | Should -BeTrue
        $text.Contains('cognito-idp.eu-central-1.amazonaws.com/eu-central-1_AbCdEf123') | Should -BeTrue
        $text.Contains('or: ') | Should -BeTrue
    }

    It 'configures Amplify with the user pool and guest access' {
        $text = Get-PoolClientConfiguration shop Amplify
        $text | Should -BeLike "*identityPoolId: '$($pool.IdentityPoolId)'*allowGuestAccess: true*"
        $text | Should -BeLike "*userPoolId: 'eu-central-1_AbCdEf123'*userPoolClientId: '1example23456789'*"
        Set-PoolGuestAccess shop -Disable
        Get-PoolClientConfiguration shop Amplify | Should -BeLike '*allowGuestAccess: false*'
    }

    It 'leaves logins out where there is no provider' {
        New-CognitoIdentityPool kiosk -GuestAccess | Out-Null
        Get-PoolClientConfiguration kiosk JavaScript | Should -Not -BeLike '*logins*'
        Get-PoolClientConfiguration kiosk DotNet | Should -Not -BeLike '*AddLogin*'
    }

    It 'reads the pool''s settings and nothing else' {
        Get-PoolClientConfiguration $pool.IdentityPoolId iOS | Out-Null
        (Get-PoolSandbox).Calls.Operation | Should -Be 'DescribeIdentityPool'
    }
}
