# Each entry of the list in about_CognitoPools: the console's action, and below it the command.
$text = (Get-Content (Join-Path $PSScriptRoot '../en-US/about_CognitoPools.help.txt') -Raw) -replace "`r"
$start = $text.IndexOf("  The console's actions`n")
$actions = $text.Substring($start, $text.IndexOf("`n  Identities`n") - $start)
$lines = foreach ($entry in [regex]::Matches($actions, '(?m)^ {4}(\S[^\n]*)\n((?: {8}[^\n]+\n)+)')) {
    @{ action = $entry.Groups[1].Value; command = $entry.Groups[2].Value -replace '(?m)^ {8}' -replace '`\n +' -replace '\n$' }
}

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
}

Describe 'The list of the console''s actions' {
    BeforeEach {
        Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
        $ConfirmPreference = 'None'
        $WarningPreference = 'SilentlyContinue'
        $ErrorActionPreference = 'Stop'
        Set-PoolSandbox -SamlProvider okta -OpenIdConnectProvider https://login.example.com
        $google = @{ Google = '123-abc.apps.googleusercontent.com' }
        $shop = New-CognitoIdentityPool shop -GuestAccess -UserPoolId us-east-1_AbCdEf123 -ClientId 1example23456789 `
            -Provider $google -Tag @{ stage = 'dev' }
        $trust = New-PoolTrustPolicy shop Authenticated
        Set-PoolSandbox -Role @{ Name = 'staff'; TrustPolicy = $trust },
            @{ Name = 'guests'; TrustPolicy = (New-PoolTrustPolicy us-east-1:00000000-0000-0000-0000-000000000000 Guest) }
        New-CognitoIdentityPool closed -NoRole | Out-Null
        New-CognitoIdentityPool classic -BasicFlow Active -NoRole | Out-Null
        New-CognitoIdentityPool ruled -Provider $google | Out-Null
        Set-PoolIdentityProvider ruled Google -AttributeMapping Default -RepairTrust `
            -Rule @{ Claim = 'hd'; Value = 'a'; Role = 'staff' }, @{ Claim = 'hd'; Value = 'b'; Role = 'staff' }
        # What Get-PoolRole is to find: a role whose trust policy somebody broke.
        Set-PoolSandbox -Role @{ Name = 'shop_guestrole'; TrustPolicy = $trust }
        Add-PoolSandboxIdentity shop -Count 2
        Set-PoolSandbox -ClearCall
    }
    AfterEach { Disconnect-PoolAccount }

    It '<action>: <command>' -ForEach $lines {
        $written = & ([scriptblock]::Create($command))
        $calls = (Get-PoolSandbox).Calls
        @($calls | Where-Object { $_.Changing -and $_.StatusCode -ne 200 }) | Should -HaveCount 0
        if (@($calls | Where-Object Changing).Count -eq 0) {
            # What changes nothing shows something.
            $command | Should -Match '^Get-'
            @($written).Count | Should -BeGreaterThan 0
            $written[0] | Should -Not -BeNullOrEmpty
        }
    }

    It 'has an entry for each cmdlet that changes a pool' -ForEach @(@{ commands = $lines.command }) {
        $commands.Count | Should -BeGreaterThan 40
        foreach ($name in 'New-CognitoIdentityPool', 'Set-CognitoIdentityPool', 'Remove-CognitoIdentityPool',
            'Set-PoolGuestAccess', 'Set-PoolRole', 'Add-PoolIdentityProvider', 'Set-PoolIdentityProvider', 'Remove-PoolIdentityProvider') {
            @($commands | Where-Object { $_ -match "\b$name " }).Count | Should -BeGreaterThan 0
        }
    }
}
