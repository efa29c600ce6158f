<#
.SYNOPSIS
    A step of a CI pipeline: makes an identity pool for a branch, and removes it with the branch.
.DESCRIPTION
    The pool and its roles are named after application and branch. Making one that is there already changes only what differs, and removing
    one that is gone is no error, so both steps can be repeated. A pool that this script did not make is never removed: its tag tells.

    Writes an object with the pool's name and id, and in a GitHub workflow sets the step's output identity-pool-id.
    The account is the one that is connected, or that of the SDK's credential chain, such as aws-actions/configure-aws-credentials leaves it.
.PARAMETER Branch
    The branch. Characters that a role's name cannot have are replaced; a hash keeps similar branches apart.
.PARAMETER Application
    The beginning of the pool's name.
.PARAMETER UserPoolId
    A Cognito user pool that the branch's users sign in with.
.PARAMETER ClientId
    Its app client.
.PARAMETER Remove
    Removes the branch's pool with the roles made for it.
.PARAMETER Region
    The AWS Region. Without it: the connection's or AWS_REGION.
.EXAMPLE
    ./examples/branch-pool.ps1 -Branch $env:GITHUB_HEAD_REF -UserPoolId us-east-1_AbCdEf123 -ClientId 1example23456789
    When a pull request is opened or pushed to.
.EXAMPLE
    ./examples/branch-pool.ps1 -Branch $env:GITHUB_HEAD_REF -Remove
    When it is closed.
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

# A role's name has at most 64 characters, and '_authenticatedrole' is part of it.
$sha = [System.Security.Cryptography.SHA256]::Create()
$hash = -join ($sha.ComputeHash([System.Text.Encoding]::UTF8.GetBytes($Branch))[0..3] | ForEach-Object { $_.ToString('x2') })
$slug = ($Branch.ToLowerInvariant() -creplace '[^a-z0-9]+', '-').Trim('-')
$name = "$Application-$($slug.Substring(0, [Math]::Min(18, $slug.Length)).Trim('-'))-$hash"
$inRegion = if ($Region) { @{ Region = $Region } } else { @{} }

if ($Remove) {
    $pool = Get-CognitoIdentityPool "$name*" @inRegion | Where-Object Name -eq $name
    if ($pool -and $pool.Tags['branch-pool'] -ne $name) {
        throw "The pool '$name' does not have the tag branch-pool = $name, so this script did not create it. It stays."
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
