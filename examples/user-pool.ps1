<#
.SYNOPSIS
    AWS's tutorial for an identity pool behind a user pool: signed-in users and guests get AWS credentials, each kind with a role of its own.
.DESCRIPTION
    Makes the pool with the user pool's app client as provider, its token check on, and two roles. Shows the pool and the lines that an app
    in JavaScript needs. Running it again changes only what differs. The user pool and its app client must be there already. The account is the
    one that is connected, or that of the SDK's credential chain.
.PARAMETER UserPoolId
    The user pool's id.
.PARAMETER ClientId
    Its app client.
.PARAMETER Name
    The identity pool's name.
.PARAMETER Region
    The AWS Region. Without it: the connection's or AWS_REGION.
.EXAMPLE
    ./examples/user-pool.ps1 -UserPoolId us-east-1_AbCdEf123 -ClientId 1example23456789
.LINK
    https://docs.aws.amazon.com/cognito/latest/developerguide/getting-started-with-identity-pools.html
#>
param(
    [Parameter(Mandatory)][string]$UserPoolId,
    [Parameter(Mandatory)][string]$ClientId,
    [string]$Name = 'tutorial',
    [string]$Region
)
$ErrorActionPreference = 'Stop'
$built = Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1'
if (Test-Path $built) { Import-Module $built } else { Import-Module CognitoPools }

$inRegion = if ($Region) { @{ Region = $Region } } else { @{} }
$pool = New-CognitoIdentityPool $Name -UserPoolId $UserPoolId -ClientId $ClientId -GuestAccess -UseExisting @inRegion
$pool
Get-PoolClientConfiguration $pool JavaScript
