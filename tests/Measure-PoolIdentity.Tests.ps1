BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
}

Describe 'Measure-PoolIdentity' {
    BeforeAll {
        Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
        $pool = New-CognitoIdentityPool shop -GuestAccess -NoRole `
            -Provider @{ Google = '1-a.apps.googleusercontent.com' }, @{ Developer = 'our.backend' }
        $other = New-CognitoIdentityPool other -GuestAccess -NoRole
        $now = Get-Date
        Add-PoolSandboxIdentity shop -Count 100 -CreationDate $now.AddDays(-400)
        Add-PoolSandboxIdentity shop -Count 50 -CreationDate $now.AddDays(-100)
        Add-PoolSandboxIdentity shop -Count 30 -Provider Google -CreationDate $now.AddDays(-100)
        Add-PoolSandboxIdentity shop -Count 20 -Provider Developer
    }
    AfterAll { Disconnect-PoolAccount }

    It 'counts guests, users and providers of a pool named by <how>' -ForEach @(@{ how = 'name' }, @{ how = 'id' }, @{ how = 'object' }) {
        $what = switch ($how) { 'name' { 'shop' } 'id' { $pool.IdentityPoolId } 'object' { $pool } }
        $measured = Measure-PoolIdentity $what
        $measured.IdentityPoolId | Should -Be $pool.IdentityPoolId
        $measured.Total, $measured.Guests, $measured.Authenticated | Should -Be @(200, 150, 50)
        @($measured.Providers | ForEach-Object { "$($_.Type) $($_.Key) $($_.Count) $($_.Share)" }) -join '; ' |
            Should -Be 'Google accounts.google.com 30 0.15; Developer our.backend 20 0.1'
        $measured.Disabled | Should -BeNullOrEmpty
        $measured.Matching | Should -BeNullOrEmpty
    }

    It 'says how many are at least so old, and how many of them are guests' {
        $rows = (Measure-PoolIdentity shop).Created
        @($rows | ForEach-Object Age) -join ', ' |
            Should -Be '< 1 day, < 7 days, < 30 days, < 90 days, < 180 days, < 1 year, < 2 years, older'
        @($rows | ForEach-Object Count) -join ' ' | Should -Be '20 0 0 0 80 0 100 0'
        @($rows | ForEach-Object CountBefore) -join ' ' | Should -Be '200 180 180 180 180 100 100 0'
        @($rows | ForEach-Object GuestsBefore) -join ' ' | Should -Be '150 150 150 150 150 100 100 0'
    }

    It 'counts by day of UTC, the oldest first, only days on which one was made' {
        $days = (Measure-PoolIdentity shop).Days
        $expected = $now.AddDays(-400), $now.AddDays(-100), $now | ForEach-Object { $_.ToUniversalTime().ToString('yyyy-MM-dd') }
        @($days | Select-Object -First 2 | ForEach-Object { $_.Day.ToString('yyyy-MM-dd') }) -join ' ' | Should -Be ($expected[0, 1] -join ' ')
        @($days | ForEach-Object { "$($_.Count) $($_.Guests) $($_.Authenticated)" }) -join '; ' | Should -Be '100 100 0; 80 50 30; 20 0 20'
        "$($days[0].Day.Kind) $($days[0].Day.TimeOfDay)" | Should -Be 'Utc 00:00:00'
        "$($days[0])" | Should -Be "$($expected[0]): 100"
        (Measure-PoolIdentity other).Days | Should -BeNullOrEmpty
    }

    It 'counts the days that Get-PoolIdentity gives the identities of' {
        foreach ($day in (Measure-PoolIdentity shop).Days) {
            @(Get-PoolIdentity shop -CreatedAfter $day.Day -CreatedBefore $day.Day.AddDays(1)) | Should -HaveCount $day.Count
            @(Get-PoolIdentity shop -Guest -CreatedAfter $day.Day -CreatedBefore $day.Day.AddDays(1)) | Should -HaveCount $day.Guests
        }
    }

    It 'keeps the days in <form>' -ForEach @(
        @{ form = 'CLIXML'; keep = { [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($_)) } }
        @{ form = 'JSON'; keep = { ConvertTo-Json $_ -Depth 4 | ConvertFrom-Json } }
    ) {
        $measured = Measure-PoolIdentity shop
        $back = $measured | ForEach-Object $keep
        @($back.Days | ForEach-Object { "$($_.Day.ToUniversalTime().ToString('o')) $($_.Count) $($_.Guests) $($_.Authenticated)" }) -join '; ' |
            Should -Be (@($measured.Days | ForEach-Object { "$($_.Day.ToString('o')) $($_.Count) $($_.Guests) $($_.Authenticated)" }) -join '; ')
    }

    It 'keeps the days in CSV, a row each' {
        $days = (Measure-PoolIdentity shop).Days
        $rows = @($days | ConvertTo-Csv -NoTypeInformation | ConvertFrom-Csv)
        @($rows | ForEach-Object { "$($_.Count) $($_.Guests) $($_.Authenticated)" }) -join '; ' | Should -Be '100 100 0; 80 50 30; 20 0 20'
        $text = Measure-PoolIdentity shop | ConvertTo-Csv -NoTypeInformation | ConvertFrom-Csv
        $text.Days | Should -Match "^$($days[0].Day.ToString('yyyy-MM-dd')): 100"
    }

    It 'shows the busiest day' {
        $day = (Measure-PoolIdentity shop).Days[0].Day.ToString('yyyy-MM-dd')
        Measure-PoolIdentity shop | Out-String -Width 120 | Should -Match "BusiestDay +: $day 100, guests 100"
        (Measure-PoolIdentity shop).Days | Out-String -Width 120 | Should -Match "$day +100 +100 +0"
        Measure-PoolIdentity other | Out-String | Should -Not -Match 'BusiestDay'
    }

    It 'counts what a cleanup with the same parameters would remove' {
        $filter = @{ Guest = $true; CreatedBefore = (Get-Date).AddDays(-90) }
        (Measure-PoolIdentity shop @filter).Matching | Should -Be 150
        @(Get-PoolIdentity shop @filter).Count | Should -Be 150
        $row = (Measure-PoolIdentity shop).Created | Where-Object Age -eq '< 1 year'
        @(Get-PoolIdentity shop -CreatedBefore $row.Before).Count | Should -Be $row.CountBefore
        (Measure-PoolIdentity shop -Provider Developer).Matching | Should -Be 20
        (Measure-PoolIdentity shop -ModifiedAfter (Get-Date).AddDays(-1)).Matching | Should -Be 20
    }

    It 'counts disabled identities with a second listing, when asked' {
        Set-PoolSandbox -ClearCall
        (Measure-PoolIdentity $pool -Disabled).Disabled | Should -Be 0
        @((Get-PoolSandbox).Calls | Where-Object Operation -eq 'ListIdentities').Count | Should -Be 8
    }

    It 'gives the oldest and the newest date in local time' {
        $measured = Measure-PoolIdentity shop
        "$($measured.OldestCreation.Kind)" | Should -Be 'Local'
        [Math]::Abs(($measured.OldestCreation - $now.AddDays(-400)).TotalSeconds) | Should -BeLessThan 1
        $measured.NewestModification | Should -BeGreaterThan $now.AddDays(-1)
    }

    It 'measures each pool of a pipeline, an empty one too' {
        @($pool, $other | Measure-PoolIdentity | ForEach-Object Total) -join ' ' | Should -Be '200 0'
        (Measure-PoolIdentity other).OldestCreation | Should -BeNullOrEmpty
    }

    It 'fits a window of 80 columns, its numbers below each other' {
        $lines = Measure-PoolIdentity shop | Out-String -Width 79 -Stream
        $rows = @($lines | Where-Object { $_ -match '(< \d+ \w+) +[\d,]+ +[\d,]+ +[\d,]+' })
        $rows | Should -HaveCount 14
        @($rows | ForEach-Object { ($_ -replace '[^\d]+$').Length } | Select-Object -Unique) | Should -HaveCount 1
    }

    It 'shows numbers and bars, and how many are older than each age' {
        $shown = Measure-PoolIdentity shop -Guest | Out-String -Width 120
        $bar = [string][char]0x2588
        $shown | Should -Match "Guests +: 150 $bar{7}$([char]0x258C)"
        $shown | Should -Match "Matching +: 150 $bar{7}$([char]0x258C)"
        $shown | Should -Match 'Age +Count +Older +guests'
        # 100 are between one year and two years old, and none is older.
        $shown | Should -Match "< 2 years +100 +0 +0 $bar{5}"
        $shown | Should -Match '< 1 year +0 +100 +100 *\r?\n'
        $shown | Should -Not -Match 'Disabled'
        (Measure-PoolIdentity shop).Created | Out-String -Width 120 | Should -Match '< 180 days +80 +50 +100 +100'
        (Measure-PoolIdentity shop).Providers | Out-String -Width 120 | Should -Match "30 $bar$([char]0x258C) +Google +accounts.google.com"
        Measure-PoolIdentity other | Out-String | Should -Match 'Total +: +0'
    }

    It 'changes nothing' {
        Set-PoolSandbox -ClearCall
        Measure-PoolIdentity shop | Out-Null
        (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
    }

    It 'says so when there is no such <what>' -ForEach @(
        @{ what = 'pool'; arguments = @{ IdentityPool = 'none' }; id = 'PoolNotFound,*' }
        @{ what = 'pool id'; arguments = @{ IdentityPool = 'us-east-1:00000000-0000-4000-8000-000000000000' }; id = 'ResourceNotFound,*' }
        @{ what = 'thing as a null pool'; arguments = @{ IdentityPool = $null }; id = 'InvalidIdentityPool,*' }
        @{ what = 'date'; arguments = @{ IdentityPool = 'shop'; CreatedBefore = '03/04/2026' }
            id = 'ParameterArgumentTransformationError,*' }
        @{ what = 'pair of kinds'; arguments = @{ IdentityPool = 'shop'; Guest = $true; Authenticated = $true }; id = 'InvalidGuest,*' }
    ) {
        { Measure-PoolIdentity @arguments -ErrorAction Stop } | Should -Throw -ErrorId $id
    }

    It 'counts kinds by their form where the pool''s settings may not be read' {
        Set-PoolSandbox -Fault @{ Operation = 'DescribeIdentityPool'; ErrorCode = 'NotAuthorizedException' }
        @((Measure-PoolIdentity $pool.IdentityPoolId).Providers | ForEach-Object { "$($_.Type)" }) -join ' ' |
            Should -Be 'Google OpenIdConnect'
    }
}
