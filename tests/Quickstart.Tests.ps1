BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
    $script = Join-Path $PSScriptRoot '../examples/quickstart.ps1'
}

Describe 'examples/quickstart.ps1' {
    BeforeAll {
        $lines = @(& $script) -join "`n" -split '\r?\n'
        $part = @{}
        foreach ($line in $lines) {
            if ($line -like '# *') { $title = $line; $part[$title] = @() } elseif ($line.Trim()) { $part[$title] += $line }
        }
    }
    AfterAll { Disconnect-PoolAccount }

    It 'says what each part shows, in order' {
        ($lines | Where-Object { $_ -like '# *' }) | Should -Be @(
            '# The account'
            '# An identity pool with guest access, a role for guests and a role for signed-in users'
            '# Guest access off and on again; nothing else changes'
            '# A Cognito user pool and Google to sign in with'
            '# The identities of the pool'
            '# Remove the guests'
            '# The pool after the changes'
            '# The plan of another change'
            '# Delete the pool and its roles'
        )
    }

    It 'shows under "<title>": <pattern>' -ForEach @(
        @{ title = 'The account'; pattern = '^AccountId +: 123456789012$' }
        @{ title = 'The account'; pattern = '^IsSandbox +: True$' }
        @{ title = 'An identity pool with guest access, a role for guests and a role for signed-in users'
            pattern = '^Name +: quickstart$' }
        @{ title = 'An identity pool with guest access, a role for guests and a role for signed-in users'
            pattern = '^GuestAccess +: True$' }
        @{ title = 'An identity pool with guest access, a role for guests and a role for signed-in users'
            pattern = '^Tags +: purpose=quickstart$' }
        @{ title = 'Guest access off and on again; nothing else changes'; pattern = '^quickstart +False arn:aws:iam::' }
        @{ title = 'A Cognito user pool and Google to sign in with'
            pattern = '^CognitoUserPool +Default +us-east-1_AbCdEf123 ' }
        @{ title = 'A Cognito user pool and Google to sign in with'; pattern = '^Google +Default +accounts\.google\.com ' }
        @{ title = 'The pool after the changes'; pattern = '^GuestAccess +: True$' }
        @{ title = 'The plan of another change'; pattern = 'GuestAccess: True -> False$' }
        @{ title = 'Delete the pool and its roles'; pattern = '^Identity pools left: 0$' }
    ) {
        @($part["# $title"] -match $pattern).Count | Should -BeGreaterThan 0
    }

    It 'browses five identities, three of them guests' {
        @($part['# The identities of the pool'] -match ' Guest *$').Count | Should -Be 3
        @($part['# The identities of the pool'] -match ' Google *$').Count | Should -Be 2
    }

    It 'removes the three guests' {
        @($part['# Remove the guests'] -match '^Removed ').Count | Should -Be 3
    }

    It 'leaves no role behind' {
        $calls = (Get-PoolSandbox).Calls
        @($calls | Where-Object Operation -eq 'DeleteRole').Count | Should -Be 2
        @($calls | Where-Object Operation -eq 'CreateRole').Count | Should -Be 2
    }
}
