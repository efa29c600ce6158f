BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
}

Describe 'Get-PoolSandbox' {
    BeforeEach { Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null }
    AfterEach { Disconnect-PoolAccount }

    It 'records each call with its operation and whether it changes something' {
        Set-PoolSandbox -ClearCall
        New-CognitoIdentityPool shop -NoRole -GuestAccess -WarningAction SilentlyContinue | Out-Null
        $calls = (Get-PoolSandbox).Calls
        ($calls | Where-Object Changing | ForEach-Object Operation) | Should -Be 'CreateIdentityPool'
        $calls.Operation | Should -Contain 'ListIdentityPools'
    }

    It 'shows each request whole, without its secrets' {
        $token = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJzb21lYm9keSJ9.c2ln'
        Set-PoolSandbox -ClearCall
        New-CognitoIdentityPool shop -NoRole -WarningAction SilentlyContinue -Tag @{ long = 'x' * 250; note = "see $token" } `
            -Provider @{ Twitter = 'consumer;hidden-secret' } | Out-Null
        $request = ((Get-PoolSandbox).Calls | Where-Object Operation -EQ CreateIdentityPool).Request
        $request | Should -BeLike "*$('x' * 250)*"
        $request | Should -BeLike '*"consumer;`*`*`*"*'
        $request | Should -Not -BeLike '*hidden-secret*'
        $request | Should -Not -BeLike '*eyJzdWIi*'
        { $request | ConvertFrom-Json } | Should -Not -Throw
    }

    It 'is an error without a sandbox' {
        Disconnect-PoolAccount
        { Get-PoolSandbox -ErrorAction Stop } | Should -Throw -ErrorId 'NoSandbox,*' -ExpectedMessage '*Connect-PoolAccount -Sandbox*'
    }
}
