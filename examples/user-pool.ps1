<#
.SYNOPSIS
    Creates an identity pool for a user pool, as in the AWS tutorial:
    signed-in users and guests get AWS credentials.
.DESCRIPTION
    Creates an identity pool with the app client of a user pool as its
    provider, one role for signed-in users and one for guests. The
    server-side token check is on. The script returns the pool and the code
    that an app in JavaScript requires.

    You can run the script again: it changes only what differs. The user
    pool and its app client must already exist.

    The script uses the connected account. If you are not connected, it uses
    the SDK's default credentials.
.PARAMETER UserPoolId
    Specifies the id of the user pool.
.PARAMETER ClientId
    Specifies an app client of the user pool.
.PARAMETER Name
    Specifies the name of the identity pool. The default is tutorial.
.PARAMETER Region
    Specifies the AWS Region. The default is the Region of the connection,
    or AWS_REGION.
.EXAMPLE
    ./examples/user-pool.ps1 -UserPoolId us-east-1_AbCdEf123 -ClientId 1example23456789
    Creates the identity pool tutorial for the user pool.
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
