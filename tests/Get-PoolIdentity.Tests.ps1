BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
}

Describe 'Get-PoolIdentity' {
    BeforeAll {
        Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
        $pool = New-CognitoIdentityPool shop -GuestAccess -NoRole -Provider @{ Google = '1-a.apps.googleusercontent.com' }
        $other = New-CognitoIdentityPool other -GuestAccess -NoRole
        Add-PoolSandboxIdentity shop -Count 130 -CreationDate 2026-01-15T12:00:00
        Add-PoolSandboxIdentity shop -Count 5 -Provider Google
        Add-PoolSandboxIdentity other -Count 1
    }
    AfterAll { Disconnect-PoolAccount }

    It 'gets every identity of a pool once, over several pages, named by <how>' -ForEach @(@{ how = 'name' }, @{ how = 'id' }, @{ how = 'object' }) {
        $what = switch ($how) { 'name' { 'shop' } 'id' { $pool.IdentityPoolId } 'object' { $pool } }
        $all = @(Get-PoolIdentity $what)
        $all.Count | Should -Be 135
        @($all.IdentityId | Sort-Object -Unique).Count | Should -Be 135
        @($all | Where-Object IdentityPoolId -ne $pool.IdentityPoolId).Count | Should -Be 0
    }

    It 'tells guests from authenticated users, and by which provider these signed in' {
        $all = Get-PoolIdentity shop
        @($all | Where-Object IdentityType -eq 'Guest').Count | Should -Be 130
        ($all | Where-Object IdentityType -eq 'Authenticated').Logins | Sort-Object -Unique | Should -Be 'accounts.google.com'
    }

    It 'gives dates in local time, that compare with Get-Date' {
        $first = Get-PoolIdentity shop | Select-Object -First 1
        $first.CreationDate | Should -Be ([datetime]::new(2026, 1, 15, 12, 0, 0))
        "$($first.CreationDate.Kind)" | Should -Be 'Local'
    }

    It 'takes pools from the pipeline' {
        @(Get-CognitoIdentityPool | Get-PoolIdentity).Count | Should -Be 136
    }

    It 'gets one identity by its id, without a pool, because the service does not tell' {
        $known = Get-PoolIdentity other
        $one = Get-PoolIdentity -IdentityId $known.IdentityId
        $one.IdentityId | Should -Be $known.IdentityId
        $one.IdentityPoolId | Should -BeNullOrEmpty
    }

    It 'stops with the pipeline: not one page more than needed and the one under way' {
        Set-PoolSandbox -ClearCall
        @(Get-PoolIdentity shop | Select-Object -First 3).Count | Should -Be 3
        @((Get-PoolSandbox).Calls | Where-Object Operation -eq 'ListIdentities').Count | Should -BeLessOrEqual 2
    }

    It 'says so when there is no such <what>' -ForEach @(
        @{ what = 'pool'; arguments = @{ IdentityPool = 'none' }; id = 'PoolNotFound,*' }
        @{ what = 'pool id'; arguments = @{ IdentityPool = 'us-east-1:00000000-0000-4000-8000-000000000000' }; id = 'ResourceNotFound,*' }
        @{ what = 'identity'; arguments = @{ IdentityId = 'us-east-1:00000000-0000-4000-8000-000000000000' }; id = 'ResourceNotFound,*' }
        @{ what = 'form of an identity id'; arguments = @{ IdentityId = 'nonsense' }; id = 'InvalidIdentityId,*' }
        @{ what = 'thing as a null pool'; arguments = @{ IdentityPool = $null }; id = 'InvalidIdentityPool,*' }
        @{ what = 'thing as an empty identity id'; arguments = @{ IdentityId = '' }; id = 'InvalidIdentityId,*' }
        @{ what = 'Region for that id'; arguments = @{ IdentityId = 'us-east-1:00000000-0000-4000-8000-000000000000'; Region = 'eu-west-1' }; id = 'RegionMismatch,*' }
    ) {
        { Get-PoolIdentity @arguments -ErrorAction Stop } | Should -Throw -ErrorId $id
    }

    It 'writes nothing for an empty pipeline' {
        @() | Get-PoolIdentity | Should -BeNullOrEmpty
    }

    It 'goes on through throttling' {
        Set-PoolSandbox -Fault @{ Operation = 'ListIdentities'; Kind = 'Throttle'; AtCall = 2; Times = 2 }
        @(Get-PoolIdentity shop).Count | Should -Be 135
    }
}
