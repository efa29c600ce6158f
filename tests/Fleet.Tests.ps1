BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')

    function CountOf($operation) { @((Get-PoolSandbox).Calls | Where-Object Operation -eq $operation).Count }
}

# Reading many pools and their roles: in parallel, in order, and never out of date.
Describe 'A fleet of pools' {
    BeforeAll {
        Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
        $count = 70
        # The pool's number is in the names of both roles.
        1..$count | ForEach-Object { New-CognitoIdentityPool "p$_" -GuestAccess -DeveloperProviderName "login.p$_" | Out-Null }
        $expected = 1..$count | ForEach-Object { "p${_}_authenticatedrole", "p${_}_guestrole" }
    }
    BeforeEach { Set-PoolSandbox -ClearCall -ClearFault -Latency 0:0:0.002 }
    AfterAll { Disconnect-PoolAccount }

    It 'is read in order, each pool and each role once' {
        (Get-CognitoIdentityPool | Get-PoolRole).RoleName | Should -Be $expected
        CountOf ListIdentityPools | Should -Be 2
        CountOf DescribeIdentityPool | Should -Be $count
        CountOf GetIdentityPoolRoles | Should -Be $count
        CountOf GetRole | Should -Be (2 * $count)
    }

    It 'is read in order when it was listed before' {
        $pools = Get-CognitoIdentityPool
        Set-PoolSandbox -ClearCall
        ($pools | Get-PoolRole).RoleName | Should -Be $expected
        CountOf DescribeIdentityPool | Should -Be $count
        CountOf GetRole | Should -Be (2 * $count)
        [array]::Reverse($pools)
        ($pools | Get-PoolRole -IdentityType Guest).RoleName | Should -Be @($expected[(2 * $count - 1)..0] -like '*_guestrole')
    }

    It 'is listed without a call of IAM' {
        @(Get-CognitoIdentityPool).Count | Should -Be $count
        @((Get-PoolSandbox).Calls.Operation | Sort-Object -Unique) |
            Should -Be 'DescribeIdentityPool', 'GetIdentityPoolRoles', 'ListIdentityPools'
    }

    It 'tells each role of the pool that is in the pipeline variable' {
        $pairs = Get-CognitoIdentityPool -PipelineVariable current | Get-PoolRole -IdentityType Guest |
            ForEach-Object { "$($current.Name)_guestrole=$($_.RoleName)" }
        @($pairs).Count | Should -Be $count
        $pairs | Where-Object { $_.Split('=')[0] -ne $_.Split('=')[1] } | Should -BeNullOrEmpty
    }

    It 'reads little when the pipeline ends early' {
        (Get-CognitoIdentityPool | Get-PoolRole | Select-Object -First 1).RoleName | Should -Be 'p1_authenticatedrole'
        CountOf ListIdentityPools | Should -Be 1
        CountOf DescribeIdentityPool | Should -BeLessOrEqual 4
        CountOf GetRole | Should -BeLessOrEqual 4
        Get-CognitoIdentityPool | Select-Object -First 3 | Get-PoolRole | Should -HaveCount 6
    }

    It 'reads few roles in vain when the pipeline leaves pools out' {
        (Get-CognitoIdentityPool | Where-Object Name -like '*5' | Get-PoolRole -IdentityType Guest).RoleName |
            Should -Be 'p5_guestrole', 'p15_guestrole', 'p25_guestrole', 'p35_guestrole', 'p45_guestrole', 'p55_guestrole', 'p65_guestrole'
        CountOf GetRole | Should -BeLessOrEqual 8
        CountOf DescribeIdentityPool | Should -Be $count
    }

    It 'shows what was changed since the listing' {
        $pools = Get-CognitoIdentityPool p1*
        Set-PoolRole p12 Guest -None -WarningAction SilentlyContinue
        try {
            ($pools | Get-PoolRole).RoleName | Should -Not -Contain 'p12_guestrole'
            ($pools | Get-PoolRole).RoleName | Should -Contain 'p12_authenticatedrole'
        }
        finally { Set-PoolRole p12 Guest -CreateRole }
    }

    It 'shows what the pipeline itself changes ahead of it' {
        $roles = Get-CognitoIdentityPool p2* | ForEach-Object {
            if ($_.Name -eq 'p20') { Set-PoolRole p24 Guest -None -WarningAction SilentlyContinue }
            $_
        } | Get-PoolRole
        try { $roles.RoleName | Should -Be @($expected -match '^p2(\d?)_' -ne 'p24_guestrole') }
        finally { Set-PoolRole p24 Guest -CreateRole }
    }

    It 'shows what somebody else changed after the listing ended early' {
        $first = Get-CognitoIdentityPool p3* | Select-Object -First 1
        $mine = Get-PoolAccount
        Set-PoolRole $first.IdentityPoolId Guest -None -WarningAction SilentlyContinue
        try { ($first | Get-PoolRole).RoleName | Should -Be 'p3_authenticatedrole' }
        finally { Set-PoolRole p3 Guest -CreateRole -Connection $mine }
    }

    It 'keeps the error of a pool with that pool' {
        New-CognitoIdentityPool passing -NoRole -WarningAction SilentlyContinue | Out-Null
        $listed = Get-CognitoIdentityPool
        Remove-CognitoIdentityPool passing -Force
        $names = $listed | Get-PoolRole -ErrorVariable failed -ErrorAction SilentlyContinue | ForEach-Object RoleName
        $names | Should -Be $expected
        @($failed).Count | Should -Be 1
        $failed[0].TargetObject.Name | Should -Be 'passing'
    }

    It 'survives a service that refuses calls for their rate' {
        Set-PoolSandbox -Fault @{ Operation = 'GetRole'; Kind = 'Throttle'; AtCall = 20; Times = 10 },
            @{ Operation = 'DescribeIdentityPool'; Kind = 'Throttle'; AtCall = 10; Times = 5 }
        (Get-CognitoIdentityPool | Get-PoolRole).RoleName | Should -Be $expected
    }

    It 'is answered by one call of Get-PoolRole for each pool too' {
        (Get-CognitoIdentityPool p5* | ForEach-Object { Get-PoolRole $_ }).RoleName | Should -Be @($expected -match '^p5(\d?)_')
        CountOf DescribeIdentityPool | Should -Be 11
        CountOf GetRole | Should -Be 22
    }

    It 'costs no more when each pool that was listed before gets a call of its own' {
        $pools = Get-CognitoIdentityPool p5*
        Set-PoolSandbox -ClearCall
        ($pools | ForEach-Object { Get-PoolRole $_ }).RoleName | Should -Be @($expected -match '^p5(\d?)_')
        CountOf DescribeIdentityPool | Should -Be 11
        CountOf GetRole | Should -Be 22
    }

    It 'is read with the policies of its roles' {
        $roles = Get-CognitoIdentityPool | Get-PoolRole -IncludePolicy
        $roles.RoleName | Should -Be $expected
        @($roles | Where-Object { $_.Policies.Count -ne 1 -or -not $_.TrustPolicy }) | Should -BeNullOrEmpty
    }

    It 'says verbosely which calls are made, those ahead too' {
        $said = Get-CognitoIdentityPool p1* | Get-PoolRole -Verbose 4>&1 |
            Where-Object { $_ -is [System.Management.Automation.VerboseRecord] -and "$_" -like 'Calling IAM:GetRole*' }
        @($said).Count | Should -Be (CountOf GetRole)
    }
}

Describe 'Pools that share a role' {
    BeforeAll {
        Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
        Set-PoolSandbox -Role @{ Name = 'shared'
            TrustPolicy = (New-PoolTrustPolicy 'us-east-1:00000000-0000-0000-0000-000000000000' Authenticated) }
        $pools = 1..20 | ForEach-Object { New-CognitoIdentityPool "s$_" -NoRole -WarningAction SilentlyContinue }
        $pools | Set-PoolRole -IdentityType Authenticated -Role shared -RepairTrust -WarningAction SilentlyContinue
        Set-PoolSandbox -ClearCall
    }
    AfterAll { Disconnect-PoolAccount }

    It 'cost one call of IAM for it' {
        $roles = Get-CognitoIdentityPool | Get-PoolRole
        @($roles).Count | Should -Be 20
        @($roles | Where-Object Trusted).Count | Should -Be 20
        CountOf GetRole | Should -Be 1
    }

    It 'fail one by one' {
        Set-PoolSandbox -Fault @{ Operation = 'GetRole'; Kind = 'Error'; ErrorCode = 'ServiceFailure'; StatusCode = 400 }
        $roles = Get-CognitoIdentityPool | Get-PoolRole -ErrorVariable failed -ErrorAction SilentlyContinue
        @($failed).Count | Should -Be 1
        @($roles).Count | Should -Be 19
    }
}
