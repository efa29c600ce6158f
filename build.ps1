<#
.SYNOPSIS
    Runs the project's tasks, one after the other. Each only calls dotnet or Pester.
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
$root = $PSScriptRoot

function Invoke-Tool {
    & $args[0] $args[1..($args.Count - 1)]
    if ($LASTEXITCODE) { throw "$args ended with exit code $LASTEXITCODE." }
}

foreach ($name in $Task) {
    switch ($name) {
        'Clean' { Invoke-Tool dotnet clean $root --configuration $Configuration --nologo }
        'Build' { Invoke-Tool dotnet build $root --configuration $Configuration --nologo }
        'Test' {
            Invoke-Tool dotnet test $root --configuration $Configuration --nologo
            # dotnet test has run the Pester files on PoolShell; where Pester is installed it runs them too.
            if (Get-Module Pester -ListAvailable | Where-Object { $_.Version.Major -ge 5 }) {
                Import-Module Pester -MinimumVersion 5.0
                $pester = Invoke-Pester -Path (Join-Path $root tests) -PassThru
                if ($pester.Result -ne 'Passed') { throw "Pester: $($pester.FailedCount) of $($pester.TotalCount) tests failed." }
            }
        }
        'Package' { Invoke-Tool dotnet build (Join-Path $root tools/ModuleBuilder) '-t:Package' --configuration $Configuration --nologo }
    }
}
