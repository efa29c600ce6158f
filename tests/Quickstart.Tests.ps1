BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
    $script = Join-Path $PSScriptRoot '../examples/quickstart.ps1'
}

Describe 'examples/quickstart.ps1' {
    BeforeAll {
        $objects = @(& $script)
        $text = ($objects | Out-String -Width 200) -replace '\r', ''
    }
    AfterAll { Disconnect-PoolAccount }

    It 'says what each part shows, in order' {
        ($objects | Where-Object { "$_" -like '# *' }) | Should -Be @(
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

    It 'runs on the sandbox' {
        $objects[1].IsSandbox | Should -BeTrue
    }

    It 'makes a pool with both roles' {
        $pool = $objects[3]
        $pool.GuestAccess | Should -BeTrue
        $pool.GuestRole | Should -BeLike '*/quickstart_guestrole'
        $pool.AuthenticatedRole | Should -BeLike '*/quickstart_authenticatedrole'
    }

    It 'turns guest access off for a moment' {
        $objects[5].GuestAccess | Should -BeFalse
        $objects[5].GuestRole | Should -Be $objects[3].GuestRole
    }

    It 'adds two providers' {
        ($objects | Where-Object { $_ -is [CognitoPools.PoolIdentityProvider] }).Type | Should -Be @('CognitoUserPool', 'Google')
    }

    It 'browses five identities and removes the three guests' {
        @($objects | Where-Object { $_ -is [CognitoPools.PoolIdentity] }).Count | Should -Be 5
        ($objects | Where-Object { $_ -is [CognitoPools.PoolIdentityRemoval] }).Status | Should -Be @('Removed', 'Removed', 'Removed')
    }

    It 'shows the plan of one more change' {
        ($objects | Where-Object { $_ -is [CognitoPools.PoolPlan] }).Steps.Changes | Should -Be 'GuestAccess: True -> False'
    }

    It 'deletes everything' {
        $objects[-1] | Should -Be 'Identity pools left: 0'
        @((Get-PoolSandbox).Calls | Where-Object Operation -eq 'CreateRole').Count | Should -Be @((Get-PoolSandbox).Calls | Where-Object Operation -eq 'DeleteRole').Count
    }

    It 'prints something for a reader: <what>' -ForEach @(
        @{ what = 'the account'; pattern = '123456789012' }
        @{ what = 'the provider'; pattern = 'accounts\.google\.com' }
        @{ what = 'the removed identities'; pattern = 'Removed' }
        @{ what = 'the plan'; pattern = 'GuestAccess: True -> False' }
    ) {
        $text | Should -Match $pattern
    }
}
