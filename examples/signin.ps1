<#
.SYNOPSIS
    Tests sign-ins offline on a sandbox: rules, tokens, both flows, a
    refused sign-in, and a developer identity.
.DESCRIPTION
    Requires neither an AWS account nor an identity provider. Tokens of the
    sandbox replace those of Google and of a user pool.
.PARAMETER Region
    Specifies the Region of the sandbox. The default is us-east-1.
.EXAMPLE
    pwsh examples/signin.ps1
    Runs all sign-ins and shows their roles.
#>
param([string]$Region = 'us-east-1')
$ErrorActionPreference = 'Stop'

$built = Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1'
if (Test-Path $built) { Import-Module $built } else { Import-Module CognitoPools }

Connect-PoolAccount -Sandbox -Region $Region | Out-Null
try {
    $pool = New-CognitoIdentityPool shop -GuestAccess -BasicFlow Active -DeveloperProviderName login.example.com `
        -UserPoolId "${Region}_AbCdEf123" -ClientId 1example23456789 -Provider @{ Google = '123456789012-abc.apps.googleusercontent.com' }
    Set-PoolSandbox -Role @{ Name = 'shop-web'; TrustPolicy = (New-PoolTrustPolicy $pool Authenticated) }

    '# A guest, in both flows'
    foreach ($credential in (Get-PoolCredential $pool), (Get-PoolCredential $pool -Flow Basic -Role $pool.GuestRole)) {
        "$($credential.Flow): $($credential.RoleArn.Split('/')[-1])"
    }

    '# A user whose team has a role, and a user whose team has none'
    Set-PoolIdentityProvider $pool CognitoUserPool -Rule @{ Claim = 'custom:team'; Value = 'web'; Role = 'shop-web' } `
        -RoleResolution Deny -WarningAction SilentlyContinue
    foreach ($team in 'web', 'sales') {
        $token = New-PoolSandboxToken $pool CognitoUserPool -Subject "user of $team" -Claim @{ 'custom:team' = $team }
        $decision = Resolve-PoolRole $pool.IdentityPoolId -Claim $token
        "$($decision.Subject): $(if ($decision.Role) { $decision.Role.Split('/')[-1] } else { 'none' })"
        try {
            "signed in as $((Get-PoolCredential $pool -Login @{ "${Region}_AbCdEf123" = $token }).RoleArn.Split('/')[-1])"
        }
        catch { "refused: $($_.FullyQualifiedErrorId.Split(',')[0])" }
    }

    '# A refused sign-in'
    try { Get-PoolCredential $pool -Login @{ Google = New-PoolSandboxToken $pool Google -Duration -0:05:00 } }
    catch { "$_" -replace ' expired at .*', ' expired.' }

    '# A user of a back end'
    $developer = New-PoolDeveloperToken $pool user-42
    "signed in as $((Get-PoolCredential $pool -IdentityId $developer.IdentityId -Login @{ Developer = $developer }).RoleArn.Split('/')[-1])"

    '# The calls of the last sign-in'
    (Get-PoolSandbox).Calls.Operation | Select-Object -Last 4
}
finally {
    Disconnect-PoolAccount
}
