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

    It 'is an error without a sandbox' {
        Disconnect-PoolAccount
        { Get-PoolSandbox -ErrorAction Stop } | Should -Throw -ErrorId 'NoSandbox,*' -ExpectedMessage '*Connect-PoolAccount -Sandbox*'
    }
}
