# What a prompt without a script begins with.
Import-Module CognitoPools
Connect-PoolAccount -Sandbox | Out-Null
'New-CognitoIdentityPool shop -GuestAccess  # in a sandbox in memory, not in AWS'
'Set-PoolGuestAccess shop -Disable -WhatIf  # shows the plan of a change'
'Get-Help about_CognitoPools                # tells the rest; Tab completes names'
