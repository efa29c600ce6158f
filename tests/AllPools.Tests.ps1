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

    It 'lists the pools of all Regions, in the order of the Regions' {
        "$(& $script | ForEach-Object { "$($_.Region)/$($_.Name)" })" | Should -Be 'eu-south-1/fern eu-west-1/kiosk us-east-1/shop'
    }

    It 'lists those with a tag' {
        New-CognitoIdentityPool web -NoRole -Region ap-south-1 -Tag @{ team = 'web' } -WarningAction SilentlyContinue | Out-Null
        (& $script -Tag @{ team = 'web' }).Name | Should -Be 'web'
        (& $script -Region ap-south-1, us-east-1 -Tag @{ team = 'w*' }).Name | Should -Be 'web'
    }

    It 'lists those of the Regions that are named' {
        (& $script -Region eu-south-1).Name | Should -Be 'fern'
    }

    It 'goes on after a Region that does not answer, and warns of it' {
        Set-PoolSandbox -Fault @{ Operation = 'ListIdentityPools'; ErrorCode = 'AccessDeniedException'; Message = 'Not here.'; Times = 1 }
        # Whichever Region is asked first.
        $all = @(& $script 3>&1)
        @($all | Where-Object { $_ -is [System.Management.Automation.WarningRecord] }).Count | Should -Be 1
        "$($all[-1])" | Should -BeLike 'The identity pools of *-*-* could not be read: Not here.*'
        "$($all[0..2].Name)" | Should -Be 'fern kiosk shop'
    }

    It 'fails when no Region answers' {
        Set-PoolSandbox -Fault @{ Operation = 'ListIdentityPools'; ErrorCode = 'AccessDeniedException'
            Message = 'Not here.'; Times = 1000 }
        @(& $script 3>&1).Count | Should -BeGreaterThan 30
        { & $script -Region us-east-1, eu-west-1 3>$null } | Should -Throw -ExpectedMessage 'None of the 2 Regions could be read.*'
    }
}
