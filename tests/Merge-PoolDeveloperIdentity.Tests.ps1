BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
}

Describe 'Merge-PoolDeveloperIdentity' {
    BeforeEach {
        Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
        New-CognitoIdentityPool shop -DeveloperProviderName login.example | Out-Null
        $old = (New-PoolDeveloperToken shop old).IdentityId
        $new = (New-PoolDeveloperToken shop new).IdentityId
        Set-PoolSandbox -ClearCall
    }
    AfterEach { Disconnect-PoolAccount }

    It 'makes one identity of two, and disables the other' {
        $left = Merge-PoolDeveloperIdentity shop old new -Force
        $left.IdentityId | Should -Be $new
        $left.DeveloperProviderName | Should -Be 'login.example'
        (New-PoolDeveloperToken shop old).IdentityId | Should -Be $new
        (Get-PoolIdentity shop -Disabled).IdentityId | Should -Be $old
    }

    It 'changes nothing with -WhatIf, even with -Force' {
        Merge-PoolDeveloperIdentity shop old new -Force -WhatIf
        (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
        (New-PoolDeveloperToken shop old).IdentityId | Should -Be $old
    }

    It 'refuses a user as both' {
        { Merge-PoolDeveloperIdentity shop old old -Force -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidDestinationUserIdentifier,*'
    }

    It 'says that there is no such user' {
        { Merge-PoolDeveloperIdentity shop nobody new -Force -ErrorAction Stop } | Should -Throw -ErrorId 'ResourceNotFound,*'
    }
}
