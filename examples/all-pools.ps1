<#
.SYNOPSIS
    Lists every identity pool of an account, in every Region.
.DESCRIPTION
    Writes the pools as objects, Region by Region, to show, sort or export. A Region that does not answer is a warning, and the others are
    listed; only when none answers does the script throw. The account is the one that is connected, or that of the SDK's credential chain.
.PARAMETER Region
    The Regions. Without it: those that every account of the commercial partition has. Regions that an account opted in to, and those of China
    and GovCloud, must be named.
.EXAMPLE
    ./examples/all-pools.ps1 | Where-Object GuestAccess | Format-Table Region, Name, GuestRole
    The pools that give credentials to anyone.
.EXAMPLE
    ./examples/all-pools.ps1 -Region eu-south-1, me-central-1 | Export-Csv pools.csv
    Two Regions that an account must opt in to.
#>
param(
    [string[]]$Region = @(
        'us-east-1', 'us-east-2', 'us-west-1', 'us-west-2', 'ca-central-1', 'sa-east-1', 'eu-central-1', 'eu-west-1', 'eu-west-2', 'eu-west-3', 'eu-north-1',
        'ap-south-1', 'ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3', 'ap-southeast-1', 'ap-southeast-2'
    )
)
$ErrorActionPreference = 'Stop'
$built = Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1'
if (Test-Path $built) { Import-Module $built } else { Import-Module CognitoPools }

$silent = @()
foreach ($one in $Region) {
    try { Get-CognitoIdentityPool -Region $one }
    catch {
        $silent += $one
        Write-Warning "${one}: $_"
    }
}
if ($silent.Count -eq $Region.Count) { throw "None of the $($Region.Count) Regions answered. The warnings above say why." }
