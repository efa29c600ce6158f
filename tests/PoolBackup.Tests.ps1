BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
    $script = Join-Path $PSScriptRoot '../examples/pool-backup.ps1'
    function Get-File {
        @(Get-ChildItem $folder -Recurse -File | ForEach-Object { $_.FullName.Substring($folder.Length + 1) -replace '\\', '/' } | Sort-Object)
    }
    function Get-Text($name) { [System.IO.File]::ReadAllText((Join-Path $folder $name)) }
    # What a run writes, and what it throws in the end.
    function Invoke-Run([hashtable]$with = @{}) {
        $run = [pscustomobject]@{ Output = [System.Collections.Generic.List[object]]::new(); Thrown = $null; Errors = @() }
        try {
            & $script $folder @with -ErrorVariable errors 2>&1 3>$null | ForEach-Object {
                if ($_ -is [System.Management.Automation.ErrorRecord]) { $run.Errors += "$_" } else { $run.Output.Add($_) }
            }
        }
        catch { $run.Thrown = "$_" }
        $run
    }
}

Describe 'examples/pool-backup.ps1' {
    BeforeEach {
        Connect-PoolAccount -Sandbox | Out-Null
        New-CognitoIdentityPool shop -GuestAccess -Tag @{ team = 'web' } | Out-Null
        New-CognitoIdentityPool blog -GuestAccess | Out-Null
        $folder = Join-Path $TestDrive ([guid]::NewGuid())
        $place = (Get-Location).Path
        # A folder of its own: other runs stage in the common one at the same time.
        $names = 'TMPDIR', 'TMP', 'TEMP'
        $kept = $names | ForEach-Object { [System.Environment]::GetEnvironmentVariable($_) }
        $staging = (New-Item (Join-Path $TestDrive ([guid]::NewGuid())) -ItemType Directory).FullName
        $names | ForEach-Object { [System.Environment]::SetEnvironmentVariable($_, $staging) }
    }
    AfterEach {
        for ($index = 0; $index -lt $names.Count; $index++) {
            [System.Environment]::SetEnvironmentVariable($names[$index], $kept[$index])
        }
        (Get-Location).Path | Should -Be $place
        Get-ChildItem $staging | Should -BeNullOrEmpty
    }
    AfterAll { Disconnect-PoolAccount }

    Context 'a night without trouble' {
        It 'writes the backup and reports nothing in the first run' {
            & $script $folder | Should -BeNullOrEmpty
            Get-File | Should -Be 'us-east-1/blog.json', 'us-east-1/shop.json'
            Get-Text 'us-east-1/shop.json' | Should -BeExactly (Export-CognitoIdentityPool shop).Text
        }

        It 'reports nothing and writes no file in the second' {
            & $script $folder
            $before = (Get-ChildItem $folder -Recurse -File).LastWriteTimeUtc.Ticks
            Start-Sleep -Milliseconds 20
            & $script $folder | Should -BeNullOrEmpty
            (Get-ChildItem $folder -Recurse -File).LastWriteTimeUtc.Ticks | Should -Be $before
            & $script $folder -AsMarkdown | Should -BeExactly "No differences.`n"
        }

        It 'reports what changed once, and backs it up' {
            & $script $folder
            Set-PoolGuestAccess shop -Disable
            Set-CognitoIdentityPool shop -Tag @{ team = 'app' }
            $drift = @(& $script $folder)
            $drift | ForEach-Object { "$($_.Region) $($_.IdentityPool) $($_.Path): $($_.Expected) -> $($_.Actual) in $($_.File)" } | Should -Be @(
                'us-east-1 shop guestAccess: true -> false in us-east-1/shop.json'
                'us-east-1 shop tags.team: web -> app in us-east-1/shop.json')
            Get-Text 'us-east-1/shop.json' | Should -BeExactly (Export-CognitoIdentityPool shop).Text
            & $script $folder | Should -BeNullOrEmpty
        }

        It 'reports a new pool, and one that no longer exists, whose document stays' {
            & $script $folder
            Remove-CognitoIdentityPool blog -Force
            New-CognitoIdentityPool kiosk -NoRole -GuestAccess | Out-Null
            $text = Get-Text 'us-east-1/blog.json'
            @(& $script $folder) | ForEach-Object { "$($_.IdentityPool) $($_.Path): $($_.Expected) -> $($_.Actual)" } |
                Should -Be 'blog name: blog -> ', 'kiosk name:  -> kiosk'
            Get-File | Should -Be 'us-east-1/blog.json', 'us-east-1/kiosk.json', 'us-east-1/shop.json'
            Get-Text 'us-east-1/blog.json' | Should -BeExactly $text
            "$(@(& $script $folder).IdentityPool)" | Should -Be 'blog'
            Remove-Item (Join-Path $folder 'us-east-1/blog.json')
            & $script $folder | Should -BeNullOrEmpty
        }

        It 'takes Regions, and all of them' {
            New-CognitoIdentityPool fern -GuestAccess -NoRole -Region eu-west-1 | Out-Null
            & $script $folder -Region eu-west-1
            Get-File | Should -Be 'eu-west-1/fern.json'
            @(& $script $folder -AllRegions) | ForEach-Object { "$($_.Region)/$($_.IdentityPool)" } | Should -Be 'us-east-1/blog', 'us-east-1/shop'
            Get-File | Should -Be 'eu-west-1/fern.json', 'us-east-1/blog.json', 'us-east-1/shop.json'
            & $script $folder -AllRegions | Should -BeNullOrEmpty
            & $script $folder -Region us-east-1, eu-west-1 | Should -BeNullOrEmpty
            # A Region without a pool any more.
            Remove-CognitoIdentityPool fern -Region eu-west-1 -Force
            @(& $script $folder -AllRegions) | ForEach-Object { "$($_.Region)/$($_.IdentityPool)" } | Should -Be 'eu-west-1/fern'
        }

        It 'only compares with -CompareOnly' {
            & $script $folder
            $text = Get-Text 'us-east-1/shop.json'
            Set-PoolGuestAccess shop -Disable
            New-CognitoIdentityPool kiosk -NoRole -GuestAccess | Out-Null
            foreach ($turn in 1, 2) { "$(@(& $script $folder -CompareOnly).IdentityPool)" | Should -Be 'kiosk shop' }
            Get-Text 'us-east-1/shop.json' | Should -BeExactly $text
            Get-File | Should -Be 'us-east-1/blog.json', 'us-east-1/shop.json'
        }

        It 'leaves paths out of the report and not out of the backup' {
            & $script $folder
            Set-CognitoIdentityPool shop -Tag @{ team = 'app' } -BasicFlow Active
            (& $script $folder -Exclude tags*).Path | Should -Be 'basicFlow'
            Get-Text 'us-east-1/shop.json' | Should -Match '"team": "app"'
        }

        It 'writes Markdown, to the output and to a file' {
            & $script $folder
            Set-PoolGuestAccess shop -Disable
            New-CognitoIdentityPool kiosk -NoRole -GuestAccess | Out-Null
            Remove-CognitoIdentityPool blog -Force
            $file = Join-Path $TestDrive "$([guid]::NewGuid()).md"
            $text = & $script $folder -AsMarkdown -ReportPath $file -CompareOnly
            $text | Should -BeExactly ([System.IO.File]::ReadAllText($file))
            $text | Should -BeExactly (@(
                    '## `blog`', '', 'The pool no longer exists. Its document is `us-east-1/blog.json`.', ''
                    '## `kiosk`', '', 'The pool is new: the last backup has no document of it.', ''
                    '## `shop`', '', 'Expected by `us-east-1/shop.json`.', '', '| Path | Expected | Actual |', '| --- | --- | --- |'
                    '| `guestAccess` | `true` | `false` |', '') -join "`n")
            @(& $script $folder -ReportPath $file).Count | Should -Be 3
        }

        It 'tells pools of one name apart' {
            New-CognitoIdentityPool shop -AllowDuplicate -GuestAccess -NoRole | Out-Null
            & $script $folder
            @(Get-File).Count | Should -Be 3
            & $script $folder | Should -BeNullOrEmpty
            $second = Get-CognitoIdentityPool | Where-Object { $_.Name -eq 'shop' -and -not $_.Tags.Count }
            Set-CognitoIdentityPool $second -BasicFlow Active
            $drift = & $script $folder
            $drift.Path | Should -Be 'basicFlow'
            $drift.File | Should -Be "us-east-1/shop-$($second.IdentityPoolId.Substring(10, 8)).json"
        }

        It 'runs in strict mode, from a relative path' {
            Set-StrictMode -Version Latest
            Push-Location $TestDrive
            try {
                $name = Split-Path $folder -Leaf
                & $script $name -ReportPath "$name.md"
                New-CognitoIdentityPool kiosk -NoRole -GuestAccess | Out-Null
                (& $script $name -ReportPath "$name.md").IdentityPool | Should -Be 'kiosk'
                Join-Path $TestDrive "$name.md" | Should -Exist
            }
            finally { Pop-Location }
        }
    }

    Context 'a night with trouble' {
        BeforeEach {
            & $script $folder
            $shop = Get-Text 'us-east-1/shop.json'
            $blog = Get-Text 'us-east-1/blog.json'
            Set-PoolGuestAccess shop, blog -Disable
        }

        It 'keeps the document of a pool whose roles cannot be read (<_>), backs up the other, and fails naming it' -ForEach 'GetRole', 'GetRolePolicy' {
            Set-PoolSandbox -Fault @{ Operation = $_; ErrorCode = 'AccessDeniedException'; Message = 'Not here.'; Times = 1 }
            $run = Invoke-Run
            $run.Thrown | Should -Match '^Not everything could be read: us-east-1/(shop|blog)\. '
            $name = [regex]::Match($run.Thrown, 'us-east-1/(\w+)').Groups[1].Value
            $other = @{ shop = 'blog'; blog = 'shop' }[$name]
            $run.Output.IdentityPool | Should -Be $other
            $run.Errors[0] | Should -BeLike "us-east-1/${name}: *could not be read*Not here.*"
            Get-Text "us-east-1/$name.json" | Should -BeExactly (Get-Variable $name -ValueOnly)
            Get-Text "us-east-1/$other.json" | Should -BeExactly (Export-CognitoIdentityPool $other).Text
            Set-PoolSandbox -ClearFault
            $next = Invoke-Run
            $next.Thrown | Should -BeNullOrEmpty
            $next.Output.IdentityPool | Should -Be $name
        }

        It 'reports no pool as removed when <Operation> is denied for good' -ForEach @(
            @{ Operation = 'DescribeIdentityPool' }, @{ Operation = 'ListIdentityPools' }, @{ Operation = 'GetIdentityPoolRoles' }
        ) {
            Set-PoolSandbox -Fault @{ Operation = $Operation; ErrorCode = 'AccessDeniedException'; Message = 'Not here.'; Times = 1000 }
            foreach ($with in @{}, @{ AllRegions = $true }) {
                $run = Invoke-Run $with
                $run.Output.Count | Should -Be 0
                $run.Thrown | Should -BeLike '*us-east-1/blog*'
                $run.Thrown | Should -BeLike '*us-east-1/shop*'
                "$($run.Errors)" | Should -BeLike '*Not here.*'
                Get-Text 'us-east-1/shop.json' | Should -BeExactly $shop
                Get-Text 'us-east-1/blog.json' | Should -BeExactly $blog
            }
        }

        It 'goes on behind a pool at which the listing broke off' {
            Set-PoolSandbox -Fault @{ Operation = 'DescribeIdentityPool'; ErrorCode = 'AccessDeniedException'; Message = 'Not here.'; Times = 1 }
            $run = Invoke-Run
            $run.Output.IdentityPool | Sort-Object | Should -Be 'blog', 'shop'
            $run.Thrown | Should -BeLike 'Not everything could be read: us-east-1.*'
        }

        It 'keeps and names a document that is damaged' {
            Set-Content (Join-Path $folder 'us-east-1/shop.json') '{ "version": 1, "nam": "shop" }'
            $run = Invoke-Run
            $run.Output.IdentityPool | Should -Be 'blog'
            $run.Thrown | Should -BeLike 'Not everything could be read: us-east-1/shop.*'
            $run.Errors[0] | Should -BeLike "us-east-1/shop: us-east-1/shop.json, `$.nam*"
            Get-Text 'us-east-1/shop.json' | Should -BeLike '{ "version": 1, "nam": "shop" }*'
        }

        It 'writes what it can of a pool that has no document' {
            Remove-Item $folder -Recurse
            Set-PoolSandbox -Fault @{ Operation = 'GetRole'; ErrorCode = 'AccessDeniedException'; Message = 'Not here.'; Times = 1 }
            $run = Invoke-Run
            $run.Thrown | Should -Match '^Not everything could be read: us-east-1/(shop|blog)\. '
            Get-File | Should -Be 'us-east-1/blog.json', 'us-east-1/shop.json'
        }
    }

    It 'refuses <What>' -ForEach @(
        @{ What = '-Region beside -AllRegions'; With = @{ Region = 'us-east-1'; AllRegions = $true }; Message = '-Region cannot be used with -AllRegions.' }
        @{ What = 'a comparison with nothing'; With = @{ CompareOnly = $true }; Message = '*has no backup to compare with*' }
    ) {
        { & $script $folder @With } | Should -Throw -ExpectedMessage $Message
        Test-Path $folder | Should -BeFalse
    }

    It 'says that no Region is known' {
        function Get-PoolAccount { [pscustomobject]@{ Region = $null } }
        { & $script $folder } | Should -Throw -ExpectedMessage 'No Region is known.*'
    }
}
