<#
.SYNOPSIS
    Audits identity pools in CI: writes SARIF for code scanning, and fails the build on grave findings.
.DESCRIPTION
    Audits the pools of the connected account, writes every finding to a SARIF file, and throws when a finding of the severity or above
    remains that no suppression accepts, or when something could not be checked. Upload the file with
    github/codeql-action/upload-sarif, also when this script fails.

    The account is the one that is connected, or that of the SDK's credential chain. about_CognitoPools_Permissions has the policy 'audit'.
.PARAMETER Path
    The SARIF file.
.PARAMETER FailOn
    The least severity that fails the build.
.PARAMETER SuppressionPath
    A file of suppressions.
.PARAMETER AllRegions
    Every Region of the account's partition.
.EXAMPLE
    ./examples/audit-ci.ps1 ./pools.sarif -AllRegions
    Fails on High and Critical.
.EXAMPLE
    Connect-PoolAccount -Sandbox; New-CognitoIdentityPool shop -GuestAccess; ./examples/audit-ci.ps1 ./pools.sarif -FailOn Critical
    A rehearsal without an account.
#>
param(
    [Parameter(Mandatory)][string]$Path,
    [ValidateSet('Info', 'Low', 'Medium', 'High', 'Critical')][string]$FailOn = 'High',
    [string]$SuppressionPath,
    [switch]$AllRegions
)
$ErrorActionPreference = 'Stop'
$built = Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1'
if (Test-Path $built) { Import-Module $built } else { Import-Module CognitoPools }

$with = @{ Account = $true; AllRegions = $AllRegions }
if ($SuppressionPath) { $with.SuppressionPath = $SuppressionPath }
# A pool that cannot be read must not hide the findings of the others; it fails the build at the end.
$all = @(Test-CognitoIdentityPool @with -All -ErrorVariable failures -ErrorAction Continue | Where-Object Status -ne Passed)
$all | Export-PoolReport -Path $Path -Force

$grave = @($all | Where-Object { $_.Status -eq 'Found' -and $_.Severity -ge $FailOn })
$unchecked = @($all | Where-Object Status -eq NotChecked)
$grave | Sort-Object Severity -Descending | ForEach-Object { "$($_.Severity) $($_.Id): $($_.Pool), $($_.Target). $($_.Why)" }
$unchecked | ForEach-Object { "NotChecked: $($_.Pool), $($_.Target). $($_.Why)" }
if ($grave -or $unchecked -or $failures) {
    throw "The audit of the identity pools has $($grave.Count) findings of the severity $FailOn and above, $($unchecked.Count) parts " +
        "that could not be checked and $($failures.Count) errors. The report is '$Path'."
}
