<#
.SYNOPSIS
    Writes a daily report about the identity pools of an account. A runbook
    for Azure Automation.
.DESCRIPTION
    Audits the pools and writes an HTML page, and a JSON file with the
    findings. The names of both files contain the date (UTC). With
    -DocumentPath, the page also shows the differences between the pools and
    their documents.

    The script returns one object with the paths of the two files and the
    number of findings of each severity.

    If a pool could not be read, the report shows it, and the script fails
    at the end, so that the job has the status Failed.

    In Azure Automation, connect first, as guest-cleanup.ps1 does. Then copy
    the files from the job's sandbox to a storage account:

        $night = ./audit-nightly.ps1 $env:TEMP -AllRegions
        Set-AzStorageBlobContent -File $night.Page -Container reports -Context $storage -Force

    The script uses the connected account. If you are not connected, it uses
    the SDK's default credentials. For the required permissions, see AUDIT
    in about_CognitoPools_Permissions.
.PARAMETER Path
    Specifies the folder for the reports.
.PARAMETER DocumentPath
    Specifies a folder of pool documents, such as the output of
    pool-backup.ps1. The report shows the differences.
.PARAMETER SuppressionPath
    Specifies the path of a file with suppressions.
.PARAMETER Measure
    Counts the identities of each pool, which takes about a minute for
    18,000 identities.
.PARAMETER AllRegions
    Reports the pools of every Region of the account's partition. By
    default, the script reports the Region of the connection.
.EXAMPLE
    ./examples/audit-nightly.ps1 ./reports -AllRegions -DocumentPath ./pools
    Writes a report that includes the changes since the last backup.
.EXAMPLE
    Connect-PoolAccount -Sandbox; New-CognitoIdentityPool shop -GuestAccess; ./examples/audit-nightly.ps1 ./reports -Measure
    Tests the script on a sandbox, without an AWS account.
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
# The pools are audited twice, for the page and for the counts. A pool can change in between.
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
if ($failures) { throw "The report is incomplete because of $($failures.Count) errors. The first is: $($failures[0])" }
