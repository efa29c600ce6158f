<#
.SYNOPSIS
    Shows the life of an identity pool: creates it, adds providers, lists
    and removes identities, and deletes it.
.DESCRIPTION
    Runs on a sandbox in memory and requires no AWS account. With -Account,
    the script runs on AWS with the SDK's default credentials. It deletes
    everything that it creates.
.PARAMETER Account
    Runs on AWS instead of a sandbox.
.PARAMETER Region
    Specifies the AWS Region. The default is us-east-1.
.PARAMETER Name
    Specifies the name of the identity pool. The default is quickstart.
.PARAMETER UserPoolId
    Specifies the id of a user pool. On a sandbox, the user pool does not
    need to exist.
.PARAMETER ClientId
    Specifies an app client of the user pool.
.EXAMPLE
    dotnet run --project tools/PoolShell -- examples/quickstart.ps1
    Builds the module and runs the script on a sandbox.
.EXAMPLE
    pwsh examples/quickstart.ps1 -Account -Region eu-west-1 -UserPoolId eu-west-1_AbCdEf123 -ClientId 1example23456789
    Runs the script on AWS.
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

# PowerShell formats all output of a script with the view of the first object, so each part is converted to text here.
filter Show { begin { $all = @() } process { $all += $_ } end { ($all | Out-String -Width 120).Trim() + "`n" } }

'# The account'
$(if ($Account) { Connect-PoolAccount -Region $Region } else { Connect-PoolAccount -Sandbox -Region $Region }) | Show

'# An identity pool with guest access, a role for guests and a role for signed-in users'
$pool = New-CognitoIdentityPool -Name $Name -GuestAccess -AuthenticatedRoleName "${Name}_authenticatedrole" -Tag @{ purpose = 'quickstart' }
$pool | Format-List | Show
try {
    '# Guest access off and on again; nothing else changes'
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
    '# The identities of the pool'
    Get-PoolIdentity $pool | Show

    '# Remove the guests'
    Get-PoolIdentity $pool | Where-Object IdentityType -eq 'Guest' | Remove-PoolIdentity -Force -PassThru | Show

    '# The pool after the changes'
    Get-CognitoIdentityPool $pool | Format-List | Show

    '# The plan of another change'
    Set-PoolGuestAccess $pool -Disable -AsPlan | Show
}
finally {
    '# Delete the pool and its roles'
    Remove-CognitoIdentityPool $pool -RemoveRole -Force
}
"Identity pools left: $(@(Get-CognitoIdentityPool $Name*).Count)"
