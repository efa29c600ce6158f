BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
}

Describe 'New-PoolDeveloperToken' {
    BeforeEach {
        Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
        $pool = New-CognitoIdentityPool shop -BasicFlow Active -DeveloperProviderName login.example `
            -Provider @{ Google = '1-a.apps.googleusercontent.com' }
        Set-PoolSandbox -ClearCall
    }
    AfterEach { Disconnect-PoolAccount }

    It 'makes a token for a user, whose identity stays the same' {
        $token = New-PoolDeveloperToken shop user-42
        $token.IdentityId | Should -BeLike 'us-east-1:*'
        $token.IdentityPoolId | Should -Be $pool.IdentityPoolId
        $token.Expiration | Should -BeGreaterThan (Get-Date).AddMinutes(10)
        (New-PoolDeveloperToken shop user-42).IdentityId | Should -Be $token.IdentityId
        (New-PoolDeveloperToken shop user-43).IdentityId | Should -Not -Be $token.IdentityId
    }

    It 'gets credentials in both flows' {
        $token = New-PoolDeveloperToken shop user-42
        $enhanced = Get-PoolCredential shop -IdentityId $token.IdentityId -Login @{ Developer = $token }
        $enhanced.RoleArn | Should -BeLike '*/shop_authenticatedrole'
        $enhanced.IdentityId | Should -Be $token.IdentityId
        (Get-PoolCredential shop -Login @{ 'login.example' = $token.Token }).IdentityId | Should -Be $token.IdentityId
        $basic = Get-PoolCredential shop -Flow Basic -Role shop_authenticatedrole -Login @{ Developer = $token }
        $basic.IdentityId | Should -Be $token.IdentityId
        $basic.Flow | Should -Be 'Basic'
    }

    It 'carries principal tags, which the role must allow' {
        $token = New-PoolDeveloperToken shop user-42 -PrincipalTag @{ team = 'web' }
        Get-PoolCredential shop -IdentityId $token.IdentityId -Login @{ Developer = $token } -ErrorVariable failed `
            -ErrorAction SilentlyContinue
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'RoleNotAssumable,*'
        Set-PoolSandbox -Role @{ Name = 'shop_authenticatedrole'; TrustPolicy = (New-PoolTrustPolicy shop Authenticated -TagSession) }
        (Get-PoolCredential shop -IdentityId $token.IdentityId -Login @{ Developer = $token }).RoleArn |
            Should -BeLike '*shop_authenticatedrole'
    }

    It 'links a user to a Google user' {
        $google = New-PoolSandboxToken shop Google -Subject me
        $first = Get-PoolCredential shop -Login @{ Google = $google }
        { New-PoolDeveloperToken shop user-42 -IdentityId $first.IdentityId -ErrorAction Stop } |
            Should -Throw -ErrorId 'NotAuthorized,*' -ExpectedMessage "Logins don't match*"
        (New-PoolDeveloperToken shop user-42 -IdentityId $first.IdentityId -Login @{ Google = $google }).IdentityId |
            Should -Be $first.IdentityId
    }

    It 'says that there is no developer provider, and the command that sets one' {
        New-CognitoIdentityPool bare -NoRole -WarningAction SilentlyContinue | Out-Null
        { New-PoolDeveloperToken bare user-42 -ErrorAction Stop } |
            Should -Throw -ErrorId 'NoDeveloperProvider,*' -ExpectedMessage '*Set-CognitoIdentityPool*-DeveloperProviderName*'
    }

    It 'refuses <what>, before any call' -ForEach @(
        @{ what = 'a day and a second'; arguments = @{ Duration = [TimeSpan]::FromSeconds(86401) }; id = 'InvalidDuration,*' }
        @{ what = 'an empty tag'; arguments = @{ PrincipalTag = @{ team = '' } }; id = 'InvalidPrincipalTag,*' }
    ) {
        { New-PoolDeveloperToken shop user-42 @arguments -ErrorAction Stop } | Should -Throw -ErrorId $id
        (Get-PoolSandbox).Calls | Should -HaveCount 0
    }

    It 'makes no identity with -WhatIf' {
        New-PoolDeveloperToken shop user-42 -WhatIf | Should -BeNullOrEmpty
        @(Get-PoolIdentity shop).Count | Should -Be 0
    }

    It 'does not show the token, in verbose text neither' {
        $token = New-PoolDeveloperToken shop user-42
        $all = New-PoolDeveloperToken shop user-42 -Verbose *>&1
        ($all | Out-String).Contains(($all | Where-Object { $_.psobject.Properties['Token'] }).Token) | Should -BeFalse
        "$token" | Should -Be "token of $($token.IdentityId)"
    }
}
