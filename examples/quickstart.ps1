<#
.SYNOPSIS
    The whole life of an identity pool: made, secured, given providers, browsed, cleaned up and deleted.
.DESCRIPTION
    Runs on a sandbox in memory and needs no AWS account. With -Account it does the same on AWS, with the account that the
    SDK's own credential chain finds, and deletes everything it made.
.EXAMPLE
    dotnet run --project tools/PoolShell -- examples/quickstart.ps1
.EXAMPLE
    pwsh examples/quickstart.ps1 -Account -Region eu-west-1 -UserPoolId eu-west-1_AbCdEf123 -ClientId 1example23456789
#>
param(
    [switch]$Account,
    [string]$Region = 'us-east-1',
    [string]$Name = 'quickstart',
    [string]$UserPoolId = "${Region}_AbCdEf123",
    [string]$ClientId = '1example23456789'
)
$ErrorActionPreference = 'Stop'

$built = Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1'
if (Test-Path $built) { Import-Module $built } else { Import-Module CognitoPools }

# One script's output is shown with the view of its first object, so each part is made text by itself.
filter Show { begin { $all = @() } process { $all += $_ } end { ($all | Out-String -Width 120).Trim() + "`n" } }

'# Where this runs'
$(if ($Account) { Connect-PoolAccount -Region $Region } else { Connect-PoolAccount -Sandbox -Region $Region }) | Show

'# An identity pool with guest access, a role for guests and a role for signed-in users'
$pool = New-CognitoIdentityPool -Name $Name -GuestAccess -AuthenticatedRoleName "${Name}_authenticatedrole" -Tag @{ purpose = 'quickstart' }
$pool | Format-List | Show
try {
    '# Guest access off, and on again; nothing else of the pool moves'
    Set-PoolGuestAccess $pool -Disable -PassThru | Select-Object Name, GuestAccess, GuestRole | Show
    Set-PoolGuestAccess $pool -Enable

    '# A Cognito user pool and Google to sign in with'
    Add-PoolIdentityProvider $pool -UserPoolId $UserPoolId -ClientId $ClientId
    Add-PoolIdentityProvider $pool -GoogleClientId '123456789012-abc.apps.googleusercontent.com'
    Get-PoolIdentityProvider $pool | Show

    if (-not $Account) {
        Add-PoolSandboxIdentity $pool -Count 3 -CreationDate 2026-01-15T12:00:00
        Add-PoolSandboxIdentity $pool -Count 2 -Provider Google -CreationDate 2026-02-20T12:00:00
    }
    '# Its identities'
    Get-PoolIdentity $pool | Show

    '# The guests go'
    Get-PoolIdentity $pool | Where-Object IdentityType -eq 'Guest' | Remove-PoolIdentity -Force -PassThru | Show

    '# The pool as it is now'
    Get-CognitoIdentityPool $pool | Format-List | Show

    '# What one more change would do: its plan'
    Set-PoolGuestAccess $pool -Disable -AsPlan | Show
}
finally {
    '# Everything is deleted, roles included'
    Remove-CognitoIdentityPool $pool -RemoveRole -Force
}
"Identity pools left: $(@(Get-CognitoIdentityPool $Name*).Count)"
