BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
    $path = Join-Path $PSScriptRoot '../README.md'
    $lines = @(Get-Content $path)
}

Describe 'README.md' {
    AfterAll { Disconnect-PoolAccount }

    It 'has at most 130 lines' {
        $lines.Count | Should -BeLessOrEqual 130
    }

    It 'shows what its commands really print' {
        $text = $lines -join "`n"
        $text -match '(?s)\n```powershell\n(?<code>.+?)\n```\n```text\n(?<shown>.+?)\n```' | Should -BeTrue
        $code, $shown = $Matches.code, $Matches.shown
        $transcript = Join-Path $TestDrive 'transcript.txt'

        # What -WhatIf prints goes to the host, past the pipeline.
        Start-Transcript $transcript -UseMinimalHeader | Out-Null
        try {
            $ErrorActionPreference = 'Continue'
            & ([scriptblock]::Create($code)) | Out-Host
        } finally {
            Stop-Transcript | Out-Null
        }

        # Ids differ from run to run, and the README wraps lines.
        $printed = ((Get-Content $transcript -Raw) -split '\*{10,}\s')[2]
        $normal = { param($text) $text -replace '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}', '<uuid>' -replace '\s+' }
        & $normal $printed | Should -Be (& $normal $shown)
    }

    It 'gives the times and the lines of both commands' {
        $lines | Should -Contain 'dotnet run --project tools/PoolShell -- examples/quickstart.ps1'
        $lines | Should -Contain 'dotnet test'
    }

    It 'names the version of PowerShell that the tests run in, and claims no other as tested' {
        $tested = $lines -match '^- Tested:'
        $tested | Should -HaveCount 1
        [regex]::Matches($tested[0], 'PowerShell ([\d.]+)').ForEach{ $_.Groups[1].Value } | Should -Be "$($PSVersionTable.PSVersion)"
    }

    It 'has the numbers of the benchmark' {
        $bench = Get-Content (Join-Path $PSScriptRoot '../bench/README.md') -Raw
        $row = $lines -match '^\| Remove 20,000 guests'
        $row | Should -HaveCount 1
        foreach ($seconds in [regex]::Matches($row[0], '([\d,]+) s').ForEach{ $_.Groups[1].Value -replace ',' }) {
            $bench | Should -Match "\| (CognitoPools|one id per call[^|]*) \| $seconds\.\d "
        }
    }

    It 'has pictures and pages that exist' {
        foreach ($link in [regex]::Matches(($lines -join "`n"), '\]\((?!https?:|#)([^)]+)\)').ForEach{ $_.Groups[1].Value }) {
            Join-Path $PSScriptRoot "../$link" | Should -Exist
        }
    }
}
