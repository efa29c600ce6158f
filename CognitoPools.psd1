# The manifest that ships. Here its paths lead to the sources, which only say where the built module is. The build writes
# FileList, ReleaseNotes (the newest part of CHANGELOG.md) and, when the project has an address, ProjectUri and IconUri.
@{
    RootModule           = 'src/CognitoPools/CognitoPools.psm1'
    ModuleVersion        = '0.1.0'
    GUID                 = '6b1c5d0e-6f5c-4c55-9d2c-0f6a4f1e7a38'
    Author               = 'The CognitoPools contributors'
    CompanyName          = 'The CognitoPools contributors'
    Copyright            = '(c) The CognitoPools contributors. Apache-2.0.'
    Description          =
        'Amazon Cognito identity pools in one line: create, secure and change them, remove their identities, and try all of it on a sandbox without AWS.'
    CompatiblePSEditions = @('Desktop', 'Core')
    PowerShellVersion    = '5.1'
    DotNetFrameworkVersion = '4.7.2'
    FormatsToProcess     = @('src/CognitoPools/Formatting/CognitoPools.Format.ps1xml')
    FileList             = @()
    FunctionsToExport    = @()
    CmdletsToExport      = @(
        'Add-PoolIdentityProvider'
        'Add-PoolSandboxIdentity'
        'Compare-CognitoIdentityPool'
        'Connect-PoolAccount'
        'Disconnect-PoolAccount'
        'Export-CognitoIdentityPool'
        'Export-PoolReport'
        'Find-PoolRole'
        'Get-CognitoIdentityPool'
        'Get-PoolAccount'
        'Get-PoolClientConfiguration'
        'Get-PoolCredential'
        'Get-PoolDeveloperIdentity'
        'Get-PoolIdentity'
        'Get-PoolIdentityProvider'
        'Get-PoolOpenIdToken'
        'Get-PoolPermission'
        'Get-PoolRole'
        'Get-PoolSandbox'
        'Import-CognitoIdentityPool'
        'Invoke-PoolPlan'
        'Measure-PoolIdentity'
        'Merge-PoolDeveloperIdentity'
        'New-CognitoIdentityPool'
        'New-PoolDeveloperToken'
        'New-PoolRole'
        'New-PoolRolePolicy'
        'New-PoolRoleRule'
        'New-PoolSandboxToken'
        'New-PoolTrustPolicy'
        'Remove-CognitoIdentityPool'
        'Remove-PoolDeveloperIdentity'
        'Remove-PoolIdentity'
        'Remove-PoolIdentityLogin'
        'Remove-PoolIdentityProvider'
        'Remove-PoolRole'
        'Resolve-PoolRole'
        'Set-CognitoIdentityPool'
        'Set-PoolGuestAccess'
        'Set-PoolIdentityProvider'
        'Set-PoolRole'
        'Set-PoolSandbox'
        'Test-CognitoIdentityPool'
    )
    VariablesToExport    = @()
    AliasesToExport      = @()
    PrivateData          = @{
        PSData = @{
            Tags         = @('AWS', 'Cognito', 'IdentityPool', 'IAM', 'PSEdition_Core', 'PSEdition_Desktop', 'Windows', 'Linux', 'MacOS')
            LicenseUri   = 'https://www.apache.org/licenses/LICENSE-2.0'
            ReleaseNotes = 'See CHANGELOG.md.'
        }
    }
}
