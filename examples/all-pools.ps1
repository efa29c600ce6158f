<#
.SYNOPSIS
    Lists the identity pools of an account in all Regions.
.DESCRIPTION
    Returns the pools as objects, Region by Region, so that you can show,
    sort or export them.

    If a Region cannot be read, the script writes a warning and continues
    with the next one. It fails only if no Region can be read.

    The script uses the connected account. If you are not connected, it uses
    the SDK's default credentials.
.PARAMETER Region
    Specifies the Regions. By default, the script reads every Region of the
    account's partition and skips Regions that the account has not enabled.
.PARAMETER Tag
    Returns only pools with these tags.
.EXAMPLE
    ./examples/all-pools.ps1 | Where-Object GuestAccess | Format-Table Region, Name, GuestRole
    Shows the pools that give credentials to anyone.
.EXAMPLE
    ./examples/all-pools.ps1 -Tag @{ team = 'web' } | Export-Csv pools.csv
    Exports the pools of one team.
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
$unread = @()
foreach ($one in $Region) {
    try { Get-CognitoIdentityPool -Region $one @filter }
    catch {
        $unread += $one
        Write-Warning "${one}: $_"
    }
}
if ($unread.Count -eq $Region.Count) { throw "None of the $($Region.Count) Regions could be read. The warnings above contain the errors." }
