BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
    $ci = Join-Path $PSScriptRoot '../examples/audit-ci.ps1'
    $nightly = Join-Path $PSScriptRoot '../examples/audit-nightly.ps1'

    # What a run writes, and what it throws in the end.
    function Invoke-Run($script, [hashtable] $with) {
        $run = [pscustomobject]@{ Output = @(); Thrown = $null }
        try { $run.Output = @(& $script @with 2>$null 3>$null) }
        catch { $run.Thrown = "$_" }
        $run
    }
    function Deny($operation) {
        Set-PoolSandbox -Fault @{ Operation = $operation; ErrorCode = 'AccessDenied'; Message = 'No.'; Times = 1000 }
    }
}

Describe 'The runbooks of the audit' {
    BeforeEach {
        Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
        New-CognitoIdentityPool tidy -UserPoolId us-east-1_Example01 -ClientId 1example23456789 | Out-Null
        $folder = Join-Path $TestDrive ([guid]::NewGuid())
        $null = New-Item -ItemType Directory $folder
        $sarif = Join-Path $folder pools.sarif
    }
    AfterEach { Disconnect-PoolAccount }

    Context 'audit-ci.ps1' {
        It 'passes a tidy account, and writes the report' {
            (Invoke-Run $ci @{ Path = $sarif }).Thrown | Should -BeNullOrEmpty
            @((Get-Content $sarif -Raw | ConvertFrom-Json).runs[0].results).Count | Should -Be 0
        }

        It 'fails on what is grave enough, and names it' {
            New-CognitoIdentityPool shop -GuestAccess | Out-Null
            (Invoke-Run $ci @{ Path = $sarif }).Thrown | Should -BeNullOrEmpty
            (Invoke-Run $ci @{ Path = $sarif; FailOn = 'Medium' }).Thrown | Should -BeLike '*1 findings of the severity Medium*pools.sarif*'
            (Get-Content $sarif -Raw | ConvertFrom-Json).runs[0].results.ruleId | Should -Be 'GuestEnabled'
        }

        It 'takes suppressions' {
            New-CognitoIdentityPool shop -GuestAccess | Out-Null
            $file = Join-Path $folder suppressions.json
            Set-Content $file '{ "suppressions": [ { "id": "GuestEnabled", "reason": "Public" } ] }'
            (Invoke-Run $ci @{ Path = $sarif; FailOn = 'Medium'; SuppressionPath = $file }).Thrown | Should -BeNullOrEmpty
        }

        It 'fails when something could not be read: <_>' -ForEach 'GetRole', 'DescribeIdentityPool' {
            Deny $_
            (Invoke-Run $ci @{ Path = $sarif }).Thrown | Should -Not -BeNullOrEmpty
        }
    }

    Context 'audit-nightly.ps1' {
        It 'writes a page and JSON, and counts the findings' {
            New-CognitoIdentityPool shop -GuestAccess | Out-Null
            Add-PoolSandboxIdentity shop -Count 3
            $night = Invoke-Run $nightly @{ Path = $folder; Measure = $true }
            $night.Thrown | Should -BeNullOrEmpty
            $night.Output.Medium | Should -Be 1
            $night.Output.Critical | Should -Be 0
            Get-Content $night.Output.Page -Raw | Should -BeLike '*<svg*'
            (Get-Content $night.Output.Json -Raw) | Should -BeLike '*GuestEnabled*'
            # A second run on the same day replaces both.
            (Invoke-Run $nightly @{ Path = $folder }).Thrown | Should -BeNullOrEmpty
        }

        It 'shows the drift from documents' {
            $documents = Join-Path $folder documents
            Export-CognitoIdentityPool -Path $documents
            (Invoke-Run $nightly @{ Path = $folder; DocumentPath = $documents }).Thrown | Should -BeNullOrEmpty
            Set-CognitoIdentityPool tidy -Tag @{ drifted = 'yes' }
            $night = Invoke-Run $nightly @{ Path = $folder; DocumentPath = $documents }
            $night.Thrown | Should -BeNullOrEmpty
            Get-Content $night.Output.Page -Raw | Should -BeLike '*drifted*'
        }

        It 'fails when a pool could not be read, and writes what it could' {
            Deny DescribeIdentityPool
            $night = Invoke-Run $nightly @{ Path = $folder }
            $night.Thrown | Should -Not -BeNullOrEmpty
            @(Get-ChildItem $folder -Filter *.html).Count | Should -Be 1
        }
    }
}
