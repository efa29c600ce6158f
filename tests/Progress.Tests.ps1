# What the cmdlets report while they work: runs each command in a PowerShell of its own, whose streams are kept.
BeforeAll {
    $module = Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1'
    $setup = "Import-Module '$module'; Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null; " +
        '$ConfirmPreference = "None"; $ProgressPreference = "SilentlyContinue"; 0..3 | ForEach-Object { ' +
        'New-CognitoIdentityPool "pool$_" -GuestAccess } | Out-Null; $ProgressPreference = "Continue"; ' +
        'Set-PoolSandbox -Latency 0:0:0.15; '

    function Get-Progress([string]$Command) {
        $shell = [powershell]::Create()
        try {
            $shell.AddScript($setup + $Command).Invoke() | Out-Null
            $shell.Streams.Error | Should -BeNullOrEmpty
            , @($shell.Streams.Progress | ForEach-Object { $_ })
        }
        finally { $shell.Dispose() }
    }
}

Describe 'Progress' {
    It 'is shown by <command>: <activity>' -ForEach @(
        @{ command = 'New-CognitoIdentityPool new -GuestAccess'; activity = 'Changing identity pool new'; status = '1 of ?: *' }
        @{ command = 'Get-CognitoIdentityPool'; activity = 'Reading identity pools of us-east-1'; status = '* read, * elapsed' }
        @{ command = '"pool0", "pool1", "pool2" | Get-PoolRole'; activity = 'Reading roles of identity pools'; status = '* pools read, *' }
        @{ command = 'Find-PoolRole'; activity = 'Finding roles that trust identity pools'; status = '* found, *' }
        @{ command = 'Set-PoolSandbox -IamDelay 0:0:2; Set-PoolRole pool0 Guest -CreateRole -RoleName other'
            activity = 'Waiting for IAM'; status = '0 s of at most * s: IAM has not propagated a new role yet (*' }
    ) {
        $records = Get-Progress $command
        $own = @($records | Where-Object Activity -eq $activity)
        $own[0].StatusDescription | Should -BeLike $status
        # Every activity that was shown has ended.
        foreach ($group in $records | Group-Object ActivityId) {
            "$($group.Group[-1].RecordType)" | Should -Be 'Completed'
        }
    }

    It 'ends when the pipeline takes no more' {
        $records = Get-Progress 'Get-CognitoIdentityPool | Select-Object -First 3'
        $records | Should -Not -BeNullOrEmpty
        foreach ($group in $records | Group-Object Activity) { "$($group.Group[-1].RecordType)" | Should -Be 'Completed' }
    }

    It 'is not built when nobody wants it' {
        Get-Progress '$ProgressPreference = "SilentlyContinue"; Get-CognitoIdentityPool; New-CognitoIdentityPool new' |
            Should -BeNullOrEmpty
        Get-Progress 'New-CognitoIdentityPool new -ProgressAction SilentlyContinue' | Should -BeNullOrEmpty
    }
}
