BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
}

Describe 'Remove-CognitoIdentityPool' {
    BeforeEach {
        Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
        $pool = New-CognitoIdentityPool shop -GuestAccess
        Set-PoolSandbox -ClearCall
    }
    AfterEach { Disconnect-PoolAccount }

    It 'deletes the pool and leaves its roles' {
        Remove-CognitoIdentityPool shop -Force | Should -BeNullOrEmpty
        @(Get-CognitoIdentityPool).Count | Should -Be 0
        (Get-PoolSandbox).Calls.Operation | Should -Not -Contain 'DeleteRole'
    }

    It 'deletes the roles that were made for it with -RemoveRole' {
        $pool | Remove-CognitoIdentityPool -RemoveRole -Force
        @((Get-PoolSandbox).Calls | Where-Object Operation -eq 'DeleteRole').Count | Should -Be 2
        (New-CognitoIdentityPool shop -GuestAccess).GuestRole | Should -BeLike '*/shop_guestrole'
    }

    It 'deletes nothing with -WhatIf, even with -Force' {
        Remove-CognitoIdentityPool shop -RemoveRole -Force -WhatIf
        (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
        @(Get-CognitoIdentityPool).Count | Should -Be 1
    }

    It 'writes its plan with -AsPlan and deletes nothing' {
        $plan = Remove-CognitoIdentityPool shop -RemoveRole -AsPlan
        $plan.Steps.Operation | Should -Contain 'cognito-identity:DeleteIdentityPool'
        @($plan.Steps | Where-Object Operation -eq 'iam:DeleteRole').Count | Should -Be 2
        @(Get-CognitoIdentityPool).Count | Should -Be 1
    }

    It 'takes many from the pipeline' {
        'a', 'b' | New-CognitoIdentityPool -GuestAccess -NoRole | Out-Null
        Get-CognitoIdentityPool | Remove-CognitoIdentityPool -Force
        @(Get-CognitoIdentityPool).Count | Should -Be 0
    }

    It 'refuses a wildcard and says how to' {
        { Remove-CognitoIdentityPool sh* -Force -ErrorAction Stop } | Should -Throw -ErrorId 'WildcardNotAllowed,*' -ExpectedMessage '*Get-CognitoIdentityPool*'
        @(Get-CognitoIdentityPool).Count | Should -Be 1
    }

    It 'never takes null or nothing for all: <value>' -ForEach @(@{ value = $null }, @{ value = '' }) {
        { Remove-CognitoIdentityPool $value -Force -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidIdentityPool,*'
        @() | Remove-CognitoIdentityPool -Force
        @(Get-CognitoIdentityPool).Count | Should -Be 1
    }

    It 'refuses a name that two pools share' {
        $second = New-CognitoIdentityPool shop -GuestAccess -NoRole -AllowDuplicate
        { Remove-CognitoIdentityPool shop -Force -ErrorAction Stop } | Should -Throw -ErrorId 'PoolNameAmbiguous,*' -ExpectedMessage "*$($second.IdentityPoolId)*"
        @(Get-CognitoIdentityPool).Count | Should -Be 2
    }

    It 'says what is left when a role cannot be deleted' {
        Set-PoolSandbox -Fault @{ Operation = 'DeleteRole'; ErrorCode = 'AccessDenied'; StatusCode = 403; Times = 1000 }
        { Remove-CognitoIdentityPool shop -RemoveRole -Force -ErrorAction Stop } | Should -Throw -ErrorId 'ChangeLeftBehind,*' -ExpectedMessage '*shop_*role*'
    }
}
