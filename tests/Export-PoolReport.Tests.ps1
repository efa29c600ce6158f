BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')

    function Get-Failure([scriptblock] $run) {
        try { & $run 2>&1 3>$null | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] } | Select-Object -First 1 }
        catch { $_ }
    }
    function New-Path($ending) { Join-Path $TestDrive "$([guid]::NewGuid())$ending" }
    function Get-Sarif($path) { (Get-Content $path -Raw | ConvertFrom-Json).runs[0] }
}

Describe 'Export-PoolReport' {
    BeforeEach {
        Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
        New-CognitoIdentityPool tidy -UserPoolId us-east-1_Example01 -ClientId 1example23456789 | Out-Null
        $shop = New-CognitoIdentityPool shop -GuestAccess
    }
    AfterEach { Disconnect-PoolAccount }

    Context 'audits pools itself' {
        It 'writes a page of all pools' {
            $page = Export-PoolReport
            $page | Should -BeLike '<!doctype html>*'
            $page | Should -BeLike '*shop*'
            $page | Should -BeLike '*tidy*'
            $page | Should -BeLike '*GuestEnabled*'
        }

        It 'takes the pools that are named' {
            $page = Export-PoolReport shop
            $page | Should -BeLike '*shop*'
            $page | Should -Not -BeLike '*tidy*'
            'shop' | Export-PoolReport -Format Markdown | Should -BeLike '*GuestEnabled*'
            Get-CognitoIdentityPool shop | Export-PoolReport -Format Markdown | Should -BeLike '*GuestEnabled*'
        }

        It 'covers every Region' {
            New-CognitoIdentityPool far -GuestAccess -Region eu-west-1 | Out-Null
            $page = Export-PoolReport -AllRegions
            $page | Should -BeLike '*eu-west-1*'
            $page | Should -BeLike '*us-east-1*'
        }

        It 'takes what Test-CognitoIdentityPool takes' {
            Export-PoolReport -Format Markdown -ExcludeId GuestEnabled | Should -Not -BeLike '*GuestEnabled*'
            Export-PoolReport -Format Markdown -Severity High | Should -Not -BeLike '*GuestEnabled*'
        }

        It 'says what could not be audited' {
            $path = New-Path .md
            'none', 'shop' | Export-PoolReport -Path $path -ErrorAction SilentlyContinue
            Get-Content $path -Raw | Should -BeLike '*No check could run*'
        }
    }

    Context 'takes what was found' {
        It 'writes exactly the findings of a pipeline, and calls nothing' {
            $found = Test-CognitoIdentityPool
            Set-PoolSandbox -ClearCall
            $path = New-Path .sarif
            $found | Export-PoolReport -Path $path
            (Get-Sarif $path).results.ruleId | Should -Be $found.Id
            (Get-PoolSandbox).Calls | Should -BeNullOrEmpty
        }

        It 'finds the account of the findings without a call' {
            $found = Test-CognitoIdentityPool shop
            Set-PoolSandbox -ClearCall
            $found | Export-PoolReport -Format Markdown | Should -BeLike '*Account ``123456789012``, *'
            $found | ConvertTo-Json | ConvertFrom-Json | Export-PoolReport -Format Markdown | Should -Not -BeLike '*Account*'
            (Get-PoolSandbox).Calls | Should -BeNullOrEmpty
        }

        It 'writes a report without results when nothing was found' {
            $path = New-Path .sarif
            Test-CognitoIdentityPool tidy | Export-PoolReport -Path $path
            @((Get-Sarif $path).results).Count | Should -Be 0
        }

        It 'takes findings that were kept: <_>' -ForEach 'CLIXML', 'JSON', 'CSV' {
            $found = Test-CognitoIdentityPool shop
            $expected = $found | Export-PoolReport -Format Sarif | ConvertFrom-Json
            $kept = switch ($_) {
                'CLIXML' { $file = New-Path .xml; $found | Export-Clixml $file; Import-Clixml $file }
                'JSON' { $found | ConvertTo-Json | ConvertFrom-Json }
                'CSV' { $found | ConvertTo-Csv | ConvertFrom-Csv }
            }
            $written = $kept | Export-PoolReport -Format Sarif -WarningVariable warnings | ConvertFrom-Json
            $warnings | Should -BeNullOrEmpty
            ($written.runs[0].results | ConvertTo-Json -Depth 9) | Should -Be ($expected.runs[0].results | ConvertTo-Json -Depth 9)
        }

        It 'shows measurements and differences' {
            Add-PoolSandboxIdentity shop -Count 5
            Export-PoolReport shop -Measurement (Measure-PoolIdentity shop) | Should -BeLike '*<svg*'
            Measure-PoolIdentity shop | Export-PoolReport | Should -BeLike '*<svg*'
            $file = New-Path .json
            Export-CognitoIdentityPool shop -Path $file
            Set-CognitoIdentityPool shop -Tag @{ team = 'web' }
            $drift = Compare-CognitoIdentityPool shop -Path $file
            Export-PoolReport shop -Difference $drift | Should -BeLike '*tags*'
            $drift | Export-PoolReport -Format Markdown | Should -BeLike '*tags*'
            (Get-Failure { Export-PoolReport shop -Difference 'x' }).FullyQualifiedErrorId | Should -BeLike 'InvalidDifference,*'
            (Get-Failure { Export-PoolReport shop -Measurement 'x' }).FullyQualifiedErrorId | Should -BeLike 'InvalidMeasurement,*'
        }

        It 'shows suppressed findings with their reason' {
            $file = New-Path .suppressions.json
            Set-Content $file '{ "suppressions": [ { "id": "GuestEnabled", "reason": "The catalogue is public" } ] }'
            Export-PoolReport shop -SuppressionPath $file | Should -BeLike '*The catalogue is public*'
            $path = New-Path .sarif
            Export-PoolReport shop -SuppressionPath $file -Path $path
            (Get-Sarif $path).results[0].suppressions[0].justification | Should -Be 'The catalogue is public'
        }
    }

    Context 'the file' {
        It 'has the format of its ending: <ending>' -ForEach @(
            @{ ending = '.html'; starts = '<!doctype html>*' }
            @{ ending = '.sarif'; starts = '*sarif-2.1.0*' }
            @{ ending = '.json'; starts = '{*' }
            @{ ending = '.md'; starts = '# *' }
        ) {
            $path = New-Path $ending
            (Export-PoolReport shop -Path $path -PassThru).FullName | Should -Be $path
            Get-Content $path -Raw | Should -BeLike $starts
        }

        It 'is left alone with -NoClobber, before any call' {
            $path = New-Path .html
            Set-Content $path old
            Set-PoolSandbox -ClearCall
            $failures = @(& { Export-PoolReport -Path $path -NoClobber -ErrorAction Continue } 2>&1)
            $failures.FullyQualifiedErrorId | Should -BeLike 'FileNotWritten,*'
            Get-Content $path | Should -Be old
            (Get-PoolSandbox).Calls | Should -BeNullOrEmpty
        }

        It 'is not written with -WhatIf' {
            $path = New-Path .html
            Export-PoolReport shop -Path $path -WhatIf
            Test-Path $path | Should -BeFalse
        }

        It 'must be named for -PassThru, -NoClobber and -Force' {
            foreach ($with in @{ PassThru = $true }, @{ NoClobber = $true }, @{ Force = $true }) {
                (Get-Failure { Export-PoolReport shop @with }).FullyQualifiedErrorId | Should -BeLike 'Invalid*'
            }
        }
    }

    It 'writes hostile names as text' {
        New-CognitoIdentityPool "a, b=c @d" -GuestAccess | Out-Null
        Set-CognitoIdentityPool 'a, b=c @d' -Tag @{ '<script>alert(1)</script>' = '"x"' }
        Export-PoolReport | Should -Not -BeLike '*<script>alert*'
    }
}
