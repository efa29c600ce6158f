BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
}

Describe 'Get-PoolAccount' {
    AfterEach { Disconnect-PoolAccount }

    It 'shows the sandbox' {
        Connect-PoolAccount -Sandbox -Region ap-southeast-2 | Out-Null
        $account = Get-PoolAccount
        $account.IsSandbox | Should -BeTrue
        $account.Region | Should -Be 'ap-southeast-2'
        $account.AccountId | Should -Be '123456789012'
    }

    It 'serves as the connection of another cmdlet' {
        Connect-PoolAccount -Sandbox | Out-Null
        New-CognitoIdentityPool shop -GuestAccess | Out-Null
        $first = Get-PoolAccount
        Connect-PoolAccount -Sandbox | Out-Null
        (Get-CognitoIdentityPool shop -Connection $first).Name | Should -Be 'shop'
        @(Get-CognitoIdentityPool).Count | Should -Be 0
    }

    It 'shows no credentials' {
        Connect-PoolAccount -Sandbox | Out-Null
        (Get-PoolAccount | Out-String) | Should -Not -Match 'secret|AKIA'
    }
}
