<#
.SYNOPSIS
    Creates an identity pool for a branch, and removes it with the branch. A
    step of a CI pipeline.
.DESCRIPTION
    The names of the pool and its roles contain the application and the
    branch. You can repeat both steps: if the pool already exists, the
    script changes only what differs, and if it no longer exists, there is
    nothing to remove. The script removes only pools that it created, which
    it recognizes by a tag.

    Returns an object with the name and the id of the pool. In a GitHub
    workflow, the script also sets the step's output identity-pool-id.

    The script uses the connected account. If you are not connected, it uses
    the SDK's default credentials, for example those that
    aws-actions/configure-aws-credentials sets.
.PARAMETER Branch
    Specifies the branch. Characters that are not valid in a role name are
    replaced. A hash keeps the names of similar branches different.
.PARAMETER Application
    Specifies the beginning of the pool's name. The default is shop.
.PARAMETER UserPoolId
    Specifies a Cognito user pool for the sign-in of the branch's users.
    Requires -ClientId.
.PARAMETER ClientId
    Specifies an app client of the user pool.
.PARAMETER Remove
    Removes the branch's pool and the roles that were created for it.
.PARAMETER Region
    Specifies the AWS Region. The default is the Region of the connection,
    or AWS_REGION.
.EXAMPLE
    ./examples/branch-pool.ps1 -Branch $env:GITHUB_HEAD_REF -UserPoolId us-east-1_AbCdEf123 -ClientId 1example23456789
    Creates or updates the pool when a pull request is opened or updated.
.EXAMPLE
    ./examples/branch-pool.ps1 -Branch $env:GITHUB_HEAD_REF -Remove
    Removes the pool when the pull request is closed.
#>
param(
    [Parameter(Mandatory)][ValidateNotNullOrEmpty()][string]$Branch,
    [ValidatePattern('^[A-Za-z0-9]{1,16}$')][string]$Application = 'shop',
    [string]$UserPoolId,
    [string]$ClientId,
    [switch]$Remove,
    [string]$Region
)
$ErrorActionPreference = 'Stop'
$built = Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1'
if (Test-Path $built) { Import-Module $built } else { Import-Module CognitoPools }

# The name of a role has at most 64 characters, and its last part is '_authenticatedrole'.
$sha = [System.Security.Cryptography.SHA256]::Create()
$hash = -join ($sha.ComputeHash([System.Text.Encoding]::UTF8.GetBytes($Branch))[0..3] | ForEach-Object { $_.ToString('x2') })
$slug = ($Branch.ToLowerInvariant() -creplace '[^a-z0-9]+', '-').Trim('-')
$name = "$Application-$($slug.Substring(0, [Math]::Min(18, $slug.Length)).Trim('-'))-$hash"
$inRegion = if ($Region) { @{ Region = $Region } } else { @{} }

if ($Remove) {
    $pool = Get-CognitoIdentityPool "$name*" @inRegion | Where-Object Name -eq $name
    if ($pool -and $pool.Tags['branch-pool'] -ne $name) {
        throw "Identity pool '$name' does not have the tag branch-pool = $name, so this script did not create it. The pool was not removed."
    }
    if ($pool) { Remove-CognitoIdentityPool $pool -RemoveRole -Force }
    [pscustomobject]@{ Branch = $Branch; Name = $name; IdentityPoolId = $pool.IdentityPoolId; State = $(if ($pool) { 'Removed' } else { 'Absent' }) }
}
else {
    $provider = if ($UserPoolId) { @{ UserPoolId = $UserPoolId; ClientId = $ClientId } } else { @{} }
    $pool = New-CognitoIdentityPool $name -GuestAccess -UseExisting -Tag @{ 'branch-pool' = $name } @provider @inRegion
    if ($env:GITHUB_OUTPUT) { Add-Content -Path $env:GITHUB_OUTPUT -Value "identity-pool-id=$($pool.IdentityPoolId)" }
    [pscustomobject]@{ Branch = $Branch; Name = $name; IdentityPoolId = $pool.IdentityPoolId; State = 'Ready' }
}
