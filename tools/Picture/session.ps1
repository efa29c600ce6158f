# The session of the picture in the README. The lines above 'shown' prepare it.
$ProgressPreference = 'SilentlyContinue'
Connect-PoolAccount -Sandbox | Out-Null
New-CognitoIdentityPool blog -GuestAccess | Out-Null
# shown
New-CognitoIdentityPool shop -UserPoolId us-east-1_AbCdEf123 -ClientId 1example234 -GuestAccess
Set-PoolGuestAccess shop -Disable -WhatIf
Set-PoolRole shop Guest -Role blog_guestrole
Test-CognitoIdentityPool shop
Add-PoolSandboxIdentity shop -Count 2
Get-PoolIdentity shop | Remove-PoolIdentity -Force -PassThru
