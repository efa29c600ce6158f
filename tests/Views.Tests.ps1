# What is written at the prompt: a table and a list of each kind of object. A window of 80 columns has 79, because
# PowerShell leaves the last one free.
#
# The folder Views holds what the views show of fixed objects in windows of several widths. After a change that is meant,
# renew the files and look at each difference:
#   $env:COGNITOPOOLS_RENEW_VIEWS = 1; Invoke-Pester tests/Views.Tests.ps1
$views = @(
    @{ what = 'pools'; write = { Get-CognitoIdentityPool }; columns = 'GuestAccess', 'IdentityPoolId, Name and Providers' }
    @{ what = 'providers'; write = { Get-PoolIdentityProvider shop }; columns = 'Type', 'RoleSetting', 'Provider and Client' }
    @{ what = 'rules'; write = { (Get-PoolIdentityProvider shop Google).Rules }; columns = 'Operator', 'Claim', 'Value and Role' }
    @{ what = 'roles'; write = { Get-PoolRole shop }; columns = 'Trust', 'IdentityType', 'RoleName, Use and Reason' }
    @{ what = 'permissions'; write = { Get-PoolPermission shop Guest }; columns = 'Action', 'Resource and Limits' }
    @{ what = 'found roles'; write = { Find-PoolRole }; columns = 'Open', 'Orphaned', 'RoleName and Pools' }
    @{ what = 'an account'; write = { Get-PoolAccount }; columns = 'AccountId', 'IsSandbox', 'Region', 'CallerArn' }
    @{ what = 'identities'; write = { Get-PoolIdentity shop }; columns = 'Created', 'IdentityId, IdentityType and Logins' }
    @{ what = 'removals'; write = { Get-PoolIdentity shop | Remove-PoolIdentity -Force -PassThru }
        columns = 'Status', 'IdentityId and Error' }
    @{ what = 'credentials'; write = { Get-PoolCredential shop }; columns = 'AccessKeyId', 'Expiration', 'RoleName' }
    @{ what = 'decisions'; write = { Resolve-PoolRole shop -Provider Google -Claim @{ sub = '42' } }
        columns = 'IdentityType', 'Trusted', 'Subject and Role' }
    @{ what = 'plans'; write = { Set-CognitoIdentityPool shop -NewName new -AsPlan }
        columns = 'Steps', 'Warnings', 'IdentityPool and Region' }
    @{ what = 'calls'; write = { (Get-PoolSandbox).Calls }; columns = 'Time', 'Status', 'Operation, Error, Region and Request' }
)

# The types that have a view, from the module itself, so that none can be forgotten.
$format = [xml](Get-Content -Raw (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.Format.ps1xml'))
$shown = @($format.Configuration.ViewDefinitions.View.ViewSelectedBy.TypeName | Sort-Object -Unique |
        ForEach-Object { @{ type = $_.Substring('CognitoPools.'.Length) } })

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

    It 'show <what> in a table with numbers and short columns first' -ForEach $views {
        $lines = & $write | Format-Table | Out-String -Stream -Width 119 | Where-Object { $_.Trim() }
        $lines[0].Trim() -replace ' +', ' ' | Should -Be ($columns -join ' ')
    }

    It 'keep a table of <what> within the window, and lose nothing of it' -ForEach $views {
        $written = & $write
        # What is shown, without the breaks of lines: they come between the letters of a free text, never instead of one.
        function Get-Letter($Lines) { ($Lines | Where-Object { $_ -notmatch '^[- ]+$' }) -replace '\s' -join '' }
        $all = Get-Letter ($written | Format-Table | Out-String -Stream -Width 4000)
        foreach ($width in 60, 80, 90, 100, 120, 200) {
            $lines = $written | Format-Table | Out-String -Stream -Width ($width - 1)
            @($lines | Where-Object Length -ge $width) | Should -HaveCount 0
            # Only a call may be cut, whose request can be a whole document.
            if ($what -ne 'calls') { Get-Letter $lines | Should -BeExactly $all -Because "the window has $width columns" }
        }
    }

    It 'cut nothing of <what> in a file' -ForEach ($views | Where-Object what -ne 'calls') {
        $path = Join-Path $TestDrive 'shown.txt'
        & $write | Format-Table | Out-File $path
        Get-Content -Raw $path | Should -Not -Match ([char]0x2026)
    }

    It 'list a provider in each line of a pool' {
        $lines = Get-CognitoIdentityPool shop | Format-List | Out-String -Stream -Width 120
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

Describe 'The views of fixed objects' {
    BeforeAll {
        $samples = & (Join-Path $PSScriptRoot 'Views/Samples.ps1')
        $show = Join-Path $PSScriptRoot 'Views/Show-View.ps1'
    }

    It 'are those of the file for <type>' -ForEach $shown {
        $path = Join-Path $PSScriptRoot "Views/$type.txt"
        $now = & $show $samples[$type]
        if ($env:COGNITOPOOLS_RENEW_VIEWS) { $now | Set-Content $path }
        $now -join "`n" | Should -BeExactly ((Get-Content $path) -join "`n")
    }

    It 'are the same in every culture, and after a job, for <type>' -ForEach $shown {
        $here = & $show $samples[$type] -Width 2000
        $before = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = 'en-US'
            & $show $samples[$type] -Width 2000 | Should -BeExactly $here
        }
        finally { [cultureinfo]::CurrentCulture = $before }
        if ($samples[$type][0] -is [Management.Automation.PSCustomObject]) { return }
        $back = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($samples[$type], 3))
        & $show $back -Width 2000 | Should -BeExactly $here
    }

    It 'are there for every public type' {
        $names = [psobject].Assembly.GetType('System.Management.Automation.TypeAccelerators')::Get
        $types = $names.Values | Where-Object { $_.FullName -like 'CognitoPools.*' -and !$_.IsEnum -and !$_.IsSubclassOf([exception]) }
        $types | Should -Not -BeNullOrEmpty
        $types.FullName.Substring('CognitoPools.'.Length) | Sort-Object -Unique | Where-Object { $_ -notin $samples.Keys } |
            Should -BeNullOrEmpty
    }

    It 'have no file without a view' {
        (Get-ChildItem (Join-Path $PSScriptRoot 'Views/*.txt')).BaseName | Sort-Object | Should -Be @($samples.Keys | Sort-Object)
    }
}

Describe 'Colors' {
    BeforeAll {
        $samples = & (Join-Path $PSScriptRoot 'Views/Samples.ps1')
        # What Out-String keeps when the user wants escape sequences always.
        function Show($Type, $Rendering = 'Ansi') {
            $before, $PSStyle.OutputRendering = $PSStyle.OutputRendering, $Rendering
            try { $samples[$Type] | Format-Table -HideTableHeaders | Out-String -Width 200 }
            finally { $PSStyle.OutputRendering = $before }
        }
        $noColor, $env:NO_COLOR = $env:NO_COLOR, ''
    }
    AfterAll { $env:NO_COLOR = $noColor }

    It 'mark <text> of <type> as $PSStyle says' -ForEach @(
        @{ type = 'IdentityPool'; text = 'True'; color = 'Warning' }
        @{ type = 'PoolRole'; text = 'NotTrusted'; color = 'Error' }
        @{ type = 'PoolRole'; text = 'Conditional'; color = 'Warning' }
        @{ type = 'FoundPoolRole'; text = 'True'; color = 'Warning' }
        @{ type = 'PoolIdentityRemoval'; text = 'Failed'; color = 'Error' }
        @{ type = 'PoolIdentityRemoval'; text = 'Unknown'; color = 'Warning' }
        @{ type = 'PoolRoleDecision'; text = 'False'; color = 'Error' }
    ) {
        (Show $type).Contains("$($PSStyle.Formatting.$color)$text$($PSStyle.Reset)") | Should -BeTrue
    }

    It 'leave <text> of <type> alone' -ForEach @(
        @{ type = 'IdentityPool'; text = 'False' }
        @{ type = 'PoolRole'; text = 'Trusted' }
        @{ type = 'PoolIdentityRemoval'; text = 'Removed' }
    ) {
        Show $type | Should -Match "(?m)^(\e\[0m)?$text "
    }

    It 'are not there when the rendering is <rendering> and the output redirected' -ForEach @(
        @{ rendering = 'PlainText' }, @{ rendering = 'Host' }
    ) {
        Show PoolRole $rendering | Should -Not -Match "`e"
    }

    It 'are not there with NO_COLOR' {
        $env:NO_COLOR = '1'
        try { Show PoolRole | Should -Not -Match "`e\[3" }
        finally { $env:NO_COLOR = '' }
    }

    It 'change no column' {
        (Show PoolRole) -replace "`e\[[\d;]*m" | Should -BeExactly (Show PoolRole PlainText)
    }
}
