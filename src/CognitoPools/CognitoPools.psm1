# Windows PowerShell 5.1 and PowerShell 6 read this file too: nothing newer than their language may stand here.

function Get-EngineRefusal([string] $Edition, [version] $Version) {
    if ($Edition -eq 'Core' -and $Version -lt [version] '7.4') {
        "CognitoPools needs PowerShell 7.4 or later, or Windows PowerShell 5.1, and this is PowerShell $Version. Update PowerShell and import the module again."
    }
}

$refusal = Get-EngineRefusal $PSVersionTable.PSEdition $PSVersionTable.PSVersion
if ($refusal) { throw $refusal }

if (-not [System.IO.File]::Exists([System.IO.Path]::Combine($PSScriptRoot, 'CognitoPools.Loader.dll'))) {
    $built = [System.IO.Path]::GetFullPath([System.IO.Path]::Combine($PSScriptRoot, '../../out/CognitoPools/CognitoPools.psd1'))
    throw "These are the sources of CognitoPools. Run 'dotnet build' in the checkout, then: Import-Module '$built'"
}

$bin = [System.IO.Path]::Combine($PSScriptRoot, 'bin')
if ($PSVersionTable.PSEdition -eq 'Core') {
    $loader = 'CognitoPools.Loader.ModuleLoadContext' -as [type]
    if (-not $loader) {
        $loader = [System.Reflection.Assembly]::LoadFrom([System.IO.Path]::Combine($PSScriptRoot, 'CognitoPools.Loader.dll')).GetType('CognitoPools.Loader.ModuleLoadContext', $true)
    }
    $assembly = $loader::Load($bin)
}
else {
    # .NET Framework binds to exact versions: the handler must stand before the first type that has a dependency is loaded.
    $assembly = [System.Reflection.Assembly]::LoadFrom([System.IO.Path]::Combine($bin, 'CognitoPools.dll'))
    $null = $assembly.GetType('CognitoPools.Loading.ShippedAssemblies', $true).GetMethod('Register').Invoke($null, $null)
}

$inner = Import-Module -Assembly $assembly -PassThru

# A second import in the same session finds the assembly's module in a cache and hands its cmdlets to nobody, so they are handed over here:
# https://github.com/PowerShell/PowerShell/issues/20710
$mine = $ExecutionContext.SessionState.Module
if ($mine.ExportedCmdlets.Count -eq 0) {
    $hand = [System.Management.Automation.PSModuleInfo].GetMethod('AddExportedCmdlet', [System.Reflection.BindingFlags] 'Instance, NonPublic')
    foreach ($cmdlet in $inner.ExportedCmdlets.Values) { $null = $hand.Invoke($mine, @(, $cmdlet)) }
}
