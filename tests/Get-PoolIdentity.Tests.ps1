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

    It 'gets every identity of a pool once, over several pages, named by <how>' `
        -ForEach @(@{ how = 'name' }, @{ how = 'id' }, @{ how = 'object' }) {
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
        @($pool, $other | Get-PoolIdentity).Count | Should -Be 136
        @(Get-CognitoIdentityPool other | Get-PoolIdentity).Count | Should -Be 1
    }

    It 'leaves out what the parameters do not mean: <what>' -ForEach @(
        @{ what = 'guests'; filter = @{ Guest = $true }; count = 130 }
        @{ what = 'authenticated'; filter = @{ Authenticated = $true }; count = 5 }
        @{ what = 'provider by kind'; filter = @{ Provider = 'google' }; count = 5 }
        @{ what = 'provider by host'; filter = @{ Provider = 'accounts.google.com' }; count = 5 }
        @{ what = 'provider by wildcard'; filter = @{ Provider = 'x', 'Goo*' }; count = 5 }
        @{ what = 'another provider'; filter = @{ Provider = 'Facebook' }; count = 0 }
        @{ what = 'old'; filter = @{ CreatedBefore = '2026-01-15T12:00:01' }; count = 130 }
        @{ what = 'not that old'; filter = @{ CreatedBefore = '2026-01-15T12:00:00' }; count = 0 }
        @{ what = 'from a moment on'; filter = @{ CreatedAfter = '2026-01-15T12:00:00' }; count = 135 }
        @{ what = 'after it'; filter = @{ CreatedAfter = '2026-01-15 12:00:01' }; count = 5 }
        @{ what = 'changed before'; filter = @{ ModifiedBefore = '2026-01-16'; Guest = $true }; count = 130 }
        @{ what = 'changed after'; filter = @{ ModifiedAfter = '2026-01-16'; Guest = $true }; count = 0 }
        @{ what = 'between'; filter = @{ CreatedAfter = '2026-01-15'; CreatedBefore = [datetime]::new(2026, 1, 16) }; count = 130 }
    ) {
        @(Get-PoolIdentity shop @filter).Count | Should -Be $count
    }

    It 'takes a moment in UTC as the same moment everywhere' {
        $utc = [datetime]::new(2026, 1, 15, 12, 0, 0).ToUniversalTime()
        @(Get-PoolIdentity shop -CreatedBefore $utc).Count | Should -Be 0
        @(Get-PoolIdentity shop -CreatedBefore $utc.AddSeconds(1)).Count | Should -Be 130
        @(Get-PoolIdentity shop `
            -CreatedBefore $utc.AddSeconds(1).ToString('yyyy-MM-ddTHH:mm:ssZ', [cultureinfo]::InvariantCulture)).Count | Should -Be 130
    }

    It 'refuses <what>' -ForEach @(
        @{ what = 'a date that reads differently elsewhere'; filter = @{ CreatedBefore = '03/04/2026' }
            id = 'ParameterArgumentTransformationError,*' }
        @{ what = 'a date that is null, which would let everything through'; filter = @{ CreatedBefore = $null }
            id = 'ParameterArgumentTransformationError,*' }
        @{ what = 'an empty date'; filter = @{ ModifiedBefore = '' }; id = 'ParameterArgumentTransformationError,*' }
        @{ what = 'limits with nothing between them'
            filter = @{ CreatedBefore = '2026-01-01'; CreatedAfter = '2026-01-02' }; id = 'InvalidCreatedBefore,*' }
        @{ what = 'guests that are authenticated'; filter = @{ Guest = $true; Authenticated = $true }; id = 'InvalidGuest,*' }
        @{ what = 'guests of a provider'; filter = @{ Guest = $true; Provider = 'Google' }; id = 'InvalidGuest,*' }
        @{ what = 'a null provider'; filter = @{ Provider = $null }; id = 'ParameterArgumentValidationError,*' }
    ) {
        Set-PoolSandbox -ClearCall
        { Get-PoolIdentity $pool @filter -ErrorAction Stop } | Should -Throw -ErrorId $id
        (Get-PoolSandbox).Calls.Count | Should -Be 0
    }

    It 'finds users of a user pool, an OpenID Connect and a developer provider by <name>' -ForEach @(
        @{ name = 'us-east-1_AbCdEf123'; count = 1 }
        @{ name = 'cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123'; count = 1 }
        @{ name = 'cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123:1example23456789'; count = 1 }
        @{ name = 'CognitoUserPool'; count = 1 }
        @{ name = 'us-east-1_*'; count = 1 }
        @{ name = 'https://login.example.com'; count = 2 }
        @{ name = 'login.example.com'; count = 2 }
        @{ name = 'arn:aws:iam::123456789012:oidc-provider/login.example.com'; count = 2 }
        @{ name = 'OpenIdConnect'; count = 2 }
        @{ name = 'our.backend'; count = 3 }
        @{ name = 'Developer'; count = 3 }
        @{ name = '*'; count = 6 }
    ) {
        if (-not (Get-CognitoIdentityPool mixe*)) {
            Set-PoolSandbox -OpenIdConnectProvider https://login.example.com
            New-CognitoIdentityPool mixed -GuestAccess -NoRole `
                -Provider @{ UserPoolId = 'us-east-1_AbCdEf123'; ClientId = '1example23456789' },
                @{ OpenIdConnect = 'https://login.example.com' }, @{ Developer = 'our.backend' } | Out-Null
            Add-PoolSandboxIdentity mixed
            Add-PoolSandboxIdentity mixed -Provider CognitoUserPool
            Add-PoolSandboxIdentity mixed -Provider OpenIdConnect -Count 2
            Add-PoolSandboxIdentity mixed -Provider Developer -Count 3
        }
        @(Get-PoolIdentity mixed -Provider $name).Count | Should -Be $count
    }

    It 'finds disabled identities, which no field marks, and applies the other filters to them' {
        New-CognitoIdentityPool half -GuestAccess -NoRole -Provider @{ Google = '1-a.apps.googleusercontent.com' } | Out-Null
        Add-PoolSandboxIdentity half -Count 100
        $old = @(Add-PoolSandboxIdentity half -Count 3 -Disabled -CreationDate 2026-01-15 -LastModifiedDate 2026-02-15 -PassThru)
        $young = @(Add-PoolSandboxIdentity half -Count 2 -Disabled -Provider Google -PassThru)
        "$((Get-PoolIdentity half -Disabled).IdentityId | Sort-Object)" | Should -Be "$($old.IdentityId + $young.IdentityId | Sort-Object)"
        $filtered = Get-PoolIdentity half -Disabled -Guest -CreatedBefore 2026-01-16 -ModifiedAfter 2026-02-15
        "$($filtered.IdentityId | Sort-Object)" | Should -Be "$($old.IdentityId | Sort-Object)"
        (Measure-PoolIdentity half -Disabled).Disabled | Should -Be 5
    }

    It 'lists no disabled identities where there are none, with two listings' {
        Set-PoolSandbox -ClearCall
        Get-PoolIdentity $pool -Disabled | Should -BeNullOrEmpty
        @((Get-PoolSandbox).Calls | Where-Object Operation -eq 'ListIdentities').Count | Should -Be 6
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
        @{ what = 'Region for that id'
            arguments = @{ IdentityId = 'us-east-1:00000000-0000-4000-8000-000000000000'; Region = 'eu-west-1' }; id = 'RegionMismatch,*' }
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
