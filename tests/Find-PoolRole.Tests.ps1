BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')

    function CountOf($operation) { @((Get-PoolSandbox).Calls | Where-Object Operation -eq $operation).Count }
}

Describe 'Find-PoolRole' {
    BeforeAll {
        Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
        $shop = New-CognitoIdentityPool shop -GuestAccess -Provider @{ Google = '1-a.apps.googleusercontent.com' }
        $euro = New-CognitoIdentityPool euro -NoRole -GuestAccess -Region eu-west-1 -WarningAction SilentlyContinue
        $gone = New-CognitoIdentityPool gone -GuestAccess
        Remove-CognitoIdentityPool gone -Force -WarningAction SilentlyContinue
        $users = New-PoolTrustPolicy shop Authenticated -Compact
        $noAmr = $users -replace ',"ForAnyValue:StringLike":\{[^}]*\}', ''
        Set-PoolSandbox -Role @(
            @{ Name = 'bound'; TrustPolicy = $users }
            @{ Name = 'no-amr'; TrustPolicy = $noAmr }
            @{ Name = 'any-pool'; TrustPolicy = ($users -replace '"StringEquals":\{[^}]*\},', '') }
            @{ Name = 'pattern'; TrustPolicy = ($users -replace '"StringEquals"', '"StringLike"' -replace 'us-east-1:[0-9a-f-]+', 'us-east-1:*') }
            @{ Name = 'euro-guests'; TrustPolicy = (New-PoolTrustPolicy $euro Guest) }
            @{ Name = 'both'; TrustPolicy = ($users -replace '"(us-east-1:[0-9a-f-]+)"', "[`"`$1`",`"$($gone.IdentityPoolId)`"]") }
            @{ Name = 'gone-too'; TrustPolicy = (New-PoolTrustPolicy $gone.IdentityPoolId Guest) }
            @{ Name = 'broken'; TrustPolicy = $users.Replace('AssumeRoleWithWebIdentity', 'AssumeRole') }
            @{ Name = 'not-ours'; TrustPolicy = $users.Replace('cognito-identity.amazonaws.com"}', 'accounts.google.com"}') }
            @{ Name = 'ec2'; TrustPolicy = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",' +
                '"Principal":{"Service":"ec2.amazonaws.com"}}]}' }
        )
        Set-PoolIdentityProvider shop Google -Rule @{ Claim = 'hd'; Value = 'x'; Role = 'bound' }
        Set-PoolRole $euro Guest -Role euro-guests
    }
    BeforeEach { Set-PoolSandbox -ClearCall -ClearFault }
    AfterAll { Disconnect-PoolAccount }

    It 'finds every role that trusts identity pools, and no other' {
        (Find-PoolRole).RoleName | Sort-Object | Should -Be @('any-pool', 'both', 'bound', 'broken', 'euro-guests', 'gone_guestrole',
            'gone-too', 'no-amr', 'pattern', 'shop_authenticatedrole', 'shop_guestrole' | Sort-Object)
    }

    It 'tells who may assume a role, who uses it and who made it' {
        $role = Find-PoolRole shop_authenticatedrole
        $role.Path | Should -BeLike '/cognitopools/us-east-1/*/'
        "$($role.Pools)" | Should -Be "shop ($($shop.IdentityPoolId))"
        $role.Pools[0].State | Should -Be 'Exists'
        $role.Admits | Should -Be 'Authenticated'
        $role.Open | Should -BeFalse
        $role.Orphaned | Should -BeFalse
        $role.CreatedByModule | Should -BeTrue
        "$($role.UsedBy)" | Should -Be 'shop (AuthenticatedRole)'
        $role.IdentityPoolId | Should -Be $shop.IdentityPoolId
        $role.IdentityType | Should -Be 'Authenticated'

        $bound = Find-PoolRole bound
        $bound.CreatedByModule | Should -BeFalse
        "$($bound.UsedBy)" | Should -Be 'shop (Rule 1 of accounts.google.com)'
    }

    It 'finds roles of other Regions by the pools that they name' {
        $role = Find-PoolRole euro-guests
        $role.Admits | Should -Be 'Guest'
        "$($role.UsedBy)" | Should -Be 'euro (GuestRole)'
        $role.IdentityPoolId | Should -Be $euro.IdentityPoolId
        @((Get-PoolSandbox).Calls | Where-Object Operation -eq 'ListIdentityPools').Region | Sort-Object |
            Should -Be 'eu-west-1', 'us-east-1'
    }

    It 'looks for uses in the Regions that are named' {
        Set-PoolRole $euro Authenticated -Role any-pool -WarningAction SilentlyContinue
        try {
            (Find-PoolRole any-pool).UsedBy | Should -BeNullOrEmpty
            "$((Find-PoolRole any-pool -PoolRegion eu-west-1).UsedBy)" | Should -Be 'euro (AuthenticatedRole)'
        }
        finally { Set-PoolRole $euro Authenticated -None -WarningAction SilentlyContinue }
        { Find-PoolRole -PoolRegion nowhere -ErrorAction Stop } | Should -Throw -ExpectedMessage '*nowhere*'
    }

    It 'finds open roles and says what is open' {
        (Find-PoolRole -Open).RoleName | Sort-Object | Should -Be 'any-pool', 'no-amr', 'pattern'
        $any = Find-PoolRole any-pool
        $any.Pools[0].IdentityPoolId | Should -Be '*'
        $any.Pools[0].State | Should -Be 'Pattern'
        "$($any.Findings)" | Should -BeLike '*any pool*'
        (Find-PoolRole no-amr).Admits | Should -Be 'Guest', 'Authenticated'
        "$((Find-PoolRole no-amr).Findings)" | Should -BeLike '*amr*guest*'
        "$((Find-PoolRole pattern).Pools)" | Should -Be 'every identity pool like us-east-1:*'
    }

    It 'finds orphaned roles' {
        (Find-PoolRole -Orphaned).RoleName | Sort-Object | Should -Be 'gone_guestrole', 'gone-too'
        $role = Find-PoolRole gone_guestrole
        $role.Pools[0].State | Should -Be 'NotInAccount'
        $role.CreatedByModule | Should -BeTrue
        $role.UsedBy.Count | Should -Be 0
        $both = Find-PoolRole both
        $both.Orphaned | Should -BeFalse
        $both.Pools.State | Should -Be 'Exists', 'NotInAccount'
    }

    It 'names a pool that a role means but refuses' {
        $role = Find-PoolRole broken
        $role.Pools[0].IdentityPoolId | Should -Be $shop.IdentityPoolId
        $role.Admits.Count | Should -Be 0
    }

    It 'takes names with wildcards, and several' {
        (Find-PoolRole GONE*, shop_g*).RoleName | Sort-Object | Should -Be 'gone_guestrole', 'gone-too', 'shop_guestrole'
        Find-PoolRole none | Should -BeNullOrEmpty
        Find-PoolRole 'x[' -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'InvalidName,*'
    }

    It 'reads tags of its own roles only, and each Region once' {
        $found = Find-PoolRole
        CountOf ListRoles | Should -Be 1
        CountOf GetRole | Should -Be @($found | Where-Object Path -like '/cognitopools/*').Count
        CountOf ListIdentityPools | Should -Be 2
        CountOf GetIdentityPoolRoles | Should -Be 2
        CountOf DescribeIdentityPool | Should -Be 0
    }

    It 'leaves open what it may not read, with one warning for each Region' {
        Set-PoolSandbox -Fault @{ Operation = 'ListIdentityPools'; Times = 1000; ErrorCode = 'AccessDeniedException'
            Message = 'not allowed to cognito-identity:ListIdentityPools' }
        $roles = Find-PoolRole -WarningVariable said -WarningAction SilentlyContinue
        @($said).Count | Should -Be 2
        $role = $roles | Where-Object RoleName -eq 'gone_guestrole'
        $role.Pools[0].State | Should -Be 'Unknown'
        $role.Pools[0].Reason | Should -BeLike '*ListIdentityPools*'
        $null -eq $role.UsedBy | Should -BeTrue
        $role.Orphaned | Should -BeFalse
        Set-PoolSandbox -ClearFault -Fault @{ Operation = 'GetRole'; Times = 1000; ErrorCode = 'AccessDenied'; StatusCode = 403 }
        $null -eq (Find-PoolRole gone_guestrole -WarningAction SilentlyContinue).CreatedByModule | Should -BeTrue
    }

    It 'is repaired by Set-PoolRole, default roles and roles of rules' {
        Set-PoolSandbox -Role @{ Name = 'bound'; TrustPolicy = (New-PoolTrustPolicy $gone.IdentityPoolId Authenticated) }
        (Get-PoolRole shop -Role bound).Trusted | Should -BeFalse
        Find-PoolRole bound | Set-PoolRole -RepairTrust -WarningAction SilentlyContinue
        (Get-PoolRole shop -Role bound).Trusted | Should -BeTrue
        Set-PoolSandbox -Role @{ Name = 'bound'; TrustPolicy = (New-PoolTrustPolicy $gone.IdentityPoolId Authenticated) }
        (Find-PoolRole bound).UsedBy | Set-PoolRole -RepairTrust -WarningAction SilentlyContinue
        (Get-PoolRole shop -Role bound).Trusted | Should -BeTrue
    }

    It 'stops with the pipeline' {
        @(Find-PoolRole | Select-Object -First 1).Count | Should -Be 1
    }
}
