BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
}

Describe 'Set-PoolRole' {
    BeforeEach {
        Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
        $pool = New-CognitoIdentityPool shop -GuestAccess -Provider @{ Google = '1-a.apps.googleusercontent.com' }
        $trust = New-PoolTrustPolicy shop Authenticated -Compact
        $otherTrust = $trust.Replace($pool.IdentityPoolId, 'us-east-1:00000000-0000-0000-0000-000000000000')
        $noAudience = $trust -replace '"StringEquals":\{[^}]*\},', '' -replace '"authenticated"', '"unauthenticated"'
        Set-PoolSandbox -Role @{ Name = 'users'; TrustPolicy = $trust },
            @{ Name = 'others'; TrustPolicy = $otherTrust }, @{ Name = 'open'; TrustPolicy = $noAudience } -ClearCall
    }
    AfterEach { Disconnect-PoolAccount }

    Context 'with an existing role' {
        It 'sets it by <form>, and the other role and everything else stay' `
            -ForEach @(@{ form = 'name'; role = 'users' }, @{ form = 'ARN'; role = 'arn:aws:iam::123456789012:role/users' }) {
            $role = Set-PoolRole shop -IdentityType Authenticated -Role $role -PassThru
            $role.RoleName | Should -Be 'users'
            $role.Trusted | Should -Be $true
            $after = Get-CognitoIdentityPool shop
            $after.GuestRole | Should -Be $pool.GuestRole
            $after.Providers | Should -HaveCount 1
            ((Get-PoolSandbox).Calls | Where-Object Changing).Operation | Should -Be 'SetIdentityPoolRoles'
        }

        It 'keeps role mappings' {
            Set-PoolIdentityProvider shop Google -Rule @{ Claim = 'hd'; Value = 'a'; Role = 'users' }
            Set-PoolRole shop Guest -None -WarningAction SilentlyContinue
            (Get-PoolIdentityProvider shop).Rules.Value | Should -Be 'a'
        }

        It 'refuses one whose trust policy refuses the pool, with the statement that would work' {
            { Set-PoolRole shop Authenticated -Role others -ErrorAction Stop } |
                Should -Throw -ErrorId 'InvalidRole,*' -ExpectedMessage "*the condition on aud is*but must be*-RepairTrust*$($pool.IdentityPoolId)*"
            (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
        }

        It 'refuses one that is not there, before any change' {
            { Set-PoolRole shop Authenticated -Role nobody -ErrorAction Stop } |
                Should -Throw -ErrorId 'InvalidRole,*' -ExpectedMessage '*no IAM role with this name*'
            (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
        }

        It 'refuses a role of another account, before any change' {
            { Set-PoolRole shop Authenticated -Role arn:aws:iam::210987654321:role/theirs -ErrorAction Stop } |
                Should -Throw -ErrorId 'InvalidRole,*' -ExpectedMessage '*account 210987654321*'
            (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
        }

        It 'changes nothing the second time' {
            Set-PoolRole shop Authenticated -Role users
            Set-PoolSandbox -ClearCall
            Set-PoolRole shop Authenticated -Role users
            (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
        }
    }

    Context 'with a role that admits more than the pool''s users' {
        It 'warns, with the command that closes it: <hole>' -ForEach @(
            @{ hole = 'any pool'; says = '*any pool of the account can assume the role*'
                make = { param($trust) $trust -replace '"StringEquals":\{[^}]*\},', '' } }
            @{ hole = 'the users of any pool'; says = '*any pool can assume the role, including guests*'
                make = { param($trust) $trust -replace ',"Condition":\{"StringEquals":.*?\}\}', '' } }
            @{ hole = 'guests'; says = '*guests can assume the role of authenticated users*'
                make = { param($trust) $trust -replace ',"ForAnyValue:StringLike":\{[^}]*\}', '' } }
            @{ hole = 'another pool'; keeps = $true; says = '*also accepts us-east-1:00000000-0000-0000-0000-000000000000*'
                make = { param($trust) $trust -replace '(us-east-1:[0-9a-f-]{36})', '$1","us-east-1:00000000-0000-0000-0000-000000000000' `
                        -replace '"(us-east-1:[^"]*","[^"]*)"', '["$1"]' } }
            @{ hole = 'a service'; keeps = $true; says = '*also trusts Service ec2.amazonaws.com*'
                make = { param($trust) $trust.Replace('"Statement":[',
                        '"Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"},') } }
        ) {
            Set-PoolSandbox -Role @{ Name = 'wide'; TrustPolicy = (& $make $trust) }
            Set-PoolRole shop Authenticated -Role wide -WarningVariable warned -WarningAction SilentlyContinue
            $warned | Should -HaveCount 1
            "$warned" | Should -BeLike "*'wide'$says*"
            "$warned" | Should -Not -BeLike '*guests*guests*'
            # A command that would drop what others need is no cure.
            if ($keeps) { "$warned" | Should -BeLike '*keep its other conditions. Get-PoolRole -IncludePolicy*' }
            else {
                "$warned" | Should -BeLike ("*replaces the whole trust policy*New-PoolTrustPolicy '$($pool.IdentityPoolId)'*" +
                    'update-assume-role-policy*file://*')
            }
            "$((Get-PoolRole shop -IdentityType Authenticated).Findings)" | Should -BeLike $says
        }

        It 'never advises to replace a policy that has further conditions' {
            Set-PoolSandbox -Role @{ Name = 'wide'; TrustPolicy = ($trust -replace '"StringEquals":\{[^}]*\}',
                    '"StringLike":{"aws:RequestTag/repository":"acme/*"}') }
            Set-PoolRole shop Authenticated -Role wide -WarningVariable warned -WarningAction SilentlyContinue
            "$warned" | Should -BeLike '*any pool*keep its other conditions*'
            "$warned" | Should -Not -BeLike '*update-assume-role-policy*'
        }

        It 'names the holes of a role that lacks sts:TagSession, too' {
            Set-PoolIdentityProvider shop Google -AttributeMapping @{ team = 'hd' } -WarningAction SilentlyContinue
            Set-PoolSandbox -Role @{ Name = 'wide'; TrustPolicy = ($trust -replace '"StringEquals":\{[^}]*\},', '') }
            Set-PoolRole shop Authenticated -Role wide -WarningVariable warned -WarningAction SilentlyContinue
            "$warned" | Should -BeLike '*does not allow sts:TagSession*'
            "$warned" | Should -BeLike '*any pool of the account can assume the role*'
        }

        It 'warns when a repair lets the other kind of user in' {
            Set-PoolRole shop Guest -Role users -RepairTrust -WarningVariable warned -WarningAction SilentlyContinue
            "$warned" | Should -BeLike "*'users' already accepts authenticated users*guests can also assume it*"
        }

        It 'refuses an ARN whose path is another one' {
            { Set-PoolRole shop Authenticated -Role arn:aws:iam::123456789012:role/elsewhere/users -ErrorAction Stop } |
                Should -Throw -ErrorId 'InvalidRole,*' -ExpectedMessage '*no IAM role with this ARN*'
        }

        It 'refuses to repair a role that cannot be read' {
            Set-PoolSandbox -Fault @{ Operation = 'GetRole'; ErrorCode = 'AccessDenied'; Message = 'not authorized to perform: iam:GetRole' }
            { Set-PoolRole shop Authenticated -Role arn:aws:iam::123456789012:role/users -RepairTrust -ErrorAction Stop } |
                Should -Throw -ErrorId 'InvalidRole,*' -ExpectedMessage '*cannot be repaired*iam:GetRole*'
        }

        It 'refuses two kinds of user at once' {
            { Set-PoolRole shop -IdentityType 'Guest,Authenticated' -None -ErrorAction Stop } |
                Should -Throw -ErrorId 'ParameterArgumentTransformationError,*' -ExpectedMessage '*several values*'
        }

        It 'says nothing of a role for this pool alone' {
            Set-PoolRole shop Authenticated -Role users -WarningVariable warned
            $warned | Should -BeNullOrEmpty
        }
    }

    It 'refuses a piped role of the other kind of user, and says why' {
        { Get-PoolRole shop -IdentityType Guest | Set-PoolRole -IdentityType Authenticated -None -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidIdentityType,*' -ExpectedMessage "*shop_guestrole*"
    }

    Context 'repairing trust' {
        It 'adds the pool and keeps the other pool' {
            Set-PoolRole shop Authenticated -Role others -RepairTrust
            $role = Get-PoolRole shop -IdentityType Authenticated
            $role.Trusted | Should -Be $true
            "$($role.Findings)" | Should -BeLike '*00000000-0000-0000-0000-000000000000*'
            ((Get-PoolSandbox).Calls | Where-Object Changing).Operation | Should -Be @('UpdateAssumeRolePolicy', 'SetIdentityPoolRoles')
        }

        It 'mends statements without aud, because IAM refuses the change otherwise, and says so' {
            $plan = Set-PoolRole shop Authenticated -Role open -RepairTrust -AsPlan
            "$($plan.Warnings)" | Should -BeLike '*without a binding condition on aud*IAM refuses every change*Other pools*'
            "$plan" | Should -BeLike "*Statement 1: bound to aud $($pool.IdentityPoolId)*Statement 2: added for authenticated users*"
        }

        It 'mends them in fact' {
            $two = $noAudience.Replace('"Statement":[',
                '"Statement":[{"Sid":"Keep","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:root"},"Action":"sts:AssumeRole"},')
            Set-PoolSandbox -Role @{ Name = 'open'; TrustPolicy = $two }
            Set-PoolRole shop Authenticated -Role open -RepairTrust -WarningVariable warned -WarningAction SilentlyContinue
            $warned | Should -HaveCount 2
            "$($warned[1])" | Should -BeLike "*Not only authenticated users*'open'*AWS arn:aws:iam::123456789012:root*keep its other conditions*"
            $request = ((Get-PoolSandbox).Calls | Where-Object Operation -eq 'UpdateAssumeRolePolicy').Request
            [Uri]::UnescapeDataString($request) | Should -BeLike '*"Sid":"Keep"*'
            (Get-PoolRole shop -IdentityType Authenticated).Trusted | Should -Be $true
        }

        It 'repairs the role that is set, and changes nothing else' {
            Set-PoolSandbox -Role @{ Name = 'shop_authenticatedrole'; TrustPolicy = $otherTrust }
            (Set-PoolRole shop Authenticated -RepairTrust -PassThru).Trusted | Should -Be $true
            ((Get-PoolSandbox).Calls | Where-Object Changing).Operation | Should -Be 'UpdateAssumeRolePolicy'
        }

        It 'repairs roles of rules from the pipeline' {
            Set-PoolIdentityProvider shop Google -Rule @{ Claim = 'hd'; Value = 'a'; Role = 'users' }
            Set-PoolSandbox -Role @{ Name = 'users'; TrustPolicy = $otherTrust },
                @{ Name = 'shop_guestrole'; TrustPolicy = $otherTrust } -ClearCall
            (Get-PoolRole shop | Where-Object Trusted -eq $false).RoleName | Should -Be @('shop_guestrole', 'users')
            Get-PoolRole shop | Where-Object Trusted -eq $false | Set-PoolRole -RepairTrust
            (Get-PoolRole shop).Trusted | Should -Be @($true, $true, $true)
            ((Get-PoolSandbox).Calls | Where-Object Changing).Operation | Should -Be @('UpdateAssumeRolePolicy', 'UpdateAssumeRolePolicy')
        }

        It 'never removes a Deny' {
            $deny = $trust.Replace('"Statement":[',
                '"Statement":[{"Sid":"No","Effect":"Deny","Principal":"*","Action":"sts:AssumeRoleWithWebIdentity"},')
            Set-PoolSandbox -Role @{ Name = 'users'; TrustPolicy = $deny }
            { Set-PoolRole shop Authenticated -Role users -RepairTrust -ErrorAction Stop } |
                Should -Throw -ErrorId 'InvalidRole,*' -ExpectedMessage "*'No' denies*"
        }

        It 'never opens a conditional role: <what>' -ForEach @(
            @{ what = 'a request tag'; key = 'aws:RequestTag/repository'; condition = '"StringLike":{"aws:RequestTag/repository":"acme/*"}' }
            @{ what = 'an address'; key = 'aws:SourceIp'; condition = '"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}' }
            @{ what = 'one identity'; key = ':sub'
                condition = '"StringLike":{"cognito-identity.amazonaws.com:sub":"us-east-1:me"}' }
        ) {
            Set-PoolIdentityProvider shop Google -AttributeMapping @{ repository = 'hd' } -WarningAction SilentlyContinue
            $tagged = New-PoolTrustPolicy shop Authenticated -TagSession -Compact
            Set-PoolSandbox -Role @{ Name = 'deploy'; TrustPolicy = $tagged.Replace('"ForAnyValue', "$condition,`"ForAnyValue") } -ClearCall
            Set-PoolRole shop Authenticated -Role deploy -WarningVariable warned -WarningAction SilentlyContinue
            "$warned" | Should -BeLike "*'deploy'*only on a condition*$key*"
            $role = Get-PoolRole shop -IdentityType Authenticated
            $role.Trust | Should -Be 'Conditional'
            $null -eq $role.Trusted | Should -BeTrue
            $role.Conditions | Should -HaveCount 1
            $role.WorkingStatement | Should -BeNullOrEmpty
            Set-PoolSandbox -ClearCall
            Get-PoolRole shop | Where-Object Trusted -eq $false | Set-PoolRole -RepairTrust
            { Set-PoolRole shop Authenticated -RepairTrust -ErrorAction Stop } |
                Should -Throw -ErrorId 'InvalidRole,*' -ExpectedMessage '*cannot be repaired*without this condition*'
            (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
        }

        It 'does not promise a repair of what cannot be read' {
            Set-PoolSandbox -Role @{ Name = 'odd'; TrustPolicy = '{"Statement":[{"Effect":"Maybe"}]}' },
                @{ Name = 'shop_guestrole'; TrustPolicy = '{"Statement":[{"Effect":"Maybe"}]}' }
            foreach ($repair in $false, $true) {
                $failed = { Set-PoolRole shop Authenticated -Role odd -RepairTrust:$repair -ErrorAction Stop } |
                    Should -Throw -ErrorId 'InvalidRole,*' -ExpectedMessage '*could not be understood*' -PassThru
                "$failed $($failed.ErrorDetails)" | Should -Not -BeLike '*Specify -RepairTrust*'
            }
            (Get-PoolRole shop -IdentityType Guest).Trust | Should -Be 'Unknown'
        }

        It 'calls nothing that changes when the role is right' {
            Set-PoolRole shop Authenticated -RepairTrust
            (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
        }
    }

    Context 'with a new role' {
        It 'makes it once, however often it runs' {
            New-CognitoIdentityPool bare -NoRole -WarningAction SilentlyContinue | Out-Null
            Set-PoolSandbox -ClearCall
            $first = Set-PoolRole bare Authenticated -CreateRole -PassThru
            $first.CreatedByModule | Should -BeTrue
            ((Get-PoolSandbox).Calls | Where-Object Changing).Operation |
                Should -Be @('CreateRole', 'PutRolePolicy', 'SetIdentityPoolRoles')
            Set-PoolRole bare Authenticated -None -WarningAction SilentlyContinue
            (Set-PoolRole bare Authenticated -CreateRole -PassThru).RoleArn | Should -Be $first.RoleArn
            Set-PoolSandbox -ClearCall
            Set-PoolRole bare Authenticated -CreateRole
            (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
        }

        It 'gives it a name, permissions and managed policies' {
            Set-PoolSandbox -ManagedPolicy @{ Name = 'extra'; Document = (New-PoolRolePolicy) }
            $role = Set-PoolRole shop Authenticated -CreateRole -RoleName mine `
                -PermissionsPolicy (New-PoolRolePolicy -S3Bucket shop-files) -AttachPolicy extra -PassThru
            $role.RoleName | Should -Be 'mine'
            $role.Policies.Name | Should -Be @('cognito-identity-pool-permissions', 'extra')
            $role.Policies[0].Document | Should -BeLike '*shop-files*'
        }

        It 'brings a role that is found again to the permissions that were said' {
            Set-PoolRole shop Authenticated -CreateRole -PermissionsPolicy (New-PoolRolePolicy DenyAll)
            (Get-PoolRole shop -IdentityType Authenticated -IncludePolicy).Policies.Document | Should -BeLike '*"Deny"*'
            ((Get-PoolSandbox).Calls | Where-Object Changing).Operation | Should -Be 'PutRolePolicy'
        }

        It 'lets it take principal tags where a provider maps attributes' {
            Set-PoolIdentityProvider shop Google -AttributeMapping @{ domain = 'hd' }
            $plan = Set-PoolRole shop Authenticated -CreateRole -RoleName tagged -AsPlan
            "$plan" | Should -BeLike '*sts:TagSession*'
            (Set-PoolRole shop Authenticated -CreateRole -RoleName tagged -PassThru).Trusted | Should -Be $true
        }

        It 'refuses a name that is taken and one that IAM does not take' {
            { Set-PoolRole shop Authenticated -CreateRole -RoleName users -ErrorAction Stop } |
                Should -Throw -ErrorId 'InvalidRoleName,*' -ExpectedMessage "*-Role 'users'*"
            { Set-PoolRole shop Authenticated -CreateRole -RoleName 'a b' -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidRoleName,*'
        }

        It 'waits out IAM''s delay' {
            Set-PoolSandbox -IamDelay 0:00:02
            (Set-PoolRole shop Authenticated -CreateRole -RoleName slow -PassThru).RoleName | Should -Be 'slow'
            @((Get-PoolSandbox).Calls | Where-Object Operation -eq 'SetIdentityPoolRoles').Count | Should -BeGreaterThan 1
        }
    }

    Context 'with permissions' {
        It 'replaces the policy, shows old and new, and once is enough' {
            $document = New-PoolRolePolicy -S3Bucket shop-files
            $plan = Set-PoolRole shop Guest -PermissionsPolicy $document -AsPlan
            "$plan" | Should -BeLike '*Current permissions policy*GetCredentialsForIdentity*New permissions policy*shop-files*'
            Set-PoolRole shop Guest -PermissionsPolicy $document
            Set-PoolSandbox -ClearCall
            Set-PoolRole shop Guest -PermissionsPolicy $document
            (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
        }

        It 'adds one under another name and keeps the rest' {
            $role = Set-PoolRole shop Guest -PermissionsPolicy (New-PoolRolePolicy DenyAll) -PolicyName stop -PassThru
            ($role.Policies.Name | Sort-Object) | Should -Be @('cognito-identity-pool-permissions', 'stop')
        }

        It 'refuses a document that is none, before any call' {
            { Set-PoolRole shop Guest `
                -PermissionsPolicy '{"Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*","Principal":"*"}]}' `
                -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidPermissionsPolicy,*' -ExpectedMessage '*Principal*'
            (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
        }

        It 'refuses session policies, and policies that are not there' {
            { Set-PoolRole shop Guest `
                -AttachPolicy arn:aws:iam::aws:policy/AmazonCognitoUnAuthedIdentitiesSessionPolicy -ErrorAction Stop } |
                    Should -Throw -ErrorId 'InvalidAttachPolicy,*' -ExpectedMessage '*session policy*'
            { Set-PoolRole shop Guest -AttachPolicy nothing -ErrorAction Stop } |
                Should -Throw -ErrorId 'InvalidAttachPolicy,*' `
                -ExpectedMessage '*arn:aws:iam::123456789012:policy/nothing or arn:aws:iam::aws:policy/nothing*'
        }

        It 'attaches and detaches, each once' {
            Set-PoolSandbox -ManagedPolicy @{ Name = 'extra'; Document = (New-PoolRolePolicy) }
            Set-PoolRole shop Guest -AttachPolicy extra
            Set-PoolRole shop Guest -AttachPolicy extra
            @((Get-PoolSandbox).Calls | Where-Object Operation -eq 'AttachRolePolicy').Count | Should -Be 1
            Set-PoolRole shop Guest -DetachPolicy extra
            Set-PoolRole shop Guest -DetachPolicy extra
            @((Get-PoolSandbox).Calls | Where-Object Operation -eq 'DetachRolePolicy').Count | Should -Be 1
        }
    }

    It 'takes the role away and says what that means' {
        Set-PoolRole shop Guest -None -WarningVariable warned -WarningAction SilentlyContinue
        "$warned" | Should -BeLike 'Guests will not get credentials*'
        (Get-CognitoIdentityPool shop).GuestRole | Should -BeNullOrEmpty
        (Get-PoolSandbox).Calls.Operation | Should -Not -Contain 'DeleteRole'
    }

    It 'wants to know what is to be done' {
        { Set-PoolRole shop Guest -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidRole,*' -ExpectedMessage '*-CreateRole*'
        { Set-PoolRole shop Guest -RepairTrust -PolicyName x -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidPolicyName,*'
    }

    It 'says that there is no role to repair' {
        Set-PoolRole shop Guest -None -WarningAction SilentlyContinue
        { Set-PoolRole shop Guest -RepairTrust -ErrorAction Stop } | Should -Throw -ErrorId 'RoleNotSet,*' -ExpectedMessage '*-CreateRole*'
    }

    It 'does not set a rule''s role as the default by mistake' {
        Set-PoolIdentityProvider shop Google -Rule @{ Claim = 'hd'; Value = 'a'; Role = 'users' }
        { Get-PoolRole shop -Role users | Set-PoolRole -None -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidRole,*' -ExpectedMessage '*role of a rule*'
    }

    It 'says what the caller lacks when the role may not be passed' {
        Set-PoolSandbox -Fault @{ Operation = 'SetIdentityPoolRoles'; ErrorCode = 'NotAuthorizedException'
            Message = "Access to Role 'arn:aws:iam::123456789012:role/users' is forbidden." }
        Set-PoolRole shop Authenticated -Role users -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'ChangeFailedRoleForbidden,*'
        "$($failed[0])" | Should -BeLike '*Nothing was changed*iam:PassRole*'
    }

    It 'changes nothing with -WhatIf' {
        Set-PoolRole shop Authenticated -Role others -RepairTrust -PermissionsPolicy (New-PoolRolePolicy DenyAll) -WhatIf
        (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
    }

    It 'leaves pool and roles as they were when <operation> fails' -ForEach @(
        @{ operation = 'UpdateAssumeRolePolicy' }, @{ operation = 'PutRolePolicy' },
            @{ operation = 'AttachRolePolicy' }, @{ operation = 'SetIdentityPoolRoles' }
    ) {
        Set-PoolSandbox -ManagedPolicy @{ Name = 'extra'; Document = (New-PoolRolePolicy) }
        Set-PoolSandbox -Fault @{ Operation = $operation; ErrorCode = 'AccessDenied'; Message = 'Told to fail.'; StatusCode = 403 }
        { Set-PoolRole shop Authenticated -Role others -RepairTrust -PermissionsPolicy (New-PoolRolePolicy DenyAll) `
            -AttachPolicy extra -ErrorAction Stop } | Should -Throw -ExpectedMessage '*Told to fail.*'
        Set-PoolSandbox -ClearFault
        (Get-CognitoIdentityPool shop).Equals($pool) | Should -BeTrue
        { Set-PoolRole shop Authenticated -Role others -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidRole,*'
        Set-PoolRole shop Authenticated -Role others -RepairTrust
        (Get-PoolRole shop -IdentityType Authenticated -IncludePolicy).Policies | Should -HaveCount 0
    }

    Context 'the value of a switch counts' {
        It 'neither makes nor sets a role with -CreateRole:$false' {
            { Set-PoolRole shop Guest -CreateRole:$false -RoleName other -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidRoleName,*'
            { Set-PoolRole shop Guest -CreateRole:$false -ErrorAction Stop } |
                Should -Throw -ErrorId 'InvalidRole,*' -ExpectedMessage '*no change was requested*'
            (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
        }

        It 'takes no role away with -None:$false' {
            { Set-PoolRole shop Authenticated -None:$false -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidRole,*'
            (Get-CognitoIdentityPool shop).AuthenticatedRole | Should -Be $pool.AuthenticatedRole
        }

        It 'sets the role that is named beside switches that are off' {
            Set-PoolRole shop Guest -None -WarningAction SilentlyContinue
            Set-PoolSandbox -Role @{ Name = 'guests'; TrustPolicy = (New-PoolTrustPolicy shop Guest) }
            Set-PoolRole shop Guest -Role guests -CreateRole:$false -None:$false -RepairTrust:$false
            (Get-CognitoIdentityPool shop).GuestRole | Should -BeLike '*/guests'
        }
    }

    It 'refuses <parameters> together, before any call' -ForEach @(
        @{ parameters = @{ Role = 'x'; CreateRole = $true }; id = 'InvalidRole' }
        @{ parameters = @{ Role = 'x'; None = $true }; id = 'InvalidRole' }
        @{ parameters = @{ None = $true; RepairTrust = $true }; id = 'InvalidRepairTrust' }
        @{ parameters = @{ CreateRole = $true; RepairTrust = $true }; id = 'InvalidRepairTrust' }
        @{ parameters = @{ CreateRole = $true; DetachPolicy = 'x' }; id = 'InvalidDetachPolicy' }
        @{ parameters = @{ Role = 'x'; RoleName = 'y' }; id = 'InvalidRoleName' }
    ) {
        Set-PoolSandbox -ClearCall
        { Set-PoolRole shop Guest @parameters -ErrorAction Stop } | Should -Throw -ErrorId "$id,*"
        (Get-PoolSandbox).Calls | Should -BeNullOrEmpty
    }

    It 'opens no role with -RepairTrust that a condition of another service closes' {
        Set-PoolSandbox -OpenIdConnectProvider 'https://token.actions.githubusercontent.com'
        Add-PoolIdentityProvider shop -OpenIdConnectProvider token.actions.githubusercontent.com `
            -AttributeMapping @{ repository = 'repository' } -WarningAction SilentlyContinue
        $trust = New-PoolTrustPolicy shop Authenticated -TagSession | ConvertFrom-Json -AsHashtable
        $trust.Statement[0].Condition['StringLike'] = @{ 'aws:RequestTag/repository' = 'acme/*' }
        $json = $trust | ConvertTo-Json -Depth 9
        Set-PoolSandbox -Role @{ Name = 'deploy'; TrustPolicy = $json }
        Set-PoolSandbox -ClearCall
        { Set-PoolRole shop Authenticated -Role deploy -RepairTrust -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidRole,*' -ExpectedMessage '*aws:RequestTag/repository*'
        (Get-PoolSandbox).Calls.Operation | Should -Not -Contain 'UpdateAssumeRolePolicy'
        (Get-CognitoIdentityPool shop).AuthenticatedRole | Should -Be $pool.AuthenticatedRole
    }

    It 'completes a role that an earlier run left without permissions' {
        New-CognitoIdentityPool bare -NoRole -WarningAction SilentlyContinue | Out-Null
        $denied = @{ ErrorCode = 'AccessDenied'; StatusCode = 403; Times = 99 }
        Set-PoolSandbox -Fault (@{ Operation = 'PutRolePolicy' } + $denied), (@{ Operation = 'DeleteRole' } + $denied)
        { Set-PoolRole bare Authenticated -CreateRole -ErrorAction Stop } | Should -Throw -ErrorId 'ChangeLeftBehind,*'
        Set-PoolSandbox -ClearFault
        "$((Set-PoolRole bare Authenticated -CreateRole -AsPlan).Steps.Operation)" |
            Should -Be 'iam:PutRolePolicy cognito-identity:SetIdentityPoolRoles'
        (Set-PoolRole bare Authenticated -CreateRole -PassThru).RoleName | Should -Be 'bare_authenticatedrole'
        (Get-PoolRole bare -IncludePolicy).Policies.Name | Should -Be 'cognito-identity-pool-permissions'
    }

    It 'counts a role as its own only with the path and the tag of the pool' {
        $uuid = $pool.IdentityPoolId.Split(':')[1]
        Set-PoolSandbox -Role @{ Name = 'planted'; Path = "/cognitopools/us-east-1/$uuid/"; TrustPolicy = $trust }
        (Set-PoolRole shop Authenticated -Role planted -PassThru).CreatedByModule | Should -BeFalse
        (Set-PoolRole shop Authenticated -CreateRole -PassThru).RoleName | Should -Be 'shop_authenticatedrole'
    }

    It 'takes no role away by an object that is neither pool nor role: <kind>' -ForEach @(
        @{ kind = 'identity'; get = { Add-PoolSandboxIdentity shop; Get-PoolIdentity shop } }
        @{ kind = 'decision'; get = { Resolve-PoolRole shop -Guest } }
        @{ kind = 'provider'; get = { (Get-PoolIdentityProvider shop)[0] } }
    ) {
        { & $get | Set-PoolRole -IdentityType Guest -None -ErrorAction Stop } | Should -Throw -ErrorId 'NotAnIdentityPool,*'
        (Get-CognitoIdentityPool shop).GuestRole | Should -Be $pool.GuestRole
    }

    It 'takes no default role away by the row of a rule''s role' {
        Set-PoolIdentityProvider shop Google -Rule @{ Claim = 'hd'; Value = 'a'; Role = 'users' }
        { Get-PoolRole shop -Role users | ConvertTo-Csv | ConvertFrom-Csv | Set-PoolRole -None -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidRole,*' -ExpectedMessage '*role of a rule*'
        (Get-CognitoIdentityPool shop).AuthenticatedRole | Should -Be $pool.AuthenticatedRole
    }
}
