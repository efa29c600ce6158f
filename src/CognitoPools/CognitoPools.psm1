# Windows PowerShell 5.1 and PowerShell 6 read this file too: nothing newer than their language may stand here.
# Every statement is compiled anew at each import, and that takes longer than what it does: here are only those of the usual import.
$assembly = $null
try {
    if ($PSEdition -eq 'Core') {
        $assembly = [System.Reflection.Assembly]::LoadFrom("$PSScriptRoot/CognitoPools.Loader.dll").GetType(
            'CognitoPools.Loader.ModuleLoadContext', $true)::LoadFirst("$PSScriptRoot/bin")
    }
}
catch { $assembly = $null } # The other script finds the cause, or another way.
if ($assembly) { Import-Module -Assembly $assembly } else { . "$PSScriptRoot/CognitoPools.Import.ps1" }
