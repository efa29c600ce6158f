<#
.SYNOPSIS
    Lists every identity pool of an account, in every Region.
.DESCRIPTION
    Writes the pools as objects, Region by Region, to show, sort or export. A Region that cannot be read is a warning, and the others are
    listed; only when none can be read does the script throw. The account is the one that is connected, or that of the SDK's credential
    chain.
.PARAMETER Region
    The Regions. Without it: every Region of the account's partition. Those that the account has not enabled are skipped.
.PARAMETER Tag
    Only pools with these tags.
.EXAMPLE
    ./examples/all-pools.ps1 | Where-Object GuestAccess | Format-Table Region, Name, GuestRole
    The pools that give credentials to anyone.
.EXAMPLE
    ./examples/all-pools.ps1 -Tag @{ team = 'web' } | Export-Csv pools.csv
    The pools of one team.
#>
param(
    [string[]]$Region,
    [hashtable]$Tag
)
$ErrorActionPreference = 'Stop'
$built = Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1'
if (Test-Path $built) { Import-Module $built } else { Import-Module CognitoPools }

$filter = if ($Tag) { @{ Tag = $Tag } } else { @{} }
if (-not $Region) {
    Get-CognitoIdentityPool -AllRegions @filter -ErrorAction SilentlyContinue -ErrorVariable failed
    $failed | ForEach-Object { Write-Warning $_ }
    return
}
$silent = @()
foreach ($one in $Region) {
    try { Get-CognitoIdentityPool -Region $one @filter }
    catch {
        $silent += $one
        Write-Warning "${one}: $_"
    }
}
if ($silent.Count -eq $Region.Count) { throw "None of the $($Region.Count) Regions answered. The warnings above say why." }
