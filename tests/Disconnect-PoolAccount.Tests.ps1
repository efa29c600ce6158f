BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
}

Describe 'Disconnect-PoolAccount' {
    It 'forgets the sandbox' {
        Connect-PoolAccount -Sandbox | Out-Null
        Disconnect-PoolAccount
        { Get-PoolSandbox -ErrorAction Stop } | Should -Throw -ErrorId 'NoSandbox,*'
    }

    It 'does nothing without an account' {
        { Disconnect-PoolAccount; Disconnect-PoolAccount } | Should -Not -Throw
    }
}
