BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
}

Describe 'Get-PoolOpenIdToken' {
    BeforeEach {
        Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
        $pool = New-CognitoIdentityPool shop -GuestAccess -BasicFlow Active -Provider @{ Google = '1-a.apps.googleusercontent.com' }
    }
    AfterEach { Disconnect-PoolAccount }

    It 'gets a guest''s token, good for ten minutes' {
        $token = Get-PoolOpenIdToken shop
        $token.Token.Split('.') | Should -HaveCount 3
        $token.IdentityPoolId | Should -Be $pool.IdentityPoolId
        $token.Expiration | Should -BeGreaterThan (Get-Date).AddMinutes(5)
        $token.Expiration | Should -BeLessThan (Get-Date).AddMinutes(15)
    }

    It 'gets a user''s token, which names pool, identity and login' {
        $token = Get-PoolOpenIdToken shop -Login @{ Google = New-PoolSandboxToken shop Google }
        $payload = $token.Token.Split('.')[1].Replace('-', '+').Replace('_', '/')
        $payload += '=' * ((4 - $payload.Length % 4) % 4)
        $claims = [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($payload)) | ConvertFrom-Json
        $claims.aud | Should -Be $pool.IdentityPoolId
        $claims.sub | Should -Be $token.IdentityId
        $claims.amr[0] | Should -Be 'authenticated'
        $claims.amr[1] | Should -Be 'accounts.google.com'
    }

    It 'explains a refusal' {
        $guest = (Get-PoolOpenIdToken shop).IdentityId
        Set-CognitoIdentityPool shop -BasicFlow Inactive
        Get-PoolOpenIdToken shop -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'BasicFlowOff,*'
        $failed[0].ErrorDetails.RecommendedAction | Should -BeLike "Use the enhanced flow*Set-CognitoIdentityPool '*' -BasicFlow Active."
        "$($failed[0])" | Should -BeLike '*basic flow of identity pool shop*is off*'
        Get-PoolOpenIdToken -IdentityId $guest -ErrorVariable failed -ErrorAction SilentlyContinue
        "$($failed[0])" |
            Should -BeLike "The basic flow of the identity pool of identity $guest is off. *Set-CognitoIdentityPool -BasicFlow Active."
    }

    It 'does not show the token' {
        $token = Get-PoolOpenIdToken shop
        ($token | Out-String).Contains($token.Token) | Should -BeFalse
        "$token".Contains($token.Token) | Should -BeFalse
        $token | Out-String | Should -BeLike '*Token*:*[*][*][*]*'
        (& { Get-PoolAccount; $token } | Out-String).Contains($token.Token) | Should -BeFalse
        ($token | Format-Table | Out-String).Contains($token.Token) | Should -BeFalse
    }
}
