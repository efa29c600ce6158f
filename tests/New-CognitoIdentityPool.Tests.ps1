BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
}

Describe 'New-CognitoIdentityPool' {
    BeforeEach { Connect-PoolAccount -Sandbox -Region eu-central-1 | Out-Null }
    AfterEach { Disconnect-PoolAccount }

    Context 'in one call' {
        It 'makes the pool of the tutorials: a user pool, its role, the basic flow off' {
            $pool = New-CognitoIdentityPool -Name shop -UserPoolId eu-central-1_AbCdEf123 -ClientId 1example23456789
            $pool.IdentityPoolId | Should -Match '^eu-central-1:[0-9a-f-]{36}$'
            $pool.Name | Should -Be 'shop'
            $pool.Region | Should -Be 'eu-central-1'
            $pool.GuestAccess | Should -BeFalse
            $pool.GuestRole | Should -BeNullOrEmpty
            $pool.BasicFlow | Should -Be 'Inactive'
            $pool.AuthenticatedRole | Should -Match ':role/cognitopools/eu-central-1/.*/shop_authenticatedrole$'
            $pool.Providers | Should -HaveCount 1
            $pool.Providers[0].Type | Should -Be 'CognitoUserPool'
            $pool.Providers[0].Name | Should -Be 'cognito-idp.eu-central-1.amazonaws.com/eu-central-1_AbCdEf123'
            $pool.Providers[0].ServerSideTokenCheck | Should -BeTrue
        }

        It 'makes guest access, providers, developer provider, tags and both roles' {
            $pool = New-CognitoIdentityPool kiosk -GuestAccess -BasicFlow Active -DeveloperProviderName login.example `
                -Tag @{ team = 'web'; empty = '' } `
                -Provider @{ Google = '1-a.apps.googleusercontent.com' },
                @{ UserPoolId = 'eu-central-1_AbCdEf123'; ClientId = 'abc'; ServerSideTokenCheck = $false }
            $pool.GuestAccess | Should -BeTrue
            $pool.BasicFlow | Should -Be 'Active'
            $pool.DeveloperProviderName | Should -Be 'login.example'
            $pool.Tags['team'] | Should -Be 'web'
            $pool.Tags['empty'] | Should -Be ''
            $pool.GuestRole | Should -Match '/kiosk_guestrole$'
            ($pool.Providers | Where-Object Type -eq 'CognitoUserPool').ServerSideTokenCheck | Should -BeFalse
            @($pool.Providers | Where-Object Type -eq 'Google').ClientId | Should -Be '1-a.apps.googleusercontent.com'
        }

        It 'takes providers of another pool' {
            $first = New-CognitoIdentityPool first `
                -Provider @{ Google = '1-a.apps.googleusercontent.com' }, @{ Facebook = '123456789012345' }
            $second = New-CognitoIdentityPool second -Provider $first.Providers
            ($second.Providers.Name | Sort-Object) | Should -Be @('accounts.google.com', 'graph.facebook.com')
            $second.Providers[0].IdentityPoolId | Should -Be $second.IdentityPoolId
        }

        It 'takes names from the pipeline, and a bad one does not stop the rest' {
            $failed = $null
            $made = 'one', '', 'bad*name', 'two' | New-CognitoIdentityPool -GuestAccess -ErrorVariable failed -ErrorAction SilentlyContinue
            $made.Name | Should -Be @('one', 'two')
            @($failed).Count | Should -Be 2
        }

        It 'sends no more calls than it needs' {
            Set-PoolSandbox -ClearCall
            New-CognitoIdentityPool shop -GuestAccess | Out-Null
            ((Get-PoolSandbox).Calls | Where-Object Changing).Operation |
                Should -Be @('CreateIdentityPool', 'CreateRole', 'PutRolePolicy', 'SetIdentityPoolRoles')
        }
    }

    Context 'when a pool of the name is there' {
        BeforeEach { $first = New-CognitoIdentityPool shop -GuestAccess }

        It 'is an error that names the id and both ways on' {
            { New-CognitoIdentityPool shop -ErrorAction Stop } |
                Should -Throw -ErrorId 'PoolNameTaken,*' -ExpectedMessage "*$($first.IdentityPoolId)*-UseExisting*-AllowDuplicate*"
            @(Get-CognitoIdentityPool shop*).Count | Should -Be 1
        }

        It 'changes nothing with -UseExisting when all is as said' {
            Set-PoolSandbox -ClearCall
            $again = New-CognitoIdentityPool shop -GuestAccess -UseExisting
            $again.IdentityPoolId | Should -Be $first.IdentityPoolId
            (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
        }

        It 'adds what is missing with -UseExisting and keeps the rest' {
            $again = New-CognitoIdentityPool shop -UseExisting -UserPoolId eu-central-1_AbCdEf123 -ClientId abc -Tag @{ team = 'web' }
            $again.IdentityPoolId | Should -Be $first.IdentityPoolId
            $again.GuestAccess | Should -BeTrue
            $again.GuestRole | Should -Be $first.GuestRole
            $again.Providers | Should -HaveCount 1
            $again.Tags['team'] | Should -Be 'web'
        }

        It 'makes a second one with -AllowDuplicate, with roles of its own' {
            $second = New-CognitoIdentityPool shop -GuestAccess -AllowDuplicate
            $second.IdentityPoolId | Should -Not -Be $first.IdentityPoolId
            $second.GuestRole | Should -Not -Be $first.GuestRole
        }
    }

    Context 'roles' {
        It 'takes the permissions that the user gives' {
            $policy = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::shop/*"}]}'
            $plan = New-CognitoIdentityPool shop -GuestAccess -GuestPermissionsPolicy $policy -AsPlan
            ($plan.Steps.Documents | Where-Object Title -like '*guestrole*' | ForEach-Object Text) -join ' ' | Should -Match 's3:GetObject'
        }

        It 'refuses permissions that are no policy, before any call that changes something' {
            Set-PoolSandbox -ClearCall
            { New-CognitoIdentityPool shop -GuestAccess -GuestPermissionsPolicy '{"Statement":' -ErrorAction Stop } |
                Should -Throw -ErrorId 'InvalidGuestPermissionsPolicy,*'
            (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
        }

        It 'refuses an existing role whose trust policy refuses pools, names the condition, its value and what it must be' {
            $other = New-CognitoIdentityPool other -GuestAccess
            { New-CognitoIdentityPool shop -AuthenticatedRole $other.GuestRole -ErrorAction Stop } |
                Should -Throw -ErrorId 'InvalidAuthenticatedRole,*' -ExpectedMessage `
                    "*'$($other.IdentityPoolId)'*the condition on amr is 'unauthenticated', but must be 'authenticated'*-RepairTrust*"
            @(Get-CognitoIdentityPool shop*).Count | Should -Be 0
        }

        It 'refuses a role that is not there' {
            { New-CognitoIdentityPool shop -AuthenticatedRole no-such-role -ErrorAction Stop } |
                Should -Throw -ErrorId 'InvalidAuthenticatedRole,*' -ExpectedMessage '*no-such-role*'
        }

        It 'gives a new role another name when its default one is taken' {
            $first = New-CognitoIdentityPool 'my shop' -GuestAccess
            $second = New-CognitoIdentityPool 'my shop' -GuestAccess -AllowDuplicate
            $start = ($second.IdentityPoolId -split ':')[1].Substring(0, 8)
            $second.GuestRole | Should -BeLike "*$start"
            $first.GuestRole | Should -Not -BeLike "*$start"
        }

        It 'refuses a taken role name that the user chose' {
            $first = New-CognitoIdentityPool first -AuthenticatedRoleName taken -WarningAction SilentlyContinue
            $first.AuthenticatedRole | Should -BeLike '*/taken'
            { New-CognitoIdentityPool second -AuthenticatedRoleName taken -ErrorAction Stop `
                -WarningAction SilentlyContinue } | Should -Throw -ErrorId 'InvalidAuthenticatedRoleName,*'
            @(Get-CognitoIdentityPool second*).Count | Should -Be 0
        }

        It 'waits for IAM, and says so' {
            Set-PoolSandbox -IamDelay 0:00:01
            $said = New-CognitoIdentityPool shop -GuestAccess -Verbose 4>&1
            ($said | Where-Object { $_ -isnot [System.Management.Automation.VerboseRecord] }).GuestRole | Should -Not -BeNullOrEmpty
            ($said | Out-String) | Should -Match 'IAM has not propagated a new role yet'
        }
    }

    Context 'bad input' {
        It 'refuses <what> and changes nothing' -ForEach @(
            @{ what = 'an empty name'; id = 'InvalidName,*'; arguments = @{ Name = '' } }
            @{ what = 'a name with a slash'; id = 'InvalidName,*'; arguments = @{ Name = 'a/b' } }
            @{ what = 'a name of 129 characters'; id = 'InvalidName,*'; arguments = @{ Name = 'a' * 129 } }
            @{ what = 'a user pool without a client'; id = 'InvalidClientId,*'
                arguments = @{ Name = 'shop'; UserPoolId = 'eu-central-1_AbCdEf123' } }
            @{ what = 'a client without a user pool'; id = 'InvalidUserPoolId,*'; arguments = @{ Name = 'shop'; ClientId = 'abc' } }
            @{ what = 'a malformed user pool id'; id = 'InvalidUserPoolId,*'
                arguments = @{ Name = 'shop'; UserPoolId = 'AbCdEf123'; ClientId = 'abc' } }
            @{ what = 'an unknown kind of provider'; id = 'InvalidProvider,*'
                arguments = @{ Name = 'shop'; Provider = @{ MySpace = '1' } } }
            @{ what = 'both roles and -NoRole'; id = 'InvalidNoRole,*'
                arguments = @{ Name = 'shop'; NoRole = $true; GuestRole = 'x'; AuthenticatedRole = 'y' } }
        ) {
            Set-PoolSandbox -ClearCall
            { New-CognitoIdentityPool @arguments -ErrorAction Stop -WarningAction SilentlyContinue } | Should -Throw -ErrorId $id
            (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
        }

        It 'warns of a pool that nobody can use, and says what to run next' {
            $warnings = $null
            New-CognitoIdentityPool shop -WarningVariable warnings -WarningAction SilentlyContinue | Out-Null
            "$warnings" | Should -BeLike '*Add-PoolIdentityProvider*Set-PoolGuestAccess*'
        }
    }

    Context 'before it changes anything' {
        It 'prints every step and every policy document with -WhatIf, and sends no changing call' {
            Set-PoolSandbox -ClearCall
            New-CognitoIdentityPool shop -GuestAccess -WhatIf | Should -BeNullOrEmpty
            (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
        }

        It 'writes the plan with -AsPlan' {
            $plan = New-CognitoIdentityPool shop -GuestAccess -AsPlan
            $plan.Steps.Operation |
                Should -Be @('cognito-identity:CreateIdentityPool', 'iam:CreateRole', 'iam:PutRolePolicy',
                    'cognito-identity:SetIdentityPoolRoles')
            @(Get-CognitoIdentityPool).Count | Should -Be 0
        }

        It 'names each call with -Verbose' {
            $said = New-CognitoIdentityPool shop -GuestAccess -Verbose 4>&1 | Out-String
            $said | Should -Match 'CreateIdentityPool'
            $said | Should -Match 'SetIdentityPoolRoles'
        }
    }

    Context 'when a step fails' {
        BeforeEach { Set-PoolSandbox -ClearCall }

        It 'leaves nothing behind when <operation> fails at call <at>' -ForEach @(
            @{ operation = 'CreateIdentityPool'; at = 1 }
            @{ operation = 'CreateRole'; at = 1 }
            @{ operation = 'PutRolePolicy'; at = 1 }
            @{ operation = 'CreateRole'; at = 2 }
            @{ operation = 'PutRolePolicy'; at = 2 }
            @{ operation = 'SetIdentityPoolRoles'; at = 1 }
        ) {
            Set-PoolSandbox -Fault @{ Operation = $operation; AtCall = $at; ErrorCode = 'AccessDenied'
                Message = 'Told to fail.'; StatusCode = 403 }
            { New-CognitoIdentityPool shop -GuestAccess -AuthenticatedRoleName users -ErrorAction Stop } |
                Should -Throw -ExpectedMessage '*Told to fail.*'
            @(Get-CognitoIdentityPool).Count | Should -Be 0
            $calls = (Get-PoolSandbox).Calls | Where-Object StatusCode -eq 200
            @($calls | Where-Object Operation -eq 'CreateRole').Count | Should -Be @($calls | Where-Object Operation -eq 'DeleteRole').Count
            Set-PoolSandbox -ClearFault
            (New-CognitoIdentityPool shop -GuestAccess).GuestRole | Should -BeLike '*/shop_guestrole'
        }

        It 'goes on when <operation> takes effect and its answer is lost' -ForEach @(
            @{ operation = 'CreateIdentityPool' }, @{ operation = 'CreateRole' }, @{ operation = 'PutRolePolicy' }
            @{ operation = 'SetIdentityPoolRoles' }
        ) {
            Set-PoolSandbox -Fault @{ Operation = $operation; Kind = 'ConnectionReset'; AfterApply = $true }
            (New-CognitoIdentityPool shop -GuestAccess -ErrorAction Stop).GuestRole | Should -BeLike '*/shop_guestrole'
            @(Get-CognitoIdentityPool).Count | Should -Be 1
        }

        It 'says that a pool may be left when neither the answer nor the list of pools comes' {
            Set-PoolSandbox -Fault @{ Operation = 'CreateIdentityPool'; Kind = 'Error'; ErrorCode = 'InternalErrorException'; StatusCode = 500
                AfterApply = $true }, @{ Operation = 'ListIdentityPools'; ErrorCode = 'NotAuthorizedException'; AtCall = 3; Times = 9 }
            $failure = $null
            try { New-CognitoIdentityPool shop -GuestAccess -ErrorAction Stop } catch { $failure = $_ }
            $failure.FullyQualifiedErrorId | Should -BeLike 'ChangeLeftBehind,*'
            $failure.ErrorDetails.Message | Should -BeLike "*perhaps an identity pool named 'shop': check with Get-CognitoIdentityPool 'shop'; if *"
            $failure.Exception.Leftovers.IsCertain | Should -BeFalse
        }

        It 'names what is left when the undo fails too' {
            Set-PoolSandbox -Fault @{ Operation = 'CreateRole'; ErrorCode = 'AccessDenied'; StatusCode = 403 },
                @{ Operation = 'DeleteIdentityPool'; ErrorCode = 'NotAuthorizedException' }
            $failure = $null
            try { New-CognitoIdentityPool shop -GuestAccess -ErrorAction Stop } catch { $failure = $_ }
            $left = Get-CognitoIdentityPool shop
            $failure.FullyQualifiedErrorId | Should -BeLike 'ChangeLeftBehind,*'
            $failure.ErrorDetails.Message | Should -BeLike "*Remove-CognitoIdentityPool '$($left.IdentityPoolId)'*"
        }

        It 'says that the pool was made when only reading it again fails' {
            Set-PoolSandbox -Fault @{ Operation = 'DescribeIdentityPool'; ErrorCode = 'NotAuthorizedException'; Message = 'Told to fail.' }
            New-CognitoIdentityPool shop -GuestAccess -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
            $failed[0].FullyQualifiedErrorId | Should -BeLike 'ChangeDoneNotRead,*'
            $failed[0].ErrorDetails.Message | Should -BeLike "The change was made, but*Told to fail.*"
            "$($failed[0])" | Should -BeLike "*Get-CognitoIdentityPool '$((Get-CognitoIdentityPool shop).IdentityPoolId)'*"
        }

        It 'goes on through throttling, visibly' {
            Set-PoolSandbox -Fault @{ Operation = 'CreateIdentityPool'; Kind = 'Throttle'; Times = 2 },
                @{ Operation = 'SetIdentityPoolRoles'; Kind = 'Throttle'; Times = 1 }
            $said = New-CognitoIdentityPool shop -GuestAccess -Verbose 4>&1
            ($said | Where-Object { $_ -isnot [System.Management.Automation.VerboseRecord] }).Name | Should -Be 'shop'
            ($said | Out-String) | Should -Match 'CreateIdentityPool failed \(Rate exceeded\). Attempt 2 follows'
            @(Get-CognitoIdentityPool).Count | Should -Be 1
        }
    }

    Context 'with roles that are there' {
        BeforeEach {
            Set-PoolSandbox -Role @{ Name = 'users'
                TrustPolicy = (New-PoolTrustPolicy eu-central-1:00000000-0000-0000-0000-000000000000 Authenticated) }
        }

        It 'adds the new pool to their trust policies when told' {
            New-CognitoIdentityPool shop -AuthenticatedRole users -RepairTrust `
                -Provider @{ Google = '1-a.apps.googleusercontent.com'; Rules = @{ Claim = 'hd'; Value = 'x'; Role = 'users' } } | Out-Null
            $role = Get-PoolRole shop
            $role.Trusted | Should -Be $true
            ($role.Use -join '; ') | Should -Be 'AuthenticatedRole; Rule 1 of accounts.google.com'
            "$($role.Findings)" | Should -BeLike '*00000000-0000-0000-0000-000000000000*'
        }

        It 'names the pools that they trust, and afterwards the new id and the command that adds it' {
            $pool = New-CognitoIdentityPool shop -AuthenticatedRole users `
                -Provider @{ Google = '1-a.apps.googleusercontent.com' } -WarningVariable warned -WarningAction SilentlyContinue
            $warned | Should -HaveCount 2
            "$($warned[0])" | Should -BeLike "Role 'users' trusts identity pool eu-central-1:00000000-*, but not the new pool*-RepairTrust*"
            "$($warned[1])" | Should -BeLike "Authenticated users of identity pool shop ($($pool.IdentityPoolId)) get no credentials*"
            "$warned" | Should -Not -BeLike '*{*'
            (Get-PoolRole shop).Trusted | Should -BeFalse
            & ([scriptblock]::Create("$($warned[1])".Substring("$($warned[1])".IndexOf('Run: ') + 5)))
            (Get-PoolRole shop).Trusted | Should -BeTrue
        }

        It 'warns before the pool is created only' {
            New-CognitoIdentityPool shop -AuthenticatedRole users -WhatIf `
                -Provider @{ Google = '1-a.apps.googleusercontent.com' } -WarningVariable warned -WarningAction SilentlyContinue
            $warned | Should -HaveCount 1
            "$warned" | Should -BeLike '*whose id is known only after it is created*'
        }

        It 'says where the id belongs when a condition must stay' {
            Set-PoolSandbox -Role @{ Name = 'deploy'
                TrustPolicy = (New-PoolTrustPolicy eu-central-1:00000000-0000-0000-0000-000000000000 Authenticated `
                        -RequestTag @{ repository = 'acme/*' }) }
            $pool = New-CognitoIdentityPool shop -AuthenticatedRole deploy `
                -Provider @{ Google = '1-a.apps.googleusercontent.com' } -WarningVariable warned -WarningAction SilentlyContinue
            "$($warned[0])" | Should -BeLike "*Add the id in IAM*aws:RequestTag/repository 'acme/*'."
            "$($warned[1])" | Should -BeLike "*add $($pool.IdentityPoolId) to the condition on aud*aws:RequestTag/repository*"
        }

        It 'knows that a pattern accepts the new pool' {
            $pattern = (New-PoolTrustPolicy eu-central-1:00000000-0000-0000-0000-000000000000 Authenticated -Compact).Replace(
                '"StringEquals":', '"StringLike":').Replace('eu-central-1:00000000-0000-0000-0000-000000000000', 'eu-central-1:*')
            Set-PoolSandbox -Role @{ Name = 'regional'; TrustPolicy = $pattern }
            New-CognitoIdentityPool shop -AuthenticatedRole regional `
                -Provider @{ Google = '1-a.apps.googleusercontent.com' } -WarningVariable warned -WarningAction SilentlyContinue | Out-Null
            $warned | Should -HaveCount 1
            "$warned" | Should -BeLike "Not only authenticated users*every pool whose id matches 'eu-central-1:*'*"
            (Get-PoolRole shop).Trusted | Should -BeTrue
        }

        It 'refuses one that accepts no such users of any pool, without a placeholder of the id' {
            { New-CognitoIdentityPool shop -GuestAccess -GuestRole users -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidGuestRole,*' `
                -ExpectedMessage "*eu-central-1:00000000-*, but must be the id of the new pool*must be 'unauthenticated'*"
            New-CognitoIdentityPool shop -GuestAccess -GuestRole users -ErrorAction SilentlyContinue -ErrorVariable failed
            "$($failed[0])$($failed[0].ErrorDetails.RecommendedAction)" | Should -Not -BeLike '*{*'
            (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
        }

        It 'leaves nothing behind, and the trust policy as it was, when <operation> fails' `
            -ForEach @(@{ operation = 'UpdateAssumeRolePolicy' }, @{ operation = 'SetIdentityPoolRoles' }) {
            Set-PoolSandbox -Fault @{ Operation = $operation; ErrorCode = 'InvalidParameterException'; Message = 'Told to fail.' }
            { New-CognitoIdentityPool shop -AuthenticatedRole users -RepairTrust -GuestAccess -ErrorAction Stop } |
                Should -Throw -ExpectedMessage '*Told to fail.*All completed steps were undone.*'
            @(Get-CognitoIdentityPool).Count | Should -Be 0
            New-CognitoIdentityPool other -NoRole -WarningAction SilentlyContinue | Out-Null
            { Set-PoolRole other Authenticated -Role users -ErrorAction Stop } |
                Should -Throw -ExpectedMessage "*the condition on aud is 'eu-central-1:00000000-0000-0000-0000-000000000000', but must be*"
        }
    }

    It 'makes the role of a provider with an attribute mapping so that it takes tags' {
        New-CognitoIdentityPool shop `
            -Provider @{ Google = '1-a.apps.googleusercontent.com'; AttributeMapping = @{ domain = 'hd' } } | Out-Null
        (Get-PoolRole shop).Trusted | Should -Be $true
    }

    Context 'the answer to the creation of a role is lost' {
        BeforeAll {
            $lost = @(
                @{ Kind = 'TruncatedBody' }
                @{ Kind = 'HtmlPage'; StatusCode = 200; AfterApply = $true }
                @{ Kind = 'HtmlPage'; StatusCode = 502; AfterApply = $true }
                @{ Kind = 'ConnectionReset'; AfterApply = $true }
            )
        }

        It 'goes on with the role that was created: <_>' -ForEach 0, 1, 2, 3 {
            Set-PoolSandbox -Fault (@{ Operation = 'CreateRole' } + $lost[$_])
            $pool = New-CognitoIdentityPool lost -GuestAccess -AuthenticatedRoleName lost_authenticatedrole
            $pool.AuthenticatedRole | Should -BeLike '*/lost_authenticatedrole'
            @(Get-PoolRole lost).Trusted | Should -Be $true, $true
            (Get-PoolSandbox).Calls.Operation | Should -Not -Contain 'DeleteRole'
        }

        It 'deletes the role when a later step fails' {
            $refused = @{ Operation = 'SetIdentityPoolRoles'; ErrorCode = 'AccessDeniedException'; Times = 99 }
            Set-PoolSandbox -Fault (@{ Operation = 'CreateRole' } + $lost[0]), $refused
            { New-CognitoIdentityPool lost -ErrorAction Stop } | Should -Throw -ExpectedMessage '*All completed steps were undone.*'
            @((Get-PoolSandbox).Calls | Where-Object { $_.Operation -eq 'DeleteRole' -and $_.StatusCode -eq 200 }) | Should -HaveCount 1
        }

        It 'names the role that it can neither find nor rule out' {
            $denied = @{ Operation = 'GetRole'; ErrorCode = 'AccessDenied'; StatusCode = 403; AtCall = 2; Times = 99 }
            Set-PoolSandbox -Fault (@{ Operation = 'CreateRole' } + $lost[0]), $denied
            { New-CognitoIdentityPool lost -ErrorAction Stop } |
                Should -Throw -ErrorId 'ChangeLeftBehind,*' -ExpectedMessage '*perhaps IAM role*lost_authenticatedrole*'
        }

        It 'leaves alone a role of that name that somebody else made' {
            Set-PoolSandbox -Role @{ Name = 'theirs'; TrustPolicy = (New-PoolTrustPolicy us-east-1:00000000-0000-0000-0000-000000000000 Guest) }
            Set-PoolSandbox -Fault @{ Operation = 'CreateRole'; Kind = 'ConnectionReset' }
            { New-CognitoIdentityPool lost -AuthenticatedRoleName theirs -ErrorAction Stop } | Should -Throw
            (Get-PoolSandbox).Calls.Operation | Should -Not -Contain 'DeleteRole'
        }
    }

    Context 'which roles it creates' {
        It 'creates no role for authenticated users of a pool that has guests only' {
            $pool = New-CognitoIdentityPool kiosk -GuestAccess
            $pool.GuestRole | Should -BeLike '*/kiosk_guestrole'
            $pool.AuthenticatedRole | Should -BeNullOrEmpty
        }

        It 'creates it when it is asked for with <parameter>' -ForEach @(
            @{ parameter = 'AuthenticatedRoleName'; value = 'asked-for' }
            @{ parameter = 'AuthenticatedPolicy'
                value = '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}' }
        ) {
            $more = @{ $parameter = $value }
            (New-CognitoIdentityPool kiosk -GuestAccess @more).AuthenticatedRole | Should -Not -BeNullOrEmpty
        }

        It 'creates a guest role for -GuestPermissionsPolicy without -GuestAccess, and says that guests cannot use it yet' {
            $plan = New-CognitoIdentityPool shop -UserPoolId eu-central-1_AbCdEf123 -ClientId abc -AsPlan `
                -GuestPermissionsPolicy '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}'
            "$plan" | Should -BeLike '*shop_guestrole*s3:GetObject*'
            "$($plan.Warnings)" | Should -BeLike '*guest access*off*Set-PoolGuestAccess*'
        }

        It 'creates no role of a kind that is not named with -NoRole' {
            Set-PoolSandbox -Role @{ Name = 'users'
                TrustPolicy = (New-PoolTrustPolicy eu-central-1:00000000-0000-0000-0000-000000000000 Authenticated) }
            $pool = New-CognitoIdentityPool shop -GuestAccess -NoRole -AuthenticatedRole users -RepairTrust
            $pool.AuthenticatedRole | Should -BeLike '*/users'
            $pool.GuestRole | Should -BeNullOrEmpty
            $other = New-CognitoIdentityPool other -GuestAccess -NoRole -GuestRoleName other-guests `
                -Provider @{ Google = '1-a.apps.googleusercontent.com' }
            $other.GuestRole | Should -BeLike '*/other-guests'
            $other.AuthenticatedRole | Should -BeNullOrEmpty
        }

        It 'refuses <parameters> together' -ForEach @(
            @{ parameters = @{ NoRole = $true; GuestRoleName = 'g'; AuthenticatedRoleName = 'a' }; id = 'InvalidNoRole' }
            @{ parameters = @{ GuestRole = 'a'; GuestRoleName = 'b' }; id = 'InvalidGuestRole' }
            @{ parameters = @{ AuthenticatedRole = 'a'; AuthenticatedRoleName = 'b' }; id = 'InvalidAuthenticatedRole' }
            @{ parameters = @{ UseExisting = $true; AllowDuplicate = $true }; id = 'InvalidUseExisting' }
            @{ parameters = @{ RepairTrust = $true }; id = 'InvalidRepairTrust' }
        ) {
            Set-PoolSandbox -ClearCall
            { New-CognitoIdentityPool shop @parameters -ErrorAction Stop } | Should -Throw -ErrorId "$id,*"
            (Get-PoolSandbox).Calls | Should -BeNullOrEmpty
        }
    }

    Context 'a permissions policy that is given is applied' {
        BeforeEach {
            $wide = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}'
            $narrow = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}'
        }

        It 'to the role that the pool has, with -UseExisting' {
            New-CognitoIdentityPool shop -GuestAccess -GuestPermissionsPolicy $wide | Out-Null
            $plan = New-CognitoIdentityPool shop -UseExisting -GuestPermissionsPolicy $narrow -AsPlan
            $plan.Steps.Operation | Should -Be 'iam:PutRolePolicy'
            "$plan" | Should -BeLike '*Current permissions policy*s3:[*]*New permissions policy*s3:GetObject*'
            New-CognitoIdentityPool shop -UseExisting -GuestPermissionsPolicy $narrow | Out-Null
            (Get-PoolRole shop -IncludePolicy).Policies.Document | Should -Not -Match 's3:\*'
        }

        It 'to a role that is found again, with -UseExisting' {
            New-CognitoIdentityPool shop -GuestAccess -GuestPermissionsPolicy $wide | Out-Null
            Set-PoolRole shop Guest -None -WarningAction SilentlyContinue
            New-CognitoIdentityPool shop -UseExisting -GuestPermissionsPolicy $narrow | Out-Null
            (Get-PoolRole shop -IncludePolicy).Policies.Document | Should -Not -Match 's3:\*'
        }

        It 'to a role that is named' {
            Set-PoolSandbox -Role @{ Name = 'guests'
                TrustPolicy = (New-PoolTrustPolicy eu-central-1:00000000-0000-0000-0000-000000000000 Guest) }
            $pool = New-CognitoIdentityPool shop -GuestAccess -GuestRole guests -GuestPermissionsPolicy $narrow -RepairTrust
            $role = Get-PoolRole shop -IncludePolicy
            $role.RoleName | Should -Be 'guests'
            $role.Policies.Document | Should -Match 's3:GetObject'
        }

        It 'or refused where the role belongs to another account' {
            Set-PoolSandbox -ClearCall
            { New-CognitoIdentityPool shop -GuestAccess -GuestRole arn:aws:iam::210987654321:role/theirs -GuestPermissionsPolicy $narrow `
                -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidGuestRole,*' -ExpectedMessage '*account 210987654321*'
            (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
        }
    }

    Context 'a second run' {
        It 'completes a role that an earlier run left without permissions, and shows it in the plan' {
            $denied = @{ ErrorCode = 'AccessDenied'; StatusCode = 403; Times = 99 }
            Set-PoolSandbox -Fault (@{ Operation = 'PutRolePolicy' } + $denied), (@{ Operation = 'DeleteRole' } + $denied),
                (@{ Operation = 'DeleteIdentityPool' } + $denied)
            { New-CognitoIdentityPool shop -GuestAccess -ErrorAction Stop } | Should -Throw -ErrorId 'ChangeLeftBehind,*'
            Set-PoolSandbox -ClearFault -ClearCall
            $plan = New-CognitoIdentityPool shop -GuestAccess -UseExisting -AsPlan
            "$($plan.Steps.Operation)" | Should -Be 'iam:PutRolePolicy cognito-identity:SetIdentityPoolRoles'
            New-CognitoIdentityPool shop -GuestAccess -UseExisting | Out-Null
            (Get-PoolRole shop -IncludePolicy).Policies.Name | Should -Be 'cognito-identity-pool-permissions'
            Set-PoolSandbox -ClearCall
            New-CognitoIdentityPool shop -GuestAccess -UseExisting | Out-Null
            (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
        }

        It 'does not adopt a role that has the path but not the tag of this pool' {
            $pool = New-CognitoIdentityPool shop -NoRole -GuestAccess
            $uuid = $pool.IdentityPoolId.Split(':')[1]
            Set-PoolSandbox -Role @{ Name = 'planted'; Path = "/cognitopools/eu-central-1/$uuid/"
                TrustPolicy = (New-PoolTrustPolicy shop Guest) }
            (New-CognitoIdentityPool shop -UseExisting -GuestAccess).GuestRole | Should -BeLike '*/shop_guestrole'
        }

        It 'leaves the role of another name, and sets one of the name that was given' {
            New-CognitoIdentityPool shop -GuestAccess | Out-Null
            (New-CognitoIdentityPool shop -UseExisting -GuestRoleName named).GuestRole | Should -BeLike '*/named'
            Set-PoolSandbox -ClearCall
            (New-CognitoIdentityPool shop -UseExisting -GuestRoleName named).GuestRole | Should -BeLike '*/named'
            (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
        }

        It 'leaves guest access as it is with -GuestAccess:$false' {
            New-CognitoIdentityPool shop -GuestAccess | Out-Null
            Set-PoolSandbox -ClearCall
            New-CognitoIdentityPool shop -UseExisting -GuestAccess:$false | Out-Null
            (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
        }

        It 'leaves the basic flow as it is without -BasicFlow, and sets it with <state>' -ForEach @(
            @{ state = 'Inactive' }, @{ state = $false }
        ) {
            New-CognitoIdentityPool shop -GuestAccess -BasicFlow Active | Out-Null
            (New-CognitoIdentityPool shop -UseExisting).BasicFlow | Should -Be 'Active'
            (New-CognitoIdentityPool shop -UseExisting -BasicFlow $state).BasicFlow | Should -Be 'Inactive'
        }
    }
}
