BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
}

Describe 'Get-PoolRole' {
    BeforeEach {
        Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
        $pool = New-CognitoIdentityPool shop -GuestAccess -UserPoolId us-east-1_AbCdEf123 -ClientId abc `
            -Provider @{ Google = '1-a.apps.googleusercontent.com' }
        $trust = New-PoolTrustPolicy shop Authenticated -Compact
        Set-PoolSandbox -ClearCall
    }
    AfterEach { Disconnect-PoolAccount }

    It 'writes the default roles with their use, path and trust' {
        $roles = Get-PoolRole shop
        $roles.RoleName | Should -Be @('shop_authenticatedrole', 'shop_guestrole')
        $roles.IdentityType | Should -Be @('Authenticated', 'Guest')
        ($roles.Use -join ',') | Should -Be 'AuthenticatedRole,GuestRole'
        $roles[0].Trusted | Should -BeTrue
        $roles[0].CreatedByModule | Should -BeTrue
        $roles[0].Path | Should -BeLike '/cognitopools/us-east-1/*/'
        $roles[0].IdentityPoolId | Should -Be $pool.IdentityPoolId
        $roles[0].RoleArn | Should -Be $pool.AuthenticatedRole
    }

    It 'names every rule that gives a role' {
        Set-PoolSandbox -Role @{ Name = 'staff'; TrustPolicy = $trust }
        Set-PoolIdentityProvider shop Google `
            -Rule @{ Claim = 'hd'; Value = 'a.example'; Role = 'staff' },
            @{ Claim = 'hd'; Value = 'b.example'; Role = 'shop_authenticatedrole' }, @{ Claim = 'hd'; Value = 'c.example'; Role = 'staff' }
        ((Get-PoolRole shop -Role staff).Use -join '; ') | Should -Be 'Rule 1 of accounts.google.com; Rule 3 of accounts.google.com'
        ((Get-PoolRole shop -Role shop_a*).Use -join '; ') | Should -Be 'AuthenticatedRole; Rule 2 of accounts.google.com'
    }

    It 'says which condition fails and which statement would work: <because>' -ForEach @(
        @{ because = 'no statement for the pool'; find = 'us-east-1:'; put = 'us-east-2:'
            reason = 'Statement 1: the condition on aud is ''us-east-2:*'', but must be the pool''s id ''us-east-1:*''.' }
        @{ because = 'amr swapped'; find = '"authenticated"'; put = '"unauthenticated"'; reason = '*swapped*' }
        @{ because = 'sts:AssumeRole'; find = 'AssumeRoleWithWebIdentity'; put = 'AssumeRole'
            reason = '*''sts:AssumeRole'', which Cognito does not use*' }
        @{ because = 'misspelt key'; find = 'amazonaws.com:amr'; put = 'amazonaws.com:arm'; reason = '*did you mean*:amr*' }
    ) {
        Set-PoolSandbox -Role @{ Name = 'shop_authenticatedrole'; TrustPolicy = $trust.Replace($find, $put) }
        $role = Get-PoolRole shop -IdentityType Authenticated
        $role.Trusted | Should -Be $false
        $role.Reason | Should -BeLike $reason
        $role.WorkingStatement | Should -BeLike "*$($pool.IdentityPoolId)*"
        (Get-PoolRole shop -IdentityType Guest).Trusted | Should -Be $true
    }

    It 'wants sts:TagSession where a provider maps attributes' {
        Set-PoolIdentityProvider shop Google -AttributeMapping Default
        Set-PoolSandbox -Role @{ Name = 'shop_authenticatedrole'; TrustPolicy = $trust }
        $role = Get-PoolRole shop -IdentityType Authenticated
        $role.Trusted | Should -Be $false
        $role.Reason | Should -BeLike '*sts:TagSession*'
    }

    It 'names what works but is weak' {
        Set-PoolSandbox -Role @{ Name = 'shop_authenticatedrole'
            TrustPolicy = ($trust -replace ',"ForAnyValue:StringLike":\{[^}]*\}', '') }
        $role = Get-PoolRole shop -IdentityType Authenticated
        $role.Trusted | Should -Be $true
        "$($role.Findings)" | Should -BeLike '*amr*guest*'
    }

    It 'leaves a role of one provider open and warns when it is set' {
        $google = $trust.Replace('"authenticated"', '"accounts.google.com"')
        Set-PoolSandbox -Role @{ Name = 'shop_authenticatedrole'; TrustPolicy = $google }
        $role = Get-PoolRole shop -IdentityType Authenticated
        $role.Trust | Should -Be 'Conditional'
        "$($role.Conditions)" | Should -BeLike "*:amr 'accounts.google.com'"
        Set-PoolSandbox -Role @{ Name = 'google-users'; TrustPolicy = $google }
        Set-PoolRole shop Authenticated -Role google-users -WarningVariable warned -WarningAction SilentlyContinue
        "$warned" | Should -BeLike "*only on a condition*:amr 'accounts.google.com'*"
        { Set-PoolRole shop Authenticated -Role google-users -RepairTrust -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidRole,*' -ExpectedMessage '*cannot be repaired*accounts.google.com*'
    }

    It 'says that a role is gone' {
        Set-PoolSandbox -Role @{ Name = 'passing'; TrustPolicy = $trust }
        Set-PoolRole shop Authenticated -Role passing
        Set-PoolSandbox -Fault @{ Operation = 'GetRole'; ErrorCode = 'NoSuchEntity'; StatusCode = 404 }
        $role = Get-PoolRole shop -IdentityType Authenticated
        $role.Trusted | Should -Be $false
        $role.Reason | Should -BeLike '*no IAM role with this name*'
    }

    It 'leaves trust open where it may not read the role' {
        Set-PoolSandbox -Fault @{ Operation = 'GetRole'; ErrorCode = 'AccessDenied'; StatusCode = 403
            Message = 'not allowed to iam:GetRole'; Times = 9 }
        $role = Get-PoolRole shop -IdentityType Authenticated
        $null -eq $role.Trusted | Should -BeTrue
        $role.Reason | Should -BeLike '*not allowed to iam:GetRole. Grant iam:GetRole to the caller.'
        $null -eq $role.CreatedByModule | Should -BeTrue
        # A role that has no path of the module was not created by the module.
        Set-PoolSandbox -ClearFault -Role @{ Name = 'elsewhere'; TrustPolicy = $trust }
        Set-PoolRole shop Authenticated -Role elsewhere
        Set-PoolSandbox -Fault @{ Operation = 'GetRole'; ErrorCode = 'AccessDenied'; StatusCode = 403; Times = 9 }
        (Get-PoolRole shop -IdentityType Authenticated).CreatedByModule | Should -Be $false
    }

    It 'shows permissions when asked' {
        Set-PoolSandbox -ManagedPolicy @{ Name = 'AmazonS3ReadOnlyAccess'; Document = (New-PoolRolePolicy DenyAll); AwsManaged = $true }
        Set-PoolRole shop Guest -AttachPolicy AmazonS3ReadOnlyAccess
        $bare = Get-PoolRole shop -IdentityType Guest
        $null -eq $bare.Policies | Should -BeTrue
        $null -eq $bare.TrustPolicy | Should -BeTrue
        $role = Get-PoolRole shop -IdentityType Guest -IncludePolicy
        ($role.TrustPolicy | ConvertFrom-Json).Statement.Condition.StringEquals.'cognito-identity.amazonaws.com:aud' |
            Should -Be $pool.IdentityPoolId
        $policies = $role.Policies
        $policies.Name | Should -Be @('cognito-identity-pool-permissions', 'AmazonS3ReadOnlyAccess')
        $policies.IsInline | Should -Be @($true, $false)
        $policies[0].Document | Should -BeLike '*GetCredentialsForIdentity*'
        $policies[1].Arn | Should -Be 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess'
    }

    It 'reads the pool once and each role once' {
        Get-PoolRole $pool.IdentityPoolId | Out-Null
        ((Get-PoolSandbox).Calls.Operation | Sort-Object) |
            Should -Be @('DescribeIdentityPool', 'GetIdentityPoolRoles', 'GetPrincipalTagAttributeMap',
                'GetPrincipalTagAttributeMap', 'GetRole', 'GetRole')
    }

    It 'takes pools from the pipeline' {
        New-CognitoIdentityPool other -GuestAccess | Out-Null
        (Get-CognitoIdentityPool | Get-PoolRole -IdentityType Guest).RoleName | Should -Be @('shop_guestrole', 'other_guestrole')
    }
}
