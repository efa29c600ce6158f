BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
}

Describe 'Add-PoolSandboxIdentity' {
    BeforeEach {
        Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
        $pool = New-CognitoIdentityPool shop -GuestAccess -Provider @{ Google = '1-a.apps.googleusercontent.com' }
    }
    AfterEach { Disconnect-PoolAccount }

    It 'adds guests' {
        Add-PoolSandboxIdentity shop -Count 61
        $all = @(Get-PoolIdentity shop)
        $all.Count | Should -Be 61
        ($all | Where-Object IdentityType -ne 'Guest') | Should -BeNullOrEmpty
    }

    It 'adds users of a provider, named by <provider>' -ForEach @(
        @{ provider = 'Google' }, @{ provider = 'accounts.google.com' }
    ) {
        $made = Add-PoolSandboxIdentity $pool -Provider $provider -PassThru
        $made.IdentityType | Should -Be 'Authenticated'
        $made.Logins | Should -Be 'accounts.google.com'
    }

    It 'takes the creation date' {
        $made = Add-PoolSandboxIdentity $pool -CreationDate 2026-01-15T12:00:00 -PassThru
        $made.CreationDate | Should -Be ([datetime]::new(2026, 1, 15, 12, 0, 0))
    }

    It 'takes the date of the last change, which cannot come before the creation' {
        $made = Add-PoolSandboxIdentity $pool -CreationDate 2026-01-15 -LastModifiedDate 2026-02-15T12:00:00 -PassThru
        $made.LastModifiedDate | Should -Be ([datetime]::new(2026, 2, 15, 12, 0, 0))
        { Add-PoolSandboxIdentity $pool -CreationDate 2026-01-15 -LastModifiedDate 2026-01-14 -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidLastModifiedDate,*'
    }

    It 'adds disabled identities' {
        $made = Add-PoolSandboxIdentity $pool -Disabled -PassThru
        (Get-PoolIdentity $pool -Disabled).IdentityId | Should -Be $made.IdentityId
    }

    It 'refuses a provider that the pool has not, and names those it has' {
        { Add-PoolSandboxIdentity $pool -Provider Facebook -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidProvider,*' -ExpectedMessage '*accounts.google.com*'
    }

    It 'adds nothing with -WhatIf' {
        Add-PoolSandboxIdentity $pool -Count 5 -WhatIf
        Get-PoolIdentity $pool | Should -BeNullOrEmpty
    }
}
