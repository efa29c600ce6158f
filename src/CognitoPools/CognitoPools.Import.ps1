# Handles every import except the first of a process on PowerShell 7.4 or later, which CognitoPools.psm1 handles.

$version = $PSVersionTable.PSVersion
if ($version.Major -eq 6 -or ($version.Major -eq 7 -and $version.Minor -lt 4)) {
    throw "CognitoPools requires PowerShell 7.4 or later, or Windows PowerShell 5.1, but this is PowerShell $version. " +
        'Update PowerShell and import the module again.'
}

if (-not [System.IO.File]::Exists("$PSScriptRoot/CognitoPools.Loader.dll")) {
    $built = [System.IO.Path]::GetFullPath("$PSScriptRoot/../../out/CognitoPools/CognitoPools.psd1")
    throw "This folder contains only the sources of CognitoPools. Run 'dotnet build' in the checkout, and then: Import-Module '$built'"
}

if ($version.Major -ge 7) {
    # A copy of the module in another folder has the same loader, which the runtime does not load twice.
    try { $loader = [System.Reflection.Assembly]::LoadFrom("$PSScriptRoot/CognitoPools.Loader.dll").GetType('CognitoPools.Loader.ModuleLoadContext', $true) }
    catch { $loader = [type] 'CognitoPools.Loader.ModuleLoadContext' }
    $assembly = $loader::Load("$PSScriptRoot/bin")
}
else {
    # .NET Framework binds to exact versions: the handler must be registered before the first type with a dependency is loaded.
    $assembly = [System.Reflection.Assembly]::LoadFrom("$PSScriptRoot/bin/CognitoPools.dll")
    $shipped = $assembly.GetType('CognitoPools.Loading.ShippedAssemblies', $true)
    $shipped::Register()
}

$inner = Import-Module -Assembly $assembly -PassThru
$second = $assembly.GetType('CognitoPools.Loading.SecondImport', $true)
$second::HandOver($inner, $ExecutionContext.SessionState.Module)
