BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')

    function Get-Claim($Token) {
        $payload = $Token.Split('.')[1].Replace('-', '+').Replace('_', '/')
        $payload += '=' * ((4 - $payload.Length % 4) % 4)
        [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($payload)) | ConvertFrom-Json
    }
}

Describe 'New-PoolSandboxToken' {
    BeforeEach {
        Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
        New-CognitoIdentityPool shop -UserPoolId us-east-1_AbCdEf123 -ClientId abc -DeveloperProviderName login.example `
            -Provider @{ Google = '1-a.apps.googleusercontent.com' } | Out-Null
    }
    AfterEach { Disconnect-PoolAccount }

    It 'makes a token as the provider named by <form> would' -ForEach @(
        @{ form = 'kind'; provider = 'Google'; issuer = 'https://accounts.google.com'; audience = '1-a.apps.googleusercontent.com' }
        @{ form = 'user pool id'; provider = 'us-east-1_AbCdEf123'
            issuer = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123'; audience = 'abc' }
        @{ form = 'client id'; provider = 'abc'
            issuer = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123'; audience = 'abc' }
    ) {
        $claims = Get-Claim (New-PoolSandboxToken shop $provider -Subject me)
        $claims.iss | Should -Be $issuer
        $claims.aud | Should -Be $audience
        $claims.sub | Should -Be 'me'
        $claims.exp - $claims.iat | Should -Be 3600
    }

    It 'carries claims, and a new subject each time' {
        $claims = Get-Claim (New-PoolSandboxToken shop Google -Claim @{ hd = 'example.com'; level = 7; admin = $true; groups = 'a', 'b' })
        $claims.hd | Should -Be 'example.com'
        $claims.level | Should -Be 7
        $claims.admin | Should -Be $true
        $claims.groups | Should -Be @('a', 'b')
        $claims.sub | Should -Not -Be (Get-Claim (New-PoolSandboxToken shop Google)).sub
    }

    It 'makes wrong tokens on purpose' {
        $claims = Get-Claim (New-PoolSandboxToken shop Google -Issuer https://evil.example -Audience other -Duration -1:00:00)
        $claims.iss | Should -Be 'https://evil.example'
        $claims.aud | Should -Be 'other'
        $claims.exp | Should -BeLessThan $claims.iat
    }

    It 'leaves the token unsigned when told' {
        (New-PoolSandboxToken shop Google -Unsigned).Split('.')[2] | Should -BeNullOrEmpty
        (New-PoolSandboxToken shop Google).Split('.')[2] | Should -Not -BeNullOrEmpty
    }

    It 'refuses <what>' -ForEach @(@{ what = 'a provider that is not there'; provider = 'Facebook' },
        @{ what = 'the developer provider'; provider = 'login.example' }) {
        { New-PoolSandboxToken shop $provider -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidProvider,*'
    }

    It 'needs a sandbox' {
        Disconnect-PoolAccount
        { New-PoolSandboxToken us-east-1:00000000-0000-0000-0000-000000000000 Google -Connection $null -ErrorAction Stop } | Should -Throw
    }
}
