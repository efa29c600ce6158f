BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
}

Describe 'Remove-PoolIdentityLogin' {
    BeforeEach {
        Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
        New-CognitoIdentityPool shop -GuestAccess `
            -Provider @{ Google = '1-a.apps.googleusercontent.com' }, @{ Facebook = '123456789012345' } | Out-Null
        $google = New-PoolSandboxToken shop Google -Subject me
        $facebook = New-PoolSandboxToken shop Facebook -Subject me
        $identity = (Get-PoolCredential shop -Login @{ Google = $google }).IdentityId
        Get-PoolCredential shop -IdentityId $identity -Login @{ Google = $google; Facebook = $facebook } | Out-Null
        Set-PoolSandbox -ClearCall
    }
    AfterEach { Disconnect-PoolAccount }

    It 'takes the login away that is given' {
        Remove-PoolIdentityLogin $identity -Login @{ Google = $google } -Force | Should -BeNullOrEmpty
        (Get-PoolIdentity -IdentityId $identity).Logins | Should -Be 'graph.facebook.com'
    }

    It 'takes another one away' {
        Remove-PoolIdentityLogin $identity -Login @{ Google = $google } -Provider Facebook -Force
        (Get-PoolIdentity -IdentityId $identity).Logins | Should -Be 'accounts.google.com'
    }

    It 'leaves a guest when the last is gone' {
        Get-PoolIdentity -IdentityId $identity | Remove-PoolIdentityLogin -Login @{ Google = $google; Facebook = $facebook } -Force
        (Get-PoolIdentity -IdentityId $identity).IdentityType | Should -Be 'Guest'
    }

    It 'changes nothing with -WhatIf, and repeats no token' {
        Remove-PoolIdentityLogin $identity -Login @{ Google = $google } -WhatIf
        (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
        ((Get-PoolSandbox).Calls.Request -join '').Contains($google.Split('.')[1]) | Should -BeFalse
    }

    It 'refuses a login that is not the identity''s' {
        { Remove-PoolIdentityLogin $identity -Login @{ Google = New-PoolSandboxToken shop Google } -Force `
            -ErrorAction Stop } | Should -Throw -ErrorId 'NotAuthorized,*'
        { Remove-PoolIdentityLogin $identity -Login @{} -Force -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidLogin,*'
    }

    It 'refuses a credential, which names an identity but is none' {
        { Get-PoolCredential shop -IdentityId $identity -Login @{ Google = $google } |
            Remove-PoolIdentityLogin -Login @{ Google = $google } -Force -ErrorAction Stop } | Should -Throw -ErrorId 'NotAnIdentity,*'
        (Get-PoolIdentity -IdentityId $identity).Logins | Should -HaveCount 2
    }
}
