BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
}

Describe 'Remove-PoolIdentity' {
    BeforeEach {
        Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
        $pool = New-CognitoIdentityPool shop -GuestAccess -NoRole -Provider @{ Google = '1-a.apps.googleusercontent.com' }
        Add-PoolSandboxIdentity shop -Count 130
        Add-PoolSandboxIdentity shop -Count 5 -Provider Google
        Set-PoolSandbox -ClearCall
    }
    AfterEach { Disconnect-PoolAccount }

    It 'removes what is piped, 60 with each call' {
        Get-PoolIdentity shop | Where-Object IdentityType -eq 'Guest' | Remove-PoolIdentity -Force | Should -BeNullOrEmpty
        @((Get-PoolSandbox).Calls | Where-Object Operation -eq 'DeleteIdentities').Count | Should -Be 3
        (Get-PoolIdentity shop).IdentityType | Sort-Object -Unique | Should -Be 'Authenticated'
    }

    It 'writes one result for each identity with -PassThru' {
        $results = @(Get-PoolIdentity shop | Remove-PoolIdentity -Force -PassThru)
        $results.Count | Should -Be 135
        @($results.IdentityId | Sort-Object -Unique).Count | Should -Be 135
        "$($results.Status | Sort-Object -Unique)" | Should -Be 'Removed'
        $results[0].IdentityPoolId | Should -Be $pool.IdentityPoolId
    }

    It 'takes ids as text and objects with an IdentityId' {
        $some = @(Get-PoolIdentity shop | Select-Object -First 3)
        $some[0].IdentityId, [pscustomobject]@{ IdentityId = $some[1].IdentityId }, @{ IdentityId = $some[2].IdentityId } | Remove-PoolIdentity -Force
        @(Get-PoolIdentity shop).Count | Should -Be 132
    }

    It 'counts an id that is piped twice once' {
        $one = Get-PoolIdentity shop | Select-Object -First 1
        @($one, $one, $one.IdentityId | Remove-PoolIdentity -Force -PassThru).Count | Should -Be 1
    }

    It 'tries again what the service leaves unprocessed' {
        Set-PoolSandbox -Fault @{ Operation = 'DeleteIdentities'; Kind = 'UnprocessedIdentities'; Times = 2; UnprocessedCount = 7 }
        "$(Get-PoolIdentity shop | Remove-PoolIdentity -Force -PassThru | ForEach-Object Status | Sort-Object -Unique)" | Should -Be 'Removed'
        @(Get-PoolIdentity shop).Count | Should -Be 0
    }

    It 'makes one error for each identity that stays, and goes on with the rest' {
        Set-PoolSandbox -Fault @{ Operation = 'DeleteIdentities'; ErrorCode = 'NotAuthorizedException'; Message = 'Told to fail.'; Times = 1 }
        $failed = $null
        $results = @(Get-PoolIdentity shop | Remove-PoolIdentity -Force -PassThru -ErrorVariable failed -ErrorAction SilentlyContinue)
        $results.Count | Should -Be 135
        @($results | Where-Object Status -eq 'Failed').Count | Should -Be 60
        @($failed).Count | Should -Be 60
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'IdentityNotRemoved,*'
        $failed[0].ErrorDetails.Message | Should -BeLike '*Told to fail.*'
        @(Get-PoolIdentity shop).Count | Should -Be 60
    }

    It 'makes an error of each bad item and goes on: <what>' -ForEach @(
        @{ what = 'null'; bad = $null; id = 'InvalidIdentityId,*' }
        @{ what = 'an empty id'; bad = ''; id = 'InvalidIdentityId,*' }
        @{ what = 'a malformed id'; bad = 'nonsense'; id = 'InvalidIdentityId,*' }
    ) {
        $good = (Get-PoolIdentity shop | Select-Object -First 1).IdentityId
        $failed = $null
        $results = @($good, $bad | Remove-PoolIdentity -Force -PassThru -ErrorVariable failed -ErrorAction SilentlyContinue)
        "$($results.Status)" | Should -Be 'Removed'
        @($failed).Count | Should -Be 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike $id
    }

    It 'never takes a pool for an identity' {
        { $pool | Remove-PoolIdentity -Force -ErrorAction Stop } | Should -Throw -ErrorId 'PoolGivenForIdentity,*' -ExpectedMessage '*Get-PoolIdentity*'
        @(Get-PoolIdentity shop).Count | Should -Be 135
    }

    It 'does nothing for an empty pipeline' {
        @() | Remove-PoolIdentity -Force
        (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
    }

    It 'sends no changing call with -WhatIf, even with -Force' {
        Get-PoolIdentity shop | Remove-PoolIdentity -Force -WhatIf
        (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
    }

    It 'removes nothing more than was piped when the pipeline stops early' {
        @(Get-PoolIdentity shop | Remove-PoolIdentity -Force -PassThru | Select-Object -First 1).Count | Should -Be 1
        @(Get-PoolIdentity shop).Count | Should -Be 75
    }

    It 'goes on through throttling' {
        Set-PoolSandbox -Fault @{ Operation = 'DeleteIdentities'; Kind = 'Throttle'; Times = 2 }
        Get-PoolIdentity shop | Remove-PoolIdentity -Force
        @(Get-PoolIdentity shop).Count | Should -Be 0
    }
}
