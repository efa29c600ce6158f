<#
.SYNOPSIS
    Runs the project's tasks, one after the other. Each only calls dotnet.
.EXAMPLE
    ./build.ps1 -Task Clean, Build, Test, Package
#>
param(
    [ValidateSet('Clean', 'Build', 'Test', 'Package')]
    [string[]]$Task = 'Build',
    [ValidateSet('Debug', 'Release')]
    [string]$Configuration = 'Release'
)
$ErrorActionPreference = 'Stop'
$arguments = @{
    Clean = 'clean', $PSScriptRoot
    Build = 'build', $PSScriptRoot
    Test = 'test', $PSScriptRoot
    Package = 'build', (Join-Path $PSScriptRoot tools/ModuleBuilder), '-t:Package'
}

foreach ($name in $Task) {
    $call = $arguments[$name] + '--configuration', $Configuration, '--nologo'
    dotnet @call
    if ($LASTEXITCODE) { throw "dotnet $call ended with exit code $LASTEXITCODE." }
}
