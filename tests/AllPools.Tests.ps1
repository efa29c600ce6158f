BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
    $script = Join-Path $PSScriptRoot '../examples/all-pools.ps1'
}

Describe 'examples/all-pools.ps1' {
    BeforeEach {
        Connect-PoolAccount -Sandbox | Out-Null
        New-CognitoIdentityPool shop -NoRole -GuestAccess | Out-Null
        New-CognitoIdentityPool kiosk -NoRole -Region eu-west-1 -WarningAction SilentlyContinue | Out-Null
        New-CognitoIdentityPool fern -NoRole -Region eu-south-1 -WarningAction SilentlyContinue | Out-Null
    }
    AfterAll { Disconnect-PoolAccount }

    It 'lists the pools of all Regions that every account has' {
        $before = (Get-PoolSandbox).Calls.Count
        "$(& $script | ForEach-Object { "$($_.Region)/$($_.Name)" })" | Should -Be 'us-east-1/shop eu-west-1/kiosk'
        @((Get-PoolSandbox).Calls | Select-Object -Skip $before | Where-Object Operation -eq 'ListIdentityPools' |
            ForEach-Object Region | Sort-Object -Unique).Count | Should -Be 17
    }

    It 'lists those of the Regions that are named' {
        (& $script -Region eu-south-1).Name | Should -Be 'fern'
    }

    It 'goes on after a Region that does not answer, and warns of it' {
        Set-PoolSandbox -Fault @{ Operation = 'ListIdentityPools'; ErrorCode = 'AccessDeniedException'; Message = 'Not here.'; Times = 1 }
        $all = @(& $script 3>&1)
        @($all | Where-Object { $_ -is [System.Management.Automation.WarningRecord] }).Count | Should -Be 1
        "$($all[0])" | Should -BeLike 'us-east-1: *'
        $all[1].Name | Should -Be 'kiosk'
    }

    It 'fails when no Region answers' {
        Set-PoolSandbox -Fault @{ Operation = 'ListIdentityPools'; ErrorCode = 'AccessDeniedException'
            Message = 'Not here.'; Times = 1000 }
        { & $script -Region us-east-1, eu-west-1 3>$null } | Should -Throw -ExpectedMessage 'None of the 2 Regions answered.*'
    }
}
