BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
}

Describe 'Remove-PoolDeveloperIdentity' {
    BeforeEach {
        Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
        New-CognitoIdentityPool shop -DeveloperProviderName login.example | Out-Null
        $identity = (New-PoolDeveloperToken shop one).IdentityId
        New-PoolDeveloperToken shop two | Out-Null
        Merge-PoolDeveloperIdentity shop two one -Force
        Set-PoolSandbox -ClearCall
    }
    AfterEach { Disconnect-PoolAccount }

    It 'looks the identity up and takes the user from it' {
        Remove-PoolDeveloperIdentity shop one -Force | Should -BeNullOrEmpty
        (Get-PoolDeveloperIdentity shop -IdentityId $identity).DeveloperUserIdentifier | Should -Be 'two'
        (New-PoolDeveloperToken shop one).IdentityId | Should -Not -Be $identity
    }

    It 'takes what Get-PoolDeveloperIdentity gives; without any user the identity is listed like a guest''s' {
        Get-PoolDeveloperIdentity shop -IdentityId $identity | Remove-PoolDeveloperIdentity -Force
        (Get-PoolIdentity -IdentityId $identity).IdentityType | Should -Be 'Guest'
    }

    It 'changes nothing with -WhatIf' {
        Remove-PoolDeveloperIdentity shop one -WhatIf
        (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
    }

    It 'says that there is no such user' {
        { Remove-PoolDeveloperIdentity shop nobody -Force -ErrorAction Stop } | Should -Throw -ErrorId 'ResourceNotFound,*'
    }

    It 'refuses a <kind>, which only belongs to the pool' -ForEach @(
        @{ kind = 'role'; get = { Get-PoolRole shop | Select-Object -First 1 } }
        @{ kind = 'measurement'; get = { Measure-PoolIdentity shop } }
    ) {
        { & $get | Remove-PoolDeveloperIdentity -DeveloperUserIdentifier one -Force -ErrorAction Stop } |
            Should -Throw -ErrorId 'NotAnIdentityPool,*'
        { & $get | Merge-PoolDeveloperIdentity -SourceUserIdentifier one -DestinationUserIdentifier two -Force -ErrorAction Stop } |
            Should -Throw -ErrorId 'NotAnIdentityPool,*'
        (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
    }
}

Describe 'Remove-PoolDeveloperIdentity with the identity of another user' {
    BeforeEach {
        Connect-PoolAccount -Sandbox | Out-Null
        New-CognitoIdentityPool shop -NoRole -DeveloperProviderName login.shop -WarningAction SilentlyContinue | Out-Null
    }
    AfterAll { Disconnect-PoolAccount }

    It 'passes the refusal on, because the user keeps the identity' {
        $ann = New-PoolDeveloperToken shop ann
        $bob = New-PoolDeveloperToken shop bob
        Remove-PoolDeveloperIdentity shop ann -IdentityId $bob.IdentityId -Force -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -Not -BeLike 'ChangeDone*'
        (Get-PoolDeveloperIdentity shop -DeveloperUserIdentifier ann).IdentityId | Should -Be $ann.IdentityId
    }
}
