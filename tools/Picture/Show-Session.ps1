<#
.SYNOPSIS
Runs the commands of session.ps1 one after the other, each after a prompt, as a person at a terminal would.
#>
Set-StrictMode -Off
Import-Module CognitoPools
$PSStyle.OutputRendering = 'Ansi'
$shown = $false
foreach ($line in [IO.File]::ReadAllLines("$PSScriptRoot/session.ps1")) {
    if ($line.StartsWith('#')) {
        $shown = $shown -or $line -eq '# shown'
        continue
    }
    if ($shown) { [Console]::Out.Write("`e[90mPS>`e[0m `e[97m$line`e[0m`n") }
    # Without a file, an error is shown as at the prompt.
    . ([scriptblock]::Create($line)) | Out-Default
}
