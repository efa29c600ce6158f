BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
}

Describe 'Get-CognitoIdentityPool' {
    BeforeAll {
        Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
        $pools = 'dev-one', 'dev-two', 'prod', 'twin' | New-CognitoIdentityPool -GuestAccess -NoRole
        $twin = New-CognitoIdentityPool twin -GuestAccess -NoRole -AllowDuplicate
    }
    AfterAll { Disconnect-PoolAccount }

    It 'gets every pool' {
        (Get-CognitoIdentityPool).Name | Sort-Object | Should -Be @('dev-one', 'dev-two', 'prod', 'twin', 'twin')
    }

    It 'gets pools by wildcard, whatever the case' {
        (Get-CognitoIdentityPool DEV-*).Name | Sort-Object | Should -Be @('dev-one', 'dev-two')
    }

    It 'gets one by name, by id and by object' {
        (Get-CognitoIdentityPool prod).Name | Should -Be 'prod'
        (Get-CognitoIdentityPool $pools[2].IdentityPoolId).Name | Should -Be 'prod'
        (Get-CognitoIdentityPool $pools[2]).Name | Should -Be 'prod'
        ($pools[2] | Get-CognitoIdentityPool).Name | Should -Be 'prod'
        ([pscustomobject]@{ IdentityPoolId = $pools[2].IdentityPoolId } | Get-CognitoIdentityPool).Name | Should -Be 'prod'
    }

    It 'gets both pools of one name by wildcard, and asks for an id otherwise' {
        @(Get-CognitoIdentityPool twi*).Count | Should -Be 2
        { Get-CognitoIdentityPool twin -ErrorAction Stop } |
            Should -Throw -ErrorId 'PoolNameAmbiguous,*' -ExpectedMessage "*$($twin.IdentityPoolId)*"
    }

    It 'says so when there is no such pool' {
        { Get-CognitoIdentityPool none -ErrorAction Stop } | Should -Throw -ErrorId 'PoolNotFound,*' -ExpectedMessage '*none*us-east-1*'
        { Get-CognitoIdentityPool 'us-east-1:00000000-0000-4000-8000-000000000000' -ErrorAction Stop } |
            Should -Throw -ErrorId 'ResourceNotFound,*'
        Get-CognitoIdentityPool none-* | Should -BeNullOrEmpty
    }

    It 'refuses a Region that is not the id''s' {
        { Get-CognitoIdentityPool $twin.IdentityPoolId -Region eu-west-1 -ErrorAction Stop } |
            Should -Throw -ErrorId 'RegionMismatch,*' -ExpectedMessage '*eu-west-1*us-east-1*'
    }

    It 'treats a null or empty name as an error and never as all pools: <value>' `
        -ForEach @(@{ value = $null }, @{ value = '' }) {
        { Get-CognitoIdentityPool $value -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidIdentityPool,*'
    }

    It 'takes blanks as a name, which a pool may have' {
        { Get-CognitoIdentityPool '  ' -ErrorAction Stop } | Should -Throw -ErrorId 'PoolNotFound,*'
        $blank = New-CognitoIdentityPool '  ' -NoRole -WarningAction SilentlyContinue
        (Get-CognitoIdentityPool '  ').IdentityPoolId | Should -Be $blank.IdentityPoolId
    }

    It 'writes nothing for an empty pipeline' {
        @() | Get-CognitoIdentityPool | Should -BeNullOrEmpty
    }

    It 'goes on after a bad item' {
        $failed = $null
        $found = 'prod', 'none', $null, 'dev-one' | Get-CognitoIdentityPool -ErrorVariable failed -ErrorAction SilentlyContinue
        $found.Name | Should -Be @('prod', 'dev-one')
        @($failed).Count | Should -Be 2
    }

    It 'stops with the pipeline and loses nothing' {
        @(Get-CognitoIdentityPool | Select-Object -First 2).Count | Should -Be 2
    }

    It 'works on a sandbox object''s own account' {
        $object = Get-CognitoIdentityPool prod
        $mine = Get-PoolAccount
        Connect-PoolAccount -Sandbox | Out-Null
        try { ($object | Get-CognitoIdentityPool).Name | Should -Be 'prod' }
        finally { Disconnect-PoolAccount }
        (Get-CognitoIdentityPool prod -Connection $mine).Name | Should -Be 'prod'
        # The tests below need the account of before.
        $script:account = $mine
    }
}

Describe 'Get-CognitoIdentityPool and a difficult service' {
    BeforeEach {
        Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
        New-CognitoIdentityPool shop -GuestAccess -NoRole | Out-Null
    }
    AfterEach { Disconnect-PoolAccount }

    It 'says that something else than AWS answered' {
        Set-PoolSandbox -Fault @{ Operation = 'ListIdentityPools'; Kind = 'HtmlPage'; Times = 1000 }
        $failure = $null
        try { Get-CognitoIdentityPool -ErrorAction Stop } catch { $failure = $_ }
        $failure.FullyQualifiedErrorId | Should -BeLike 'UnexpectedAnswer,*'
        # The service's exception stays as it is; the cure is in the details that the shell shows.
        $failure.ErrorDetails.RecommendedAction | Should -BeLike '*proxy*'
    }

    It 'names the operation, the endpoint and the status, and never prints the page' -ForEach 200, 503 {
        Set-PoolSandbox -Fault @{ Operation = 'ListIdentityPools'; Kind = 'HtmlPage'; StatusCode = $_; Times = 1000 }
        Get-CognitoIdentityPool -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].ErrorDetails.Message | Should -BeLike "*ListIdentityPools*https://cognito-identity.us-east-1*$_*is an HTML page*"
        ($failed[0] | Format-List * -Force | Out-String) | Should -Not -Match '<h1>|Service Unavailable</'
    }

    It 'shows what the caller may read, with one warning for each part, and refuses an edit that needs the rest' {
        New-CognitoIdentityPool other -NoRole -WarningAction SilentlyContinue | Out-Null
        Set-PoolSandbox -Fault @{ Operation = 'GetIdentityPoolRoles'; Times = 1000; ErrorCode = 'AccessDeniedException'
            Message = 'User: arn:aws:iam::123456789012:user/anna is not authorized' }
        $pools = Get-CognitoIdentityPool -WarningVariable said -WarningAction SilentlyContinue
            $pools.Name | Sort-Object | Should -Be 'other', 'shop'
            $pools | Where-Object AuthenticatedRole | Should -BeNullOrEmpty
        $pools[0].Unreadable.Permission | Should -Be 'cognito-identity:GetIdentityPoolRoles'
        @($said).Count | Should -Be 1
        "$said" | Should -BeLike '*cognito-identity:GetIdentityPoolRoles*'
        (Get-CognitoIdentityPool shop -WarningAction SilentlyContinue).GuestAccess | Should -BeTrue

        Set-PoolSandbox -ClearCall
        { Set-PoolRole shop Guest -None -ErrorAction Stop } | Should -Throw -ErrorId 'PoolPartUnreadable,*'
        $Error[0].ErrorDetails.RecommendedAction | Should -BeLike '*cognito-identity:GetIdentityPoolRoles*'
        (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
    }

    It 'says that the answer was cut off' {
        Set-PoolSandbox -Fault @{ Operation = 'ListIdentityPools'; Kind = 'TruncatedBody'; Times = 1000 }
        { Get-CognitoIdentityPool -ErrorAction Stop } | Should -Throw -ErrorId 'UnexpectedAnswer,*'
    }

    It 'goes on through throttling' {
        Set-PoolSandbox -Fault @{ Operation = 'ListIdentityPools'; Kind = 'Throttle'; Times = 2 }
        (Get-CognitoIdentityPool shop).Name | Should -Be 'shop'
    }
}
