<#
.SYNOPSIS
    Files a report of all identity pools every night: a runbook for Azure Automation.
.DESCRIPTION
    Audits the pools, compares them with their documents where a folder of documents is given, and writes a page (HTML) and the findings as
    JSON, both named for the day (UTC). The output has one object: the two files and how many findings of each severity there are. When a
    pool could not be read, the report says so, and the script throws at the end, so that the job is Failed.

    In Azure Automation connect first, as guest-cleanup.ps1 does, and copy the files from the sandbox of the job to a storage account:

        $night = ./audit-nightly.ps1 $env:TEMP -AllRegions
        Set-AzStorageBlobContent -File $night.Page -Container reports -Context $storage -Force

    The account is the one that is connected, or that of the SDK's credential chain. about_CognitoPools_Permissions has the policy 'audit'.
.PARAMETER Path
    The folder for the reports.
.PARAMETER DocumentPath
    A folder of pool documents, as pool-backup.ps1 writes it. Differences stand in the report.
.PARAMETER SuppressionPath
    A file of suppressions.
.PARAMETER Measure
    Counts the identities of every pool, which takes about a minute for 18,000 identities.
.PARAMETER AllRegions
    Every Region of the account's partition.
.EXAMPLE
    ./examples/audit-nightly.ps1 ./reports -AllRegions -DocumentPath ./pools
    The report of a night with the drift since the last backup.
.EXAMPLE
    Connect-PoolAccount -Sandbox; New-CognitoIdentityPool shop -GuestAccess; ./examples/audit-nightly.ps1 ./reports -Measure
    A rehearsal without an account.
#>
param(
    [Parameter(Mandatory)][string]$Path,
    [string]$DocumentPath,
    [string]$SuppressionPath,
    [switch]$Measure,
    [switch]$AllRegions
)
$ErrorActionPreference = 'Stop'
$built = Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1'
if (Test-Path $built) { Import-Module $built } else { Import-Module CognitoPools }

$pools = @(Get-CognitoIdentityPool -AllRegions:$AllRegions -ErrorVariable failures -ErrorAction Continue)
$with = @{ Account = $true }
if ($SuppressionPath) { $with.SuppressionPath = $SuppressionPath }
if ($Measure) {
    $measured = @($pools | Measure-PoolIdentity -ErrorVariable +failures -ErrorAction Continue)
    if ($measured) { $with.Measurement = $measured }
}
if ($DocumentPath) {
    $with.Difference = @($pools | Compare-CognitoIdentityPool -Path $DocumentPath -ErrorVariable +failures -ErrorAction Continue)
}

$null = New-Item -ItemType Directory -Path $Path -Force
$day = [datetime]::UtcNow.ToString('yyyy-MM-dd', [cultureinfo]::InvariantCulture)
$page = Join-Path $Path "identity-pools-$day.html"
$json = Join-Path $Path "identity-pools-$day.json"
# The page audits the pools, and so do the findings that are counted: a pool may change in between.
$pools | Export-PoolReport -Path $page -Force @with -ErrorVariable +failures -ErrorAction Continue
$with.Remove('Difference')
$findings = @($pools | Test-CognitoIdentityPool -All @with -ErrorVariable +failures -ErrorAction Continue | Where-Object Status -ne Passed)
$findings | Export-PoolReport -Path $json -Force

$counts = [ordered]@{}
foreach ($severity in 'Critical', 'High', 'Medium', 'Low', 'Info') {
    $counts[$severity] = @($findings | Where-Object { $_.Status -eq 'Found' -and $_.Severity -eq $severity }).Count
}
[pscustomobject](@{ Page = $page; Json = $json; NotChecked = @($findings | Where-Object Status -eq NotChecked).Count } + $counts) |
    Select-Object Page, Json, Critical, High, Medium, Low, Info, NotChecked
if ($failures) { throw "$($failures.Count) errors: $($failures[0])" }
