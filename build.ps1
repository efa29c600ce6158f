<#
.SYNOPSIS
    Builds, tests and packages the module. Each task runs one dotnet command.
.PARAMETER Task
    Specifies the tasks to run, in this order. The default is Build.
.PARAMETER Configuration
    Specifies the build configuration. The default is Release.
.EXAMPLE
    ./build.ps1
    Builds the module to out/CognitoPools.
.EXAMPLE
    ./build.ps1 -Task Clean, Build, Test, Package
    Runs all tasks, one after the other.
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
