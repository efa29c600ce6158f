BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
}

Describe 'Get-PoolDeveloperIdentity' {
    BeforeEach {
        Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
        $pool = New-CognitoIdentityPool shop -DeveloperProviderName login.example
        $identity = (New-PoolDeveloperToken shop user-1).IdentityId
        2..20 | ForEach-Object {
            New-PoolDeveloperToken $pool.IdentityPoolId "user-$_" | Out-Null
            Merge-PoolDeveloperIdentity $pool.IdentityPoolId "user-$_" user-1 -Force
        }
        Set-PoolSandbox -ClearCall
    }
    AfterEach { Disconnect-PoolAccount }

    It 'finds the identity of a user' {
        $found = Get-PoolDeveloperIdentity shop user-7 | Where-Object DeveloperUserIdentifier -eq user-7
        $found.IdentityId | Should -Be $identity
        $found.IdentityPoolId | Should -Be $pool.IdentityPoolId
    }

    It 'lists the users of an identity' {
        $found = Get-PoolDeveloperIdentity $pool.IdentityPoolId -IdentityId $identity
        @($found).Count | Should -Be 20
        @($found.DeveloperUserIdentifier | Sort-Object -Unique).Count | Should -Be 20
    }

    It 'stops when the pipeline does' {
        @(Get-PoolDeveloperIdentity $pool.IdentityPoolId -IdentityId $identity | Select-Object -First 3).Count | Should -Be 3
        @((Get-PoolSandbox).Calls | Where-Object Operation -eq 'LookupDeveloperIdentity').Count | Should -Be 1
    }

    It 'says that there is no such user' {
        { Get-PoolDeveloperIdentity shop nobody -ErrorAction Stop } | Should -Throw -ErrorId 'ResourceNotFound,*'
    }
}
