<#
.SYNOPSIS
    Removes the old guests of an identity pool. A runbook for Azure
    Automation or any other scheduler.
.DESCRIPTION
    Lists the guests that were created before a date and removes them at the
    service's rates. You can run the script again at any time: if a run ends
    early, the next run continues with the remaining guests.

    -Most limits a run. Azure Automation ends a job in its cloud after three
    hours. In this time, the service's quotas allow listing about three
    million identities. For a larger pool, use a Hybrid Runbook Worker.

    The script returns one object, the summary of the run. It writes an
    error for each guest that could not be removed, and then fails, so that
    the job has the status Failed and you can set an alert on it. With pwsh
    -File, the exit code is 1. A run without guests to remove succeeds.

    With -RoleArn, the script signs in to AWS without a stored key. It gets
    a token of the Automation account's managed identity for the application
    -Audience, and AWS exchanges the token for credentials of the role. Set
    this up once:

    1. Import CognitoPools.zip as a module of the runtime PowerShell 7.4 or
       later.
    2. In AWS, create an OpenID Connect provider with the issuer
       https://sts.windows.net/<tenant id>/ and the audience -Audience.
    3. Create a role whose trust policy trusts this provider. As a
       condition, require the managed identity's object id in the claim sub.
    4. Allow the role cognito-identity:ListIdentityPools,
       DescribeIdentityPool, ListIdentities and DeleteIdentities.

    Without -RoleArn, the script uses the connected account. If you are not
    connected, it uses the SDK's default credentials.
.PARAMETER Pool
    Specifies the identity pool by name or id.
.PARAMETER OlderThanDays
    Specifies the minimum age of the guests in days. The default is 90.
.PARAMETER Most
    Specifies the maximum number of guests to remove in one run. The default
    is 2,000,000.
.PARAMETER Region
    Specifies the AWS Region of the pool. The default is the Region of the
    connection, or AWS_REGION.
.PARAMETER RoleArn
    Specifies the IAM role to assume with the token of the managed identity.
.PARAMETER Audience
    Specifies the application for which the token is issued: its Application
    ID URI, such as api://aws-cleanup. Required with -RoleArn.
.EXAMPLE
    ./guest-cleanup.ps1 -Pool shop -OlderThanDays 30 -Region eu-west-1 -RoleArn arn:aws:iam::123456789012:role/guest-cleanup -Audience api://aws-cleanup
    Removes guests that are at least 30 days old. These are the parameters
    for the schedule of the runbook.
.EXAMPLE
    Connect-PoolAccount -Sandbox; New-CognitoIdentityPool shop -GuestAccess; ./examples/guest-cleanup.ps1 -Pool shop
    Tests the script on a sandbox, without an AWS account.
#>
param(
    [Parameter(Mandatory)][string]$Pool,
    [ValidateRange(1, 3650)][int]$OlderThanDays = 90,
    [ValidateRange(1, 3000000)][int]$Most = 2000000,
    [string]$Region,
    [string]$RoleArn,
    [string]$Audience
)
$ErrorActionPreference = 'Stop'
$built = Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1'
if (Test-Path $built) { Import-Module $built } else { Import-Module CognitoPools }

$inRegion = if ($Region) { @{ Region = $Region } } else { @{} }
$tokenFile = $null
try {
    if ($RoleArn) {
        if (-not $Audience) { throw '-RoleArn requires -Audience. Specify the Application ID URI for which the token is issued, such as api://aws-cleanup.' }
        if (-not $env:IDENTITY_ENDPOINT) {
            throw 'No managed identity is available: IDENTITY_ENDPOINT is not set. ' +
                'Enable it for the Automation account, or omit -RoleArn and connect in another way.'
        }
        $headers = @{ 'X-IDENTITY-HEADER' = $env:IDENTITY_HEADER; Metadata = 'True' }
        $token = (Invoke-RestMethod -Uri "$($env:IDENTITY_ENDPOINT)?resource=$([uri]::EscapeDataString($Audience))" -Headers $headers).access_token
        # The SDK reads the file again each time the role's credentials expire, after an hour.
        $tokenFile = [System.IO.Path]::GetTempFileName()
        [System.IO.File]::WriteAllText($tokenFile, $token)
        $env:AWS_WEB_IDENTITY_TOKEN_FILE, $env:AWS_ROLE_ARN, $env:AWS_ROLE_SESSION_NAME = $tokenFile, $RoleArn, 'guest-cleanup'
        $null = Connect-PoolAccount @inRegion
    }

    $before = [DateTimeOffset]::UtcNow.AddDays(-$OlderThanDays)
    # -First stops only the listing. The guests that were listed are all removed.
    Get-PoolIdentity $Pool -Guest -CreatedBefore $before @inRegion | Select-Object -First $Most |
        Remove-PoolIdentity -Force -ErrorAction Continue -InformationVariable information @inRegion
    # Without guests to remove there is no summary, and all numbers become 0.
    $summary = $information.MessageData
    [long]$stayed = $summary.Failed + $summary.Unknown + $summary.NotSent
    [pscustomobject]@{
        Pool = $Pool
        CreatedBefore = $before
        Removed = [long]$summary.Removed
        Stayed = $stayed
        MoreToDo = $summary.Given -ge $Most
    }
    if ($stayed) { throw "$stayed of $($summary.Given) guests of '$Pool' may not have been removed. The errors above explain why. The next run tries again." }
}
finally {
    if ($tokenFile) {
        [System.IO.File]::Delete($tokenFile)
        $env:AWS_WEB_IDENTITY_TOKEN_FILE, $env:AWS_ROLE_ARN, $env:AWS_ROLE_SESSION_NAME = $null, $null, $null
    }
}
