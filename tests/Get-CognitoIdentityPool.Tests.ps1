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

Describe 'Get-CognitoIdentityPool -Tag' {
    BeforeAll {
        Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
        $WarningPreference = 'SilentlyContinue'
        $web = New-CognitoIdentityPool web -NoRole -Tag @{ team = 'web'; stage = 'prod' }
        New-CognitoIdentityPool shop -NoRole -Tag @{ team = 'shop'; stage = 'production'; note = '' } | Out-Null
        $tags = [System.Collections.Hashtable]::new()
        $tags['Team'] = 'web'
        New-CognitoIdentityPool upper -NoRole -Tag $tags | Out-Null
        $plain = New-CognitoIdentityPool plain -NoRole
    }
    AfterAll { Disconnect-PoolAccount }

    It 'gets the pools with <what>' -ForEach @(
        @{ what = 'a tag'; tag = @{ team = 'web' }; names = 'web' }
        @{ what = 'all of several tags'; tag = @{ team = 'web'; stage = 'production' }; names = '' }
        @{ what = 'several tags'; tag = @{ team = 'web'; stage = 'prod' }; names = 'web' }
        @{ what = 'a value that fits a pattern, whatever the case'; tag = @{ stage = 'PROD*' }; names = 'shop web' }
        @{ what = 'any value of a key'; tag = @{ team = '*' }; names = 'shop web' }
        @{ what = 'one of several values'; tag = @{ team = 'web', 'sh?p' }; names = 'shop web' }
        @{ what = 'an empty value'; tag = @{ note = '' }; names = 'shop' }
        @{ what = 'a key in that case'; tag = @{ Team = 'web' }; names = 'upper' }
        @{ what = 'a value in that case'; tag = @{ team = 'Web' }; names = '' }
    ) {
        "$((Get-CognitoIdentityPool -Tag $tag).Name | Sort-Object)" | Should -Be $names
    }

    It 'goes with names, patterns, ids and objects' {
        (Get-CognitoIdentityPool web -Tag @{ team = 'web' }).Name | Should -Be 'web'
        Get-CognitoIdentityPool plain -Tag @{ team = 'web' } | Should -BeNullOrEmpty
        (Get-CognitoIdentityPool s*, w* -Tag @{ stage = 'prod' }).Name | Should -Be 'web'
        ($web.IdentityPoolId, $plain | Get-CognitoIdentityPool -Tag @{ team = '*' }).Name | Should -Be 'web'
    }

    It 'refuses <what>' -ForEach @(
        @{ what = 'an empty table'; tag = @{} }
        @{ what = 'a null value'; tag = @{ team = $null } }
        @{ what = 'an empty list of values'; tag = @{ team = @() } }
        @{ what = 'a null in a list'; tag = @{ team = 'web', $null } }
        @{ what = 'a table as value'; tag = @{ team = @{ a = 1 } } }
        @{ what = 'a wildcard in a key'; tag = @{ 'te*' = 'web' } }
        @{ what = 'a bracket that is not closed'; tag = @{ team = '[a' } }
        @{ what = 'an empty key'; tag = @{ '' = 'web' } }
    ) {
        { Get-CognitoIdentityPool -Tag $tag -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidTag,*'
    }

    It 'reads no more than the settings of the others' {
        Set-PoolSandbox -ClearCall
        Get-CognitoIdentityPool -Tag @{ team = 'web' } | Out-Null
        @((Get-PoolSandbox).Calls | Where-Object Operation -eq 'GetIdentityPoolRoles').Count | Should -Be 1
    }

    It 'does not disturb a pipeline that reads roles' {
        New-CognitoIdentityPool first -GuestAccess -Tag @{ crew = 'a' } | Out-Null
        New-CognitoIdentityPool second -GuestAccess | Out-Null
        New-CognitoIdentityPool third -GuestAccess -Tag @{ crew = 'a' } | Out-Null
        (Get-CognitoIdentityPool -Tag @{ crew = 'a' } | Get-PoolRole -IdentityType Guest).RoleName | Sort-Object |
            Should -Be 'first_guestrole', 'third_guestrole'
    }
}

Describe 'Get-CognitoIdentityPool -AllRegions' {
    BeforeEach {
        Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
        $WarningPreference = 'SilentlyContinue'
        $shop = New-CognitoIdentityPool shop -GuestAccess
        New-CognitoIdentityPool kiosk -NoRole -Region eu-west-1 -Tag @{ team = 'web' } | Out-Null
        New-CognitoIdentityPool shop -NoRole -Region ap-south-1 | Out-Null
        Set-PoolSandbox -ClearCall
        $unknownKey = @{ Operation = 'ListIdentityPools'; ErrorCode = 'UnrecognizedClientException'
            Message = 'The security token included in the request is invalid.' }
    }
    AfterEach { Disconnect-PoolAccount }

    It 'gets the pools of every Region of the partition, in the order of the Regions' {
        "$(Get-CognitoIdentityPool -AllRegions | ForEach-Object { "$($_.Region)/$($_.Name)" })" |
            Should -Be 'ap-south-1/shop eu-west-1/kiosk us-east-1/shop'
        $asked = (Get-PoolSandbox).Calls | Where-Object Operation -eq 'ListIdentityPools' | ForEach-Object Region | Sort-Object -Unique
        $asked.Count | Should -BeGreaterThan 30
        $asked | Where-Object { $_ -match '^(cn|us-gov|us-iso|eusc)-' } | Should -BeNullOrEmpty
    }

    It 'keeps to the partition of the account' {
        Connect-PoolAccount -Sandbox -Region cn-north-1 | Out-Null
        New-CognitoIdentityPool china -NoRole -Region cn-northwest-1 | Out-Null
        (Get-CognitoIdentityPool -AllRegions).Name | Should -Be 'china'
        (Get-PoolSandbox).Calls | Where-Object Operation -eq 'ListIdentityPools' | ForEach-Object Region | Sort-Object -Unique |
            Should -Be 'cn-north-1', 'cn-northwest-1'
    }

    It 'finds a name, a pattern, an id and a tag everywhere' {
        (Get-CognitoIdentityPool shop -AllRegions).Region | Should -Be 'ap-south-1', 'us-east-1'
        (Get-CognitoIdentityPool K* -AllRegions).Region | Should -Be 'eu-west-1'
        ($shop.IdentityPoolId | Get-CognitoIdentityPool -AllRegions).Name | Should -Be 'shop'
        (Get-CognitoIdentityPool -AllRegions -Tag @{ team = 'web' }).Name | Should -Be 'kiosk'
        Get-CognitoIdentityPool shop -AllRegions -Tag @{ team = 'web' } | Should -BeNullOrEmpty
        { Get-CognitoIdentityPool none -AllRegions -ErrorAction Stop } |
            Should -Throw -ErrorId 'PoolNotFound,*' -ExpectedMessage "*'none' does not exist in any Region*"
    }

    It 'cannot be used with -Region' {
        { Get-CognitoIdentityPool -AllRegions -Region us-east-1 -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidRegion,*' -ExpectedMessage '*-AllRegions*'
        (Get-CognitoIdentityPool -AllRegions:$false -Region eu-west-1).Name | Should -Be 'kiosk'
        (Get-PoolSandbox).Calls | Where-Object { $_.Operation -eq 'ListIdentityPools' -and $_.Region -ne 'eu-west-1' } |
            Should -BeNullOrEmpty
    }

    It 'skips the Regions that refuse the access key, with a verbose line for each' {
        Set-PoolSandbox -Fault ($unknownKey + @{ Times = 3 })
        $said = Get-CognitoIdentityPool -AllRegions -Verbose -ErrorVariable failed 4>&1
        $failed | Should -BeNullOrEmpty
        ($said | Where-Object { $_ -is [CognitoPools.IdentityPool] }).Name | Should -Be 'shop', 'kiosk', 'shop'
        @($said | Where-Object { "$_" -match '^Region \S+ was skipped\. It does not accept the access key, so the account has not enabled it' }).Count |
            Should -Be 3
    }

    It 'ends with one error when every Region refuses the credentials: <code>' -ForEach @(
        @{ code = 'UnrecognizedClientException' }, @{ code = 'InvalidClientTokenId' }, @{ code = 'ExpiredTokenException' }
    ) {
        Set-PoolSandbox -Fault @{ Operation = 'ListIdentityPools'; ErrorCode = $code; Message = 'Not these.'; Times = 1000 }
        $caught = $null
        # A terminating error, so that it is caught whatever the preference.
        try { Get-CognitoIdentityPool -AllRegions -ErrorVariable failed -ErrorAction SilentlyContinue } catch { $caught = $_ }
        $caught.FullyQualifiedErrorId | Should -BeLike 'CredentialsRefused,*'
        @($failed).Count | Should -BeLessOrEqual 1
    }

    It 'names each Region that fails for another reason, and reads the others' {
        Set-PoolSandbox -Fault @{ Operation = 'ListIdentityPools'; ErrorCode = 'AccessDeniedException'
            Message = 'with an explicit deny in a service control policy'; Times = 2 }
        $found = Get-CognitoIdentityPool -AllRegions -ErrorVariable failed -ErrorAction SilentlyContinue
        $found.Name | Should -Be 'shop', 'kiosk', 'shop'
        @($failed).Count | Should -Be 2
        foreach ($one in $failed) {
            $one.FullyQualifiedErrorId | Should -BeLike 'NotAuthorized,*'
            $one.TargetObject | Should -Match '^[a-z]+-[a-z]+-\d$'
            "$($one.ErrorDetails)" | Should -BeLike "The identity pools of $($one.TargetObject) could not be read: *service control policy*"
            $one.Exception.GetType().Namespace | Should -BeLike 'Amazon.*'
        }
    }

    It 'says nothing of a name that was not found where a Region could not be read' {
        Set-PoolSandbox -Fault @{ Operation = 'ListIdentityPools'; ErrorCode = 'AccessDeniedException'; Message = 'No.'; Times = 1 }
        Get-CognitoIdentityPool none -AllRegions -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed.FullyQualifiedErrorId | Should -BeLike 'NotAuthorized,*'
    }

    It 'goes on into a pipeline, and stops with it' {
        (Get-CognitoIdentityPool -AllRegions | Get-PoolRole -IdentityType Guest).RoleName | Should -Be 'shop_guestrole'
        (Get-CognitoIdentityPool -AllRegions | Select-Object -First 1).Region | Should -Be 'ap-south-1'
        $Error.Clear()
        Get-CognitoIdentityPool -AllRegions | Select-Object -First 2 | Out-Null
        $Error.Count | Should -Be 0
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
        "$($failure.ErrorDetails)" | Should -BeLike '*proxy*'
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
        "$($Error[0].ErrorDetails)" | Should -BeLike '*cognito-identity:GetIdentityPoolRoles*'
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
