<#
.SYNOPSIS
    AWS's tutorial for private files: each user of a user pool reads and writes a prefix of an S3 bucket that nobody else can reach.
.DESCRIPTION
    Makes an identity pool without guests behind the user pool, whose role for signed-in users allows the prefix named after the user's own
    identity, and nothing else of the bucket. The bucket, the user pool and its app client must be there already; the bucket's own policy
    must not open it to others. The account is the one that is connected, or that of the SDK's credential chain.
.PARAMETER UserPoolId
    The user pool's id.
.PARAMETER ClientId
    Its app client.
.PARAMETER Bucket
    The S3 bucket.
.PARAMETER Prefix
    The folder of the bucket that holds a folder for each user.
.PARAMETER Name
    The identity pool's name.
.PARAMETER Region
    The AWS Region. Without it: the connection's or AWS_REGION.
.EXAMPLE
    ./examples/private-prefix.ps1 -UserPoolId us-east-1_AbCdEf123 -ClientId 1example23456789 -Bucket shop-files
    Each user gets shop-files/private/<identity id>/.
.LINK
    https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html
#>
param(
    [Parameter(Mandatory)][string]$UserPoolId,
    [Parameter(Mandatory)][string]$ClientId,
    [Parameter(Mandatory)][string]$Bucket,
    [string]$Prefix = 'private',
    [string]$Name = 'private-files',
    [string]$Region
)
$ErrorActionPreference = 'Stop'
$built = Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1'
if (Test-Path $built) { Import-Module $built } else { Import-Module CognitoPools }

# The Region decides the partition, and with it the form of ARNs and claims.
$Region = if ($Region) { $Region } else { (Get-PoolAccount).Region }
$policy = New-PoolRolePolicy -S3Bucket $Bucket -S3Prefix $Prefix -Region $Region
New-CognitoIdentityPool $Name -UserPoolId $UserPoolId -ClientId $ClientId -AuthenticatedPermissionsPolicy $policy -Region $Region
