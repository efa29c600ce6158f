BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
    $lines = @(Get-Content (Join-Path $PSScriptRoot '../README.md'))
}

Describe 'README.md' {
    AfterAll { Disconnect-PoolAccount }

    It 'has fewer than 120 lines' {
        $lines.Count | Should -BeLessThan 120
    }

    It 'shows what its first pipeline really prints' {
        $fences = @(0..($lines.Count - 1) | Where-Object { $lines[$_].StartsWith('```') })
        $code = $lines[($fences[0] + 1)..($fences[1] - 1)] -join "`n"
        $shown = $lines[($fences[2] + 1)..($fences[3] - 1)]

        $printed = & ([scriptblock]::Create($code)) | Out-String -Width 160

        $id = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
        $normal = { param($text) @($text -split "`r?`n" | ForEach-Object { ($_ -replace $id, '<uuid>').TrimEnd() } | Where-Object { $_ }) }
        (& $normal $printed) -join "`n" | Should -Be ((& $normal ($shown -join "`n")) -join "`n")
    }
}
