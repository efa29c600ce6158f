# Windows PowerShell 5.1 and PowerShell 6 also parse this file, so it must not use newer syntax.
# PowerShell compiles every statement at each import, which takes longer than running it, so this file has only those of the usual import.
$assembly = $null
try {
    if ($PSEdition -eq 'Core') {
        $assembly = [System.Reflection.Assembly]::LoadFrom("$PSScriptRoot/CognitoPools.Loader.dll").GetType(
            'CognitoPools.Loader.ModuleLoadContext', $true)::LoadFirst("$PSScriptRoot/bin")
    }
}
catch { $assembly = $null } # The other script finds the cause, or another way to load the assembly.
if ($assembly) { Import-Module -Assembly $assembly } else { . "$PSScriptRoot/CognitoPools.Import.ps1" }
