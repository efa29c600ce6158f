# The first lines of a prompt without a script: three commands to try.
Import-Module CognitoPools
Connect-PoolAccount -Sandbox | Out-Null
'New-CognitoIdentityPool shop -GuestAccess  # in memory, not in AWS'
'Set-PoolGuestAccess shop -Disable -WhatIf  # shows a change without making it'
'Get-Help about_CognitoPools                # explains more; Tab completes names'
