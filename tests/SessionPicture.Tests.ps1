BeforeDiscovery {
    $hasTerminal = [bool](Get-Command script -CommandType Application -ErrorAction Ignore) -and -not $IsWindows
    if (-not $hasTerminal) { Write-Host "Skipped: the picture of the session needs the command 'script'." }
}

Describe 'docs/images/session.svg' {
    It 'shows what the session prints today' -Skip:(-not $hasTerminal) {
        $root = Resolve-Path "$PSScriptRoot/.."
        $drawn = Join-Path $TestDrive 'session.svg'
        & "$root/tools/Picture/New-SessionPicture.ps1" -Path $drawn | Should -BeLike 'Wrote *'

        # Ids and durations differ from run to run, and with an id the place where its row is wrapped.
        $shown = {
            param($path)
            ([xml](Get-Content $path -Raw)).SelectNodes('//*[local-name()="text"]').InnerText -join '' -replace
                '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}', '#' -replace '[\d.]+ s\.', 'n s.'
        }
        & $shown $drawn | Should -Be (& $shown "$root/docs/images/session.svg")
    }

    It 'is a picture of its own: no script, no font and no address to load' {
        $picture = Get-Content "$PSScriptRoot/../docs/images/session.svg" -Raw
        $picture | Should -Not -Match '<script|<image|@import|url\(|xlink:href'
        ([xml]$picture).svg.title | Should -Not -BeNullOrEmpty
    }
}
