<#
.SYNOPSIS
    Calls every cmdlet with a chosen value in a chosen parameter; the other parameters of the call are valid.
.DESCRIPTION
    The parameters come from reflection, so that a new cmdlet or parameter joins by itself. A mandatory parameter that is not
    in the table below is an error.
#>
param([string]$IdentityPoolId = 'us-east-1:00000000-0000-0000-0000-000000000000')

# Keys that lead nowhere, and no Region: a call that leaves the sandbox fails at once.
$script:Environment = @{}
$nowhere = Join-Path ([IO.Path]::GetTempPath()) ([Guid]::NewGuid())
@{
    AWS_MAX_ATTEMPTS = '1'; AWS_EC2_METADATA_DISABLED = 'true'; AWS_ACCESS_KEY_ID = 'AKIAIOSFODNN7EXAMPLE'
    AWS_SECRET_ACCESS_KEY = 'secret'; AWS_REGION = $null; AWS_DEFAULT_REGION = $null; AWS_PROFILE = $null
    AWS_CONFIG_FILE = $nowhere; AWS_SHARED_CREDENTIALS_FILE = $nowhere
}.GetEnumerator() | ForEach-Object {
    $script:Environment[$_.Key] = [Environment]::GetEnvironmentVariable($_.Key)
    [Environment]::SetEnvironmentVariable($_.Key, $_.Value)
}

# A document for the cmdlets that need one.
$script:DocumentFile = "$nowhere.json"
Set-Content -LiteralPath $script:DocumentFile '{ "version": 1, "name": "other", "guestAccess": false }'

function Restore-Environment {
    <# .SYNOPSIS
        Puts back what the file changed in the environment. #>
    Remove-Item -LiteralPath $script:DocumentFile -ErrorAction Ignore
    foreach ($name in $script:Environment.Keys) { [Environment]::SetEnvironmentVariable($name, $script:Environment[$name]) }
}

# One valid value for each parameter that some call needs, by name, or by cmdlet and name.
$script:ValidValues = @{
    IdentityPool = $IdentityPoolId
    Name = 'other'
    Identity = 'us-east-1:00000000-0000-0000-0000-000000000001'
    IdentityId = 'us-east-1:00000000-0000-0000-0000-000000000001'
    Login = @{ Google = 'a.b.c' }
    'Resolve-PoolRole.Claim' = @{ sub = 'anna' }
    Guest = $true
    Flow = 'Basic'
    Role = 'arn:aws:iam::123456789012:role/users'
    IdentityType = 'Guest'
    RoleName = 'shop-web'
    Platform = 'iOS'
    Enable = $true
    Provider = 'Google'
    'Add-PoolIdentityProvider.Provider' = @{ Facebook = '123' }
    UserPoolId = 'us-east-1_AbCdEf123'
    ClientId = '1example23456789'
    GoogleClientId = '2-b.apps.googleusercontent.com'
    FacebookAppId = '123456789012345'
    AmazonAppId = 'amzn1.application.x'
    AppleServicesId = 'com.example.app'
    TwitterConsumerKey = 'key'
    TwitterConsumerSecret = ConvertTo-SecureString 'secret' -AsPlainText -Force
    OpenIdConnectProvider = 'arn:aws:iam::123456789012:oidc-provider/example.com'
    SamlProvider = 'arn:aws:iam::123456789012:saml-provider/okta'
    DeveloperProviderName = 'login.example.com'
    DeveloperUserIdentifier = 'anna'
    SourceUserIdentifier = 'anna'
    DestinationUserIdentifier = 'bert'
    Claim = 'hd'
    Value = 'example.com'
    Sandbox = $true
    AccessKey = 'AKIAIOSFODNN7EXAMPLE'
    SecretKey = 'secret'
    Credential = [pscredential]::new('AKIAIOSFODNN7EXAMPLE', (ConvertTo-SecureString 'secret' -AsPlainText -Force))
}

function Get-CheckedParameter {
    <# .SYNOPSIS
        Gets every parameter of every cmdlet, but for switches and those of the engine. #>
    $common = [System.Management.Automation.Cmdlet]::CommonParameters + [System.Management.Automation.Cmdlet]::OptionalCommonParameters
    foreach ($cmdlet in Get-Command -Module CognitoPools -CommandType Cmdlet) {
        foreach ($parameter in $cmdlet.Parameters.Values) {
            if ($parameter.Name -notin $common -and -not $parameter.SwitchParameter) {
                [pscustomobject]@{ Cmdlet = $cmdlet; Name = $parameter.Name; Type = $parameter.ParameterType; Parameter = $parameter }
            }
        }
    }
}

function Get-CallWith {
    <# .SYNOPSIS
        Gets the parameters of a call that is valid but for the value of one of them. #>
    param($Checked, $Value)
    $set = $Checked.Cmdlet.ParameterSets | Where-Object { $_.Parameters.Name -contains $Checked.Name } |
        Sort-Object { -not $_.IsDefault } | Select-Object -First 1
    $call = @{}
    foreach ($parameter in $set.Parameters | Where-Object { $_.IsMandatory -and $_.Name -ne $Checked.Name }) {
        $key = "$($Checked.Cmdlet.Name).$($parameter.Name)"
        $call[$parameter.Name] = if ($script:ValidValues.ContainsKey($key)) { $script:ValidValues[$key] }
        elseif ($script:ValidValues.ContainsKey($parameter.Name)) { $script:ValidValues[$parameter.Name] }
        else { throw "tests/ParameterCalls.ps1 has no valid value for -$($parameter.Name) of $($Checked.Cmdlet.Name)." }
    }
    if ($Checked.Cmdlet.Name -eq 'Connect-PoolAccount' -and $set.Name -ne 'Sandbox') {
        $call['Region'] = 'us-east-1'
        if ($set.Parameters.Name -contains 'EndpointUrl') { $call['EndpointUrl'] = 'http://127.0.0.1:9/' }
    }
    # What needs another parameter to make sense.
    if ($Checked.Cmdlet.Name -eq 'Resolve-PoolRole' -and $Checked.Name -ne 'Claim') { $call['Guest'] = $true }
    switch ("$($Checked.Cmdlet.Name).$($Checked.Name)") {
        'New-CognitoIdentityPool.UserPoolId' { $call['ClientId'] = $script:ValidValues['ClientId'] }
        'New-CognitoIdentityPool.ClientId' { $call['UserPoolId'] = $script:ValidValues['UserPoolId'] }
    }
    switch ($Checked.Cmdlet.Name) {
        'Set-PoolGuestAccess' { $call['Enable'] = $true }
        'Set-PoolRole' { $call['Role'] = $script:ValidValues['Role']; $call['IdentityType'] = 'Guest' }
        'New-PoolRole' { $call['IdentityType'] = 'Guest'; $call['RoleName'] = 'shop-web' }
        'Set-PoolIdentityProvider' { $call['Provider'] = 'Google' }
        'Remove-PoolIdentityProvider' { $call['Provider'] = 'Google' }
        'Compare-CognitoIdentityPool' { $call['Path'] = $script:DocumentFile }
        'Import-CognitoIdentityPool' { if ($Checked.Name -ne 'Document') { $call['Path'] = $script:DocumentFile } }
    }
    if ($Checked.Cmdlet.Parameters.ContainsKey('WhatIf')) { $call['Confirm'] = $false }
    $call[$Checked.Name] = $Value
    $call
}

function Invoke-With {
    <# .SYNOPSIS
        Makes the call, and gives everything that it writes, in any stream and as an exception. #>
    param($Checked, $Value)
    $call = Get-CallWith $Checked $Value
    try { & $Checked.Cmdlet.Name @call *>&1 } catch { $_ }
}
