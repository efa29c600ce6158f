<#
.SYNOPSIS
Makes docs/images/session.svg: what a terminal shows when the commands of session.ps1 run on a sandbox.
.DESCRIPTION
The commands run in real PowerShell on a pseudo terminal, which the command 'script' of Linux and macOS provides. The
colors and the text are those that PowerShell wrote. Run it in a clone:
dotnet run --project tools/PoolShell -- tools/Picture/New-SessionPicture.ps1
.PARAMETER Path
The picture to write. By default, it is the one in docs/images.
.PARAMETER Columns
The width of the terminal.
#>
param(
    [string] $Path = "$PSScriptRoot/../../docs/images/session.svg",
    [ValidateRange(60, 200)]
    [int] $Columns = 100
)

Set-StrictMode -Version 3
$ErrorActionPreference = 'Stop'
if (-not (Get-Command script -CommandType Application -ErrorAction Ignore)) {
    throw "The command 'script' is not installed. It is part of util-linux (Debian: bsdutils) and of macOS."
}

function Get-TerminalOutput {
    # The shell that runs this script runs the session as well: pwsh itself, or dotnet with the assembly of pwsh.
    $arguments = [Environment]::GetCommandLineArgs()
    $shell = [Environment]::ProcessPath
    if ([IO.Path]::GetFileNameWithoutExtension($shell) -eq 'dotnet') { $shell = "'$shell' '$($arguments[0])'" }
    $command = "stty cols $Columns rows 60; $shell -NoProfile -File '$PSScriptRoot/Show-Session.ps1'"
    $log = New-TemporaryFile
    try {
        if ($IsMacOS) { script -q $log sh -c $command | Out-Null } else { script -qec $command $log.FullName | Out-Null }
        # 'script' adds a line above and below the session.
        [IO.File]::ReadAllText($log.FullName) -replace '\A(Script started|\^D)[^\n]*\n' -replace '\n?Script done[^\n]*\s*\z' -replace "`r"
    } finally {
        Remove-Item $log
    }
}

$colors = @{
    30 = '#484f58'; 31 = '#ff7b72'; 32 = '#3fb950'; 33 = '#d29922'; 34 = '#58a6ff'; 35 = '#bc8cff'; 36 = '#39c5cf'; 37 = '#b1bac4'
    90 = '#8b949e'; 91 = '#ffa198'; 92 = '#56d364'; 93 = '#e3b341'; 94 = '#79c0ff'; 95 = '#d2a8ff'; 96 = '#56d4dd'; 97 = '#f0f6fc'
}

# The pieces of a line that have one style and fit one row; a terminal wraps what is longer. $Style is left as the next
# line begins.
function Split-Line([string] $Line, [hashtable] $Style) {
    $column = $row = 0
    foreach ($part in [regex]::Matches($Line, "`e\[(?<codes>[\d;]*)m|`e\[[?\d;]*[A-Za-z]|`e[=>]|(?<text>[^`e]+)")) {
        if ($part.Groups['text'].Success) {
            $rest = $part.Value
            while ($rest) {
                if ($column -eq $Columns) { $row++; $column = 0 }
                $fitting = $rest.Substring(0, [Math]::Min($rest.Length, $Columns - $column))
                [pscustomobject]@{ Row = $row; Column = $column; Text = $fitting; Style = $Style.Clone() }
                $column += $fitting.Length
                $rest = $rest.Substring($fitting.Length)
            }
        } elseif ($part.Groups['codes'].Success) {
            foreach ($code in [int[]](($part.Groups['codes'].Value -split ';') -replace '^$', '0')) {
                switch ($code) {
                    0 { $Style.Clear() }
                    1 { $Style.Bold = $true }
                    3 { $Style.Italic = $true }
                    { $colors.ContainsKey($_) } { $Style.Color = $colors[$_] }
                }
            }
        }
    }
}

$width, $height, $margin, $bar = 8.4, 19, 18, 34
$lines = (Get-TerminalOutput).TrimEnd() -split "`n"
$style = @{}
$count = 0
$rows = foreach ($line in $lines) {
    $pieces = @(Split-Line $line $style)
    foreach ($piece in $pieces) {
        $y = $bar + $margin + (($count + $piece.Row) * $height)
        $look = "fill=""$(if ($piece.Style.ContainsKey('Color')) { $piece.Style.Color } else { '#c9d1d9' })"""
        if ($piece.Style.ContainsKey('Bold')) { $look += ' font-weight="bold"' }
        if ($piece.Style.ContainsKey('Italic')) { $look += ' font-style="italic"' }
        # Not every viewer keeps two spaces, so that each column of a table is a text. With a length, the columns stay in
        # line whatever monospaced font the reader has.
        foreach ($text in [regex]::Matches($piece.Text, '\S+( \S+)*')) {
            $x = $margin + (($piece.Column + $text.Index) * $width)
            "  <text x=""$x"" y=""$y"" textLength=""$($text.Length * $width)"" $look>$([Security.SecurityElement]::Escape($text.Value))</text>"
        }
    }
    $count += 1 + $(if ($pieces) { $pieces[-1].Row } else { 0 })
}
$size = @{ Width = [int](2 * $margin + $Columns * $width); Height = $bar + 2 * $margin + ($count - 1) * $height }
$title = 'A session of CognitoPools in a terminal'
@"
<svg xmlns="http://www.w3.org/2000/svg" width="$($size.Width)" height="$($size.Height)"
    viewBox="0 0 $($size.Width) $($size.Height)" role="img" aria-label="$title">
  <title>$title</title>
  <rect width="100%" height="100%" rx="9" fill="#0d1117"/>
  <g fill="#8b949e"><circle cx="20" cy="18" r="5"/><circle cx="38" cy="18" r="5"/><circle cx="56" cy="18" r="5"/></g>
  <g font-family="ui-monospace,Cascadia Mono,SFMono-Regular,Menlo,Consolas,DejaVu Sans Mono,monospace" font-size="14">
$($rows -join "`n")
  </g>
</svg>

"@ -replace "`r" | Set-Content $Path -NoNewline -Encoding utf8
Write-Output "Wrote $((Resolve-Path $Path).Path): $count rows."
