<#
.SYNOPSIS
    Audits identity pools in CI, writes a SARIF file for code scanning, and
    fails the build on serious findings.
.DESCRIPTION
    Audits the pools of the account and writes all findings to a SARIF file.
    The script fails in two cases: a finding has the severity -FailOn or
    higher and is not suppressed, or something could not be checked.

    Upload the file with github/codeql-action/upload-sarif, even if this
    script fails.

    The script uses the connected account. If you are not connected, it uses
    the SDK's default credentials. For the required permissions, see AUDIT
    in about_CognitoPools_Permissions.
.PARAMETER Path
    Specifies the path of the SARIF file.
.PARAMETER FailOn
    Specifies the lowest severity that fails the build. The default is High.
.PARAMETER SuppressionPath
    Specifies the path of a file with suppressions.
.PARAMETER AllRegions
    Audits the pools of every Region of the account's partition. By default,
    the script audits the Region of the connection.
.EXAMPLE
    ./examples/audit-ci.ps1 ./pools.sarif -AllRegions
    Fails on findings of the severity High or Critical.
.EXAMPLE
    Connect-PoolAccount -Sandbox; New-CognitoIdentityPool shop -GuestAccess; ./examples/audit-ci.ps1 ./pools.sarif -FailOn Critical
    Tests the script on a sandbox, without an AWS account.
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
# A pool that cannot be read must not hide the findings of the other pools. It fails the build at the end.
$all = @(Test-CognitoIdentityPool @with -All -ErrorVariable failures -ErrorAction Continue | Where-Object Status -ne Passed)
$all | Export-PoolReport -Path $Path -Force

$serious = @($all | Where-Object { $_.Status -eq 'Found' -and $_.Severity -ge $FailOn })
$unchecked = @($all | Where-Object Status -eq NotChecked)
$serious | Sort-Object Severity -Descending | ForEach-Object { "$($_.Severity) $($_.Id): $($_.Pool), $($_.Target). $($_.Why)" }
$unchecked | ForEach-Object { "NotChecked: $($_.Pool), $($_.Target). $($_.Why)" }
if ($serious -or $unchecked -or $failures) {
    throw "The audit has $($serious.Count) findings of the severity $FailOn or higher, $($unchecked.Count) parts that could not be checked, " +
        "and $($failures.Count) errors. The report is '$Path'."
}
