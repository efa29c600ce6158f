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
            '# Where this runs'
            '# An identity pool with guest access, a role for guests and a role for signed-in users'
            '# Guest access off, and on again; nothing else of the pool moves'
            '# A Cognito user pool and Google to sign in with'
            '# Its identities'
            '# The guests go'
            '# The pool as it is now'
            '# What one more change would do: its plan'
            '# Everything is deleted, roles included'
        )
    }

    It 'shows under "<title>": <pattern>' -ForEach @(
        @{ title = 'Where this runs'; pattern = '^AccountId +: 123456789012$' }
        @{ title = 'Where this runs'; pattern = '^IsSandbox +: True$' }
        @{ title = 'An identity pool with guest access, a role for guests and a role for signed-in users'
            pattern = '^Name +: quickstart$' }
        @{ title = 'An identity pool with guest access, a role for guests and a role for signed-in users'
            pattern = '^GuestAccess +: True$' }
        @{ title = 'An identity pool with guest access, a role for guests and a role for signed-in users'
            pattern = '^Tags +: purpose=quickstart$' }
        @{ title = 'Guest access off, and on again; nothing else of the pool moves'; pattern = '^quickstart +False arn:aws:iam::' }
        @{ title = 'A Cognito user pool and Google to sign in with'
            pattern = '^CognitoUserPool +Default +us-east-1_AbCdEf123 ' }
        @{ title = 'A Cognito user pool and Google to sign in with'; pattern = '^Google +Default +accounts\.google\.com ' }
        @{ title = 'The pool as it is now'; pattern = '^GuestAccess +: True$' }
        @{ title = 'What one more change would do: its plan'; pattern = 'GuestAccess: True -> False$' }
        @{ title = 'Everything is deleted, roles included'; pattern = '^Identity pools left: 0$' }
    ) {
        @($part["# $title"] -match $pattern).Count | Should -BeGreaterThan 0
    }

    It 'browses five identities, three of them guests' {
        @($part['# Its identities'] -match ' Guest *$').Count | Should -Be 3
        @($part['# Its identities'] -match ' Google *$').Count | Should -Be 2
    }

    It 'removes the three guests' {
        @($part['# The guests go'] -match '^Removed ').Count | Should -Be 3
    }

    It 'leaves no role behind' {
        $calls = (Get-PoolSandbox).Calls
        @($calls | Where-Object Operation -eq 'DeleteRole').Count | Should -Be 2
        @($calls | Where-Object Operation -eq 'CreateRole').Count | Should -Be 2
    }
}
