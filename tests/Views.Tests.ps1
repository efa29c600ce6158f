# What is written at the prompt: a table or a list of each kind of object. A window of 80 columns has 79, because
# PowerShell leaves the last one free.
$views = @(
    @{ what = 'pools'; write = { Get-CognitoIdentityPool }; columns = 'IdentityPoolId', 'GuestAccess', 'Name', 'BasicFlow', 'Providers' }
    @{ what = 'providers'; write = { Get-PoolIdentityProvider shop }; columns = 'Type', 'RoleSetting', 'LoginKey', 'ClientId' }
    @{ what = 'rules'; write = { (Get-PoolIdentityProvider shop Google).Rules }; columns = 'Claim', 'Operator', 'Value', 'Role' }
    @{ what = 'roles'; write = { Get-PoolRole shop }; columns = 'RoleName', 'IdentityType', 'Trust', 'Use', 'Reason' }
    @{ what = 'permissions'; write = { Get-PoolPermission shop Guest }; columns = 'Action', 'Resource', 'Limits' }
    @{ what = 'found roles'; write = { Find-PoolRole }; columns = 'RoleName', 'Open', 'Orphaned', 'UsedBy', 'Pools' }
    @{ what = 'an account'; write = { Get-PoolAccount }; columns = 'AccountId', 'Region', 'IsSandbox', 'ProfileName', 'CallerArn' }
    @{ what = 'identities'; write = { Get-PoolIdentity shop }; columns = 'IdentityId', 'IdentityType', 'CreationDate', 'Logins' }
    @{ what = 'removals'; write = { Get-PoolIdentity shop | Remove-PoolIdentity -Force -PassThru }
        columns = 'IdentityId', 'Status', 'Error' }
    @{ what = 'credentials'; write = { Get-PoolCredential shop }; columns = 'IdentityId', 'AccessKeyId', 'Expiration', 'RoleName', 'Flow' }
    @{ what = 'decisions'; write = { Resolve-PoolRole shop -Provider Google -Claim @{ sub = '42' } }
        columns = 'Subject', 'IdentityType', 'Provider', 'Role' }
    @{ what = 'plans'; write = { Set-CognitoIdentityPool shop -NewName new -AsPlan }
        columns = 'Steps', 'Warnings', 'Region', 'IdentityPool' }
    @{ what = 'calls'; write = { (Get-PoolSandbox).Calls }; columns = 'Time', 'Operation', 'Region', 'Status', 'Error', 'Request' }
)

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
}

Describe 'The views' {
    BeforeEach {
        Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
        $ConfirmPreference = 'None'
        $pool = New-CognitoIdentityPool shop -GuestAccess -UserPoolId us-east-1_AbCdEf123 -ClientId 1example23456789 `
            -Provider @{ Google = '123456789012-abcdefghijklmnopqrstuvwxyz.apps.googleusercontent.com' } -Tag @{ stage = 'dev' }
        Set-PoolIdentityProvider shop Google -Rule @{ Claim = 'hd'; Value = 'example.com'; Role = $pool.AuthenticatedRole } -RepairTrust
        Add-PoolSandboxIdentity shop -Count 2 -Provider accounts.google.com
    }
    AfterEach { Disconnect-PoolAccount }

    It 'show <what> in a table of their own that fits 120 columns' -ForEach $views {
        $written = & $write
        $lines = $written | Format-Table | Out-String -Stream -Width 120 | Where-Object { $_.Trim() }
        ($lines[0] -split ' +' | Where-Object { $_ }) | Should -Be $columns
        @($lines | Where-Object Length -gt 120) | Should -HaveCount 0
        # A row stays one line.
        @($lines).Count | Should -Be (2 + @($written).Count)
    }

    It 'keep a table of <what> in its lines in a window of 79 columns, and cut nothing in one of 4000' -ForEach $views {
        $written = & $write
        $narrow = $written | Format-Table | Out-String -Stream -Width 79 | Where-Object { $_.Trim() }
        @($narrow | Where-Object Length -gt 79) | Should -HaveCount 0
        @($narrow).Count | Should -Be (2 + @($written).Count)
        $wide = $written | Format-Table | Out-String -Stream -Width 4000 | Where-Object { $_.Trim() }
        ($wide[-1].TrimEnd())[-1] | Should -Not -Be ([char]0x2026)
    }

    It 'show <what> without colours of their own' -ForEach $views {
        & $write | Format-Table | Out-String | Should -Not -Match "$([char]27)\[3[0-7]m"
    }

    It 'list a provider in each line of a pool' {
        $lines = Get-CognitoIdentityPool shop | Out-String -Stream -Width 120
        @($lines | Where-Object { $_ -match '^(Providers +:| +) (CognitoUserPool|Google) ' }) | Should -HaveCount 2
    }

    It 'name a pool in its plan as it is named now' {
        Set-CognitoIdentityPool shop -NewName new -AsPlan | Out-String -Width 120 | Should -Match 'IdentityPool : shop \(us-east-1:'
        (Set-CognitoIdentityPool shop -NewName new -AsPlan).IdentityPool | Should -BeLike "shop ($($pool.IdentityPoolId))"
    }

    It 'show in a plan what is known, and placeholders for the rest' {
        $plan = Set-PoolRole shop Guest -CreateRole -RoleName other -AsPlan
        $plan.Steps[0].Documents[0].Text | Should -Match $pool.IdentityPoolId
        $plan.Steps[0].Request.AssumeRolePolicyDocument | Should -Match $pool.IdentityPoolId
        $plan.Steps[0].Request.Path | Should -Be "/cognitopools/us-east-1/$($pool.IdentityPoolId.Substring(10))/"
        "$($plan.Steps[-1].Changes)" | Should -Match '\{GuestRoleArn\}'
        (New-CognitoIdentityPool new -AsPlan).Steps[1].Documents[0].Text | Should -Match '\{IdentityPoolId\}'
    }
}
