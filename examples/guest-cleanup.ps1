<#
.SYNOPSIS
    Removes the old guests of an identity pool, night after night: a runbook for Azure Automation, or for any scheduler.
.DESCRIPTION
    Lists guests made before a date and removes them at the service's rates. What is gone stays gone, so a run that ends early, for
    whatever reason, loses nothing: the next one goes on. -Most bounds a run: Azure Automation ends a job of its cloud after three hours,
    in which the service's quotas let some three million identities be listed. A larger pool wants a Hybrid Runbook Worker.

    The output stream holds one object, the sum of the run. Each identity that stays is an error in the error stream, and at the end the
    script throws, so that the job is Failed (under pwsh -File: exit code 1) and an alert can be set on it. Nothing to remove is a success.

    With -RoleArn the script signs in to AWS by itself, without a stored key: it takes a token of the Automation account's managed identity
    for the application -Audience and has AWS exchange it for the role's credentials. In AWS, make an OpenID Connect provider for the tokens' issuer
    (https://sts.windows.net/<tenant id>/, audience as in -Audience), and a role whose trust policy names that provider and, as condition,
    the managed identity's object id in the claim sub. It needs cognito-identity:ListIdentityPools, DescribeIdentityPool,
    ListIdentities and DeleteIdentities. Without -RoleArn the script takes the account that is connected, or the SDK's credential chain.
    Import CognitoPools.zip as a module of the runtime PowerShell 7.4 or later first.
.PARAMETER Pool
    The identity pool, by name or id.
.PARAMETER OlderThanDays
    Guests that were made this many days ago or earlier go.
.PARAMETER Most
    At most so many guests in a run.
.PARAMETER Region
    The pool's AWS Region. Without it: the connection's or AWS_REGION.
.PARAMETER RoleArn
    The role to take on with the managed identity's token.
.PARAMETER Audience
    The application that the token is for: its Application ID URI, such as api://aws-cleanup.
.EXAMPLE
    ./guest-cleanup.ps1 -Pool shop -OlderThanDays 30 -Region eu-west-1 -RoleArn arn:aws:iam::123456789012:role/guest-cleanup -Audience api://aws-cleanup
    The runbook, with the parameters of its schedule.
.EXAMPLE
    Connect-PoolAccount -Sandbox; New-CognitoIdentityPool shop -GuestAccess; ./examples/guest-cleanup.ps1 -Pool shop
    A rehearsal without an account.
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
        if (-not $Audience) { throw '-RoleArn needs -Audience: the Application ID URI that the token is for, such as api://aws-cleanup.' }
        if (-not $env:IDENTITY_ENDPOINT) {
            throw 'There is no managed identity here (IDENTITY_ENDPOINT is not set). ' +
                'Turn it on for the Automation account, or connect otherwise and omit -RoleArn.'
        }
        $headers = @{ 'X-IDENTITY-HEADER' = $env:IDENTITY_HEADER; Metadata = 'True' }
        $token = (Invoke-RestMethod -Uri "$($env:IDENTITY_ENDPOINT)?resource=$([uri]::EscapeDataString($Audience))" -Headers $headers).access_token
        # The SDK reads the file again whenever the role's credentials run out, an hour at a time.
        $tokenFile = [System.IO.Path]::GetTempFileName()
        [System.IO.File]::WriteAllText($tokenFile, $token)
        $env:AWS_WEB_IDENTITY_TOKEN_FILE, $env:AWS_ROLE_ARN, $env:AWS_ROLE_SESSION_NAME = $tokenFile, $RoleArn, 'guest-cleanup'
        $null = Connect-PoolAccount @inRegion
    }

    $before = [DateTimeOffset]::UtcNow.AddDays(-$OlderThanDays)
    # -First stops the listing alone; what it gave is removed to the end.
    Get-PoolIdentity $Pool -Guest -CreatedBefore $before @inRegion | Select-Object -First $Most |
        Remove-PoolIdentity -Force -ErrorAction Continue -InformationVariable said @inRegion
    # Without anything to remove there is no summary, and all its numbers are 0.
    $sum = $said.MessageData
    [long]$stayed = $sum.Failed + $sum.Unknown + $sum.NotSent
    [pscustomobject]@{
        Pool = $Pool
        CreatedBefore = $before
        Removed = [long]$sum.Removed
        Stayed = $stayed
        MoreToDo = $sum.Given -ge $Most
    }
    if ($stayed) { throw "$stayed of $($sum.Given) guests of '$Pool' were not surely removed. The errors above say why; the next run tries them again." }
}
finally {
    if ($tokenFile) {
        [System.IO.File]::Delete($tokenFile)
        $env:AWS_WEB_IDENTITY_TOKEN_FILE, $env:AWS_ROLE_ARN, $env:AWS_ROLE_SESSION_NAME = $null, $null, $null
    }
}
