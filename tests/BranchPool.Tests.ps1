BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
    $script = Join-Path $PSScriptRoot '../examples/branch-pool.ps1'
    $github = $env:GITHUB_OUTPUT
}

Describe 'examples/branch-pool.ps1' {
    BeforeEach {
        $env:GITHUB_OUTPUT = $null
        Connect-PoolAccount -Sandbox | Out-Null
    }
    AfterAll {
        $env:GITHUB_OUTPUT = $github
        Disconnect-PoolAccount
    }

    It 'makes a pool for the branch, and nothing more in a second run' {
        $made = & $script -Branch 'feature/Sign In #42' -UserPoolId us-east-1_AbCdEf123 -ClientId 1example23456789
        $made.State | Should -Be 'Ready'
        $made.Name | Should -Match '^shop-feature-sign-in-42-[0-9a-f]{8}$'
        $pool = Get-CognitoIdentityPool $made.IdentityPoolId
        $pool.GuestAccess | Should -Be $true
        @($pool.Providers).Count | Should -Be 1
        $changes = @((Get-PoolSandbox).Calls | Where-Object Changing).Count
        (& $script -Branch 'feature/Sign In #42' -UserPoolId us-east-1_AbCdEf123 `
            -ClientId 1example23456789).IdentityPoolId | Should -Be $made.IdentityPoolId
        @((Get-PoolSandbox).Calls | Where-Object Changing).Count | Should -Be $changes
    }

    It 'removes it with its roles, and a second time finds nothing to do' {
        & $script -Branch main | Out-Null
        (& $script -Branch main -Remove).State | Should -Be 'Removed'
        @(Get-CognitoIdentityPool).Count | Should -Be 0
        $calls = (Get-PoolSandbox).Calls
        @($calls | Where-Object Operation -eq 'DeleteRole').Count | Should -Be @($calls | Where-Object Operation -eq 'CreateRole').Count
        (& $script -Branch main -Remove).State | Should -Be 'Absent'
    }

    It 'keeps similar branches apart, and takes the longest name' {
        $names = 'a/b', 'a-b', ('x' * 200) | ForEach-Object { (& $script -Branch $_ -Application abcdefghijklmnop).Name }
        @($names | Sort-Object -Unique).Count | Should -Be 3
        @(Get-CognitoIdentityPool).Count | Should -Be 3
    }

    It 'leaves alone a pool that it did not make' {
        $made = & $script -Branch main
        Set-CognitoIdentityPool $made.IdentityPoolId -RemoveTag branch-pool
        { & $script -Branch main -Remove } | Should -Throw -ExpectedMessage '*did not create it. The pool was not removed.'
        @(Get-CognitoIdentityPool).Count | Should -Be 1
    }

    It 'sets the output of a step of a GitHub workflow' {
        $env:GITHUB_OUTPUT = [System.IO.Path]::GetTempFileName()
        try {
            $made = & $script -Branch main
            [System.IO.File]::ReadAllText($env:GITHUB_OUTPUT).Trim() | Should -Be "identity-pool-id=$($made.IdentityPoolId)"
        }
        finally { [System.IO.File]::Delete($env:GITHUB_OUTPUT) }
    }
}
