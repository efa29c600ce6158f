BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
}

Describe 'Set-CognitoIdentityPool' {
    BeforeEach {
        Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
        $pool = New-CognitoIdentityPool shop -GuestAccess -Tag @{ team = 'web'; stage = 'dev' } `
            -UserPoolId us-east-1_AbCdEf123 -ClientId abc `
            -Provider @{ Google = '1-a.apps.googleusercontent.com' }
        Set-PoolSandbox -ClearCall
    }
    AfterEach { Disconnect-PoolAccount }

    It 'renames, and nothing else changes' {
        $after = Set-CognitoIdentityPool shop -NewName 'web shop' -PassThru
        $after.Name | Should -Be 'web shop'
        $after.IdentityPoolId | Should -Be $pool.IdentityPoolId
        $after.GuestAccess | Should -BeTrue
        $after.GuestRole | Should -Be $pool.GuestRole
        $after.AuthenticatedRole | Should -Be $pool.AuthenticatedRole
        $after.Providers | Should -HaveCount 2
        $after.Tags.Count | Should -Be 2
        $after.BasicFlow | Should -Be 'Inactive'
    }

    It 'reads, reads again just before it writes, writes once and reads once more' {
        Set-CognitoIdentityPool $pool.IdentityPoolId -BasicFlow Active
        Set-PoolSandbox -ClearCall
        Set-CognitoIdentityPool $pool.IdentityPoolId -BasicFlow Inactive
        (Get-PoolSandbox).Calls.Operation |
            Should -Be @('DescribeIdentityPool', 'DescribeIdentityPool', 'UpdateIdentityPool', 'DescribeIdentityPool', 'DescribeIdentityPool')
    }

    It 'does not take its own undo for the edit of somebody else' {
        Set-PoolSandbox -Fault @{ Operation = 'TagResource'; ErrorCode = 'NotAuthorizedException' }
        Set-CognitoIdentityPool shop -NewName new -Tag @{ a = 'b' } -ErrorAction SilentlyContinue -ErrorVariable failed `
            -WarningVariable warned -WarningAction SilentlyContinue
        $failed[0].ErrorDetails.Message | Should -BeLike '*All completed steps were undone.*'
        $warned | Should -BeNullOrEmpty
        (Get-CognitoIdentityPool $pool).Name | Should -Be 'shop'
    }

    It 'refuses a name that another pool has, and takes it when told' {
        New-CognitoIdentityPool other -GuestAccess -NoRole | Out-Null
        { Set-CognitoIdentityPool shop -NewName other -ErrorAction Stop } |
            Should -Throw -ErrorId 'NewNameTaken,*' -ExpectedMessage '*-AllowDuplicate*'
        (Set-CognitoIdentityPool shop -NewName other -AllowDuplicate -PassThru).Name | Should -Be 'other'
    }

    It 'refuses a name that breaks the service''s rule before any change' {
        { Set-CognitoIdentityPool shop -NewName 'shöp' -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidName,*'
        (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
    }

    It 'turns the basic flow on and off' {
        (Set-CognitoIdentityPool shop -BasicFlow Active -PassThru).BasicFlow | Should -Be 'Active'
        (Set-CognitoIdentityPool shop -BasicFlow Inactive -PassThru).BasicFlow | Should -Be 'Inactive'
        { Set-CognitoIdentityPool shop -BasicFlow Unset -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidBasicFlow,*'
    }

    It 'warns that role mappings shut the basic flow' {
        New-CognitoIdentityPool mapped -Provider @{ UserPoolId = 'us-east-1_AbCdEf123'; ClientId = 'abc'; RoleSetting = 'Token' } | Out-Null
        Set-CognitoIdentityPool mapped -BasicFlow Active -WarningVariable warned -WarningAction SilentlyContinue
        "$warned" | Should -BeLike '*rejects it while*'
    }

    It 'suggests only states of the basic flow that can be set' {
        { Set-CognitoIdentityPool shop -BasicFlow On } | Should -Throw '*Specify Active or Inactive.*'
    }

    It 'sets the developer provider once, last, and says that it cannot be undone' {
        $plan = Set-CognitoIdentityPool shop -NewName first -DeveloperProviderName login.example -AsPlan
        $plan.Steps | Should -HaveCount 2
        $plan.Steps[1].CanBeUndone | Should -BeFalse
        "$plan" | Should -BeLike '*(cannot be undone)*login.example'
        (Set-CognitoIdentityPool shop -DeveloperProviderName login.example -PassThru).DeveloperProviderName | Should -Be 'login.example'
        Set-PoolSandbox -ClearCall
        Set-CognitoIdentityPool shop -DeveloperProviderName login.example
        (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
        { Set-CognitoIdentityPool shop -DeveloperProviderName other.example -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidDeveloperProviderName,*'
    }

    It 'adds, changes and removes tags and keeps the others' {
        $after = Set-CognitoIdentityPool shop -Tag @{ stage = 'prod'; cost = '7' } -RemoveTag team, absent -PassThru
        ($after.Tags.GetEnumerator() | ForEach-Object { "$($_.Key)=$($_.Value)" }) | Should -Be @('cost=7', 'stage=prod')
        ((Get-PoolSandbox).Calls | Where-Object Changing).Operation | Should -Be @('UntagResource', 'TagResource')
    }

    It 'refuses a tag that is to be set and removed' {
        { Set-CognitoIdentityPool shop -Tag @{ team = 'a' } -RemoveTag team -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidRemoveTag,*'
    }

    It 'refuses the 51st tag' {
        $tags = @{}
        1..49 | ForEach-Object { $tags["key$_"] = 'x' }
        { Set-CognitoIdentityPool shop -Tag $tags -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidTag,*' -ExpectedMessage '*50*'
    }

    It 'shows old and new values in its plan' {
        $text = "$(Set-CognitoIdentityPool shop -NewName new -BasicFlow Active -Tag @{ team = 'ops' } -AsPlan)"
        $text | Should -BeLike '*Name: shop -> new*'
        $text | Should -BeLike '*BasicFlow: Inactive -> Active*'
        $text | Should -BeLike '*Tag team: web -> ops*'
    }

    It 'changes nothing with -WhatIf, and makes no changing call when all is as said' {
        Set-CognitoIdentityPool shop -NewName new -WhatIf
        Set-CognitoIdentityPool shop -NewName shop -BasicFlow Inactive -Tag @{ team = 'web' }
        (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
    }

    It 'leaves the pool as it was when <operation> fails' -ForEach @(
        @{ operation = 'UpdateIdentityPool' }, @{ operation = 'TagResource' }, @{ operation = 'UntagResource' }
    ) {
        Set-PoolSandbox -Fault @{ Operation = $operation; ErrorCode = 'NotAuthorizedException'; Message = 'Told to fail.' }
        { Set-CognitoIdentityPool shop -NewName new -Tag @{ stage = 'prod' } -RemoveTag team -ErrorAction Stop } |
            Should -Throw -ExpectedMessage '*Told to fail.*'
        Set-PoolSandbox -ClearFault
        (Get-CognitoIdentityPool $pool.IdentityPoolId).Equals($pool) | Should -BeTrue
    }

    It 'explains an unset basic flow' {
        $plan = Set-CognitoIdentityPool shop -BasicFlow Inactive -AsPlan
        $plan.IsEmpty | Should -BeTrue
        ((Get-Help Set-CognitoIdentityPool).description.Text -join ' ') | Should -BeLike '*Unset*treat*active*'
    }

    It 'refuses -AllowDuplicate without a new name' {
        { Set-CognitoIdentityPool shop -AllowDuplicate -BasicFlow Active -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidAllowDuplicate,*'
    }
}
