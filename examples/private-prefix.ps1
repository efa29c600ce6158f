<#
.SYNOPSIS
    Allows each user of a user pool access to a private folder in an S3
    bucket, as in the AWS tutorial.
.DESCRIPTION
    Creates an identity pool for the users of a user pool, without guest
    access. The role for signed-in users allows access to the folder that
    has the name of the user's identity, and to nothing else in the bucket.

    The bucket, the user pool and its app client must already exist. The
    policy of the bucket must not allow access to others.

    The script uses the connected account. If you are not connected, it uses
    the SDK's default credentials.
.PARAMETER UserPoolId
    Specifies the id of the user pool.
.PARAMETER ClientId
    Specifies an app client of the user pool.
.PARAMETER Bucket
    Specifies the S3 bucket.
.PARAMETER Prefix
    Specifies the folder of the bucket in which each user gets a folder. The
    default is private.
.PARAMETER Name
    Specifies the name of the identity pool. The default is private-files.
.PARAMETER Region
    Specifies the AWS Region. The default is the Region of the connection,
    or AWS_REGION.
.EXAMPLE
    ./examples/private-prefix.ps1 -UserPoolId us-east-1_AbCdEf123 -ClientId 1example23456789 -Bucket shop-files
    Allows each user access to the folder shop-files/private/<identity id>/.
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

# The Region determines the partition, and so the form of ARNs and claims.
$Region = if ($Region) { $Region } else { (Get-PoolAccount).Region }
$policy = New-PoolRolePolicy -S3Bucket $Bucket -S3Prefix $Prefix -Region $Region
New-CognitoIdentityPool $Name -UserPoolId $UserPoolId -ClientId $ClientId -AuthenticatedPermissionsPolicy $policy -Region $Region
