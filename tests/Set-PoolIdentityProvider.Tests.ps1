BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
}

Describe 'Set-PoolIdentityProvider' {
    BeforeEach {
        Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
        $pool = New-CognitoIdentityPool shop -GuestAccess -UserPoolId us-east-1_AbCdEf123 -ClientId abc `
            -Provider @{ Google = '1-a.apps.googleusercontent.com' }
        $trust = New-PoolTrustPolicy shop Authenticated -Compact
        Set-PoolSandbox -Role @{ Name = 'one'; TrustPolicy = $trust }, @{ Name = 'two'; TrustPolicy = $trust },
            @{ Name = 'closed'; TrustPolicy = $trust.Replace('us-east-1:', 'us-east-2:') } -ClearCall
        $one = @{ Claim = 'hd'; Value = 'one.example'; Role = 'one' }
        $two = New-PoolRoleRule hd two.example two
    }
    AfterEach { Disconnect-PoolAccount }

    Context 'rules' {
        It 'adds them in order, denies what fits none, and names roles by ARN' {
            $google = Set-PoolIdentityProvider shop Google -AddRule $one, $two -PassThru
            $google.RoleSetting | Should -Be 'Rules'
            $google.RoleResolution | Should -Be 'Deny'
            $google.Rules.Value | Should -Be @('one.example', 'two.example')
            $google.Rules.Role | Should -Be @('arn:aws:iam::123456789012:role/one', 'arn:aws:iam::123456789012:role/two')
            ((Get-PoolSandbox).Calls | Where-Object Changing).Operation | Should -Be 'SetIdentityPoolRoles'
        }

        It 'keeps everything else of the pool' {
            Set-PoolIdentityProvider shop CognitoUserPool -RoleSetting Token
            Set-PoolIdentityProvider shop Google -AddRule $one
            $after = Get-CognitoIdentityPool shop
            $after.AuthenticatedRole | Should -Be $pool.AuthenticatedRole
            $after.GuestRole | Should -Be $pool.GuestRole
            (Get-PoolIdentityProvider shop CognitoUserPool).RoleSetting | Should -Be 'Token'
        }

        It 'adds a rule once, however often it runs' {
            Set-PoolIdentityProvider shop Google -AddRule $one
            Set-PoolSandbox -ClearCall
            Set-PoolIdentityProvider shop Google -AddRule $one
            (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
        }

        It 'inserts, moves, replaces and removes' {
            Set-PoolIdentityProvider shop Google -Rule $one
            (Set-PoolIdentityProvider shop Google -AddRule $two -At 1 -PassThru).Rules.Value | Should -Be @('two.example', 'one.example')
            (Set-PoolIdentityProvider shop Google -AddRule $one -At 1 -PassThru).Rules.Value | Should -Be @('one.example', 'two.example')
            $three = New-PoolRoleRule hd three.example one
            (Set-PoolIdentityProvider shop Google -RemoveRule 2 -AddRule $three -At 2 -PassThru).Rules.Value |
                Should -Be @('one.example', 'three.example')
            (Set-PoolIdentityProvider shop Google -RemoveRule $one -PassThru).Rules.Value | Should -Be 'three.example'
            (Set-PoolIdentityProvider shop Google -Rule $two, $one -PassThru).Rules.Value | Should -Be @('two.example', 'one.example')
        }

        It 'goes back to the default role' {
            Set-PoolIdentityProvider shop Google -Rule $one
            $google = Set-PoolIdentityProvider shop Google -RoleSetting Default -PassThru
            $google.RoleSetting | Should -Be 'Default'
            $google.Rules | Should -HaveCount 0
            $google.RoleResolution | Should -BeNullOrEmpty
        }

        It 'refuses a role whose trust policy refuses the pool, and mends it with -RepairTrust' {
            $closed = @{ Claim = 'hd'; Value = 'x'; Role = 'closed' }
            { Set-PoolIdentityProvider shop Google -AddRule $closed -ErrorAction Stop } |
                Should -Throw -ErrorId 'InvalidRole,*' -ExpectedMessage '*the condition on aud is*but must be*-RepairTrust*'
            (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
            Set-PoolIdentityProvider shop Google -AddRule $closed -RepairTrust
            (Get-PoolRole shop -Role closed).Trusted | Should -Be $true
        }

        It 'refuses <what>' -ForEach @(
            @{ what = 'a hashtable that is no rule'; arguments = @{ Rule = @{ Claim = 'a'; Role = 'one' } }; id = 'InvalidRule,*' }
            @{ what = 'an unknown key'
                arguments = @{ Rule = @{ Claim = 'a'; Value = 'b'; Role = 'one'; Match = 'x' } }; id = 'InvalidRule,*' }
            @{ what = 'an unknown operator'
                arguments = @{ Rule = @{ Claim = 'a'; Operator = 'Like'; Value = 'b'; Role = 'one' } }; id = 'InvalidOperator,*' }
            @{ what = 'a claim with a space'; arguments = @{ Rule = @{ Claim = 'a b'; Value = 'b'; Role = 'one' } }; id = 'InvalidClaim,*' }
            @{ what = '-Rule with -AddRule'
                arguments = @{ Rule = @{ Claim = 'a'; Value = 'b'; Role = 'one' }
                    AddRule = @{ Claim = 'a'; Value = 'c'; Role = 'one' } }; id = 'InvalidRule,*' }
            @{ what = '-At without -AddRule'; arguments = @{ At = 1 }; id = 'InvalidAt,*' }
            @{ what = 'a place behind the end'
                arguments = @{ AddRule = @{ Claim = 'a'; Value = 'b'; Role = 'one' }; At = 9 }; id = 'InvalidAt,*' }
            @{ what = 'a rule to remove that is not there'; arguments = @{ RemoveRule = 3 }; id = 'InvalidRemoveRule,*' }
            @{ what = 'Rules without a rule'; arguments = @{ RoleSetting = 'Rules' }; id = 'InvalidRoleSetting,*' }
            @{ what = 'rules with another setting'
                arguments = @{ RoleSetting = 'Default'; AddRule = @{ Claim = 'a'; Value = 'b'; Role = 'one' } }
                id = 'InvalidRoleSetting,*' }
            @{ what = 'a resolution without rules'; arguments = @{ RoleResolution = 'Deny' }; id = 'InvalidRoleResolution,*' }
            @{ what = 'Token for another kind than a user pool'; arguments = @{ RoleSetting = 'Token' }; id = 'InvalidRoleSetting,*' }
            @{ what = 'a token check for another kind than a user pool'; arguments = @{ ServerSideTokenCheck = $true }
                id = 'InvalidServerSideTokenCheck,*' }
        ) {
            { Set-PoolIdentityProvider shop Google @arguments -ErrorAction Stop } | Should -Throw -ErrorId $id
            (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
        }

        It 'names the number of a wrong rule: <message>' -ForEach @(
            @{ arguments = @{ AddRule = @{ Claim = 'a'; Value = 'b'; Role = 'one' }, @{ Claim = 'a'; Operator = 'Like'; Value = 'b'; Role = 'one' } }
                message = "Rule 2: 'Operator' must be Equals, NotEqual, StartsWith or Contains; got 'Like'.*" }
            @{ arguments = @{ Rule = @{ Claim = 'a'; Value = 'b'; Role = 'one' }, @{ Claim = 'a b'; Value = 'b'; Role = 'one' } }
                message = "Rule 2, Claim 'a b': *" }
            @{ arguments = @{ Rule = 'nonsense' }; message = 'Rule 1 is not a rule: expected Claim, Operator, Value and Role.*' }
            @{ arguments = @{ AddRule = @{ Claim = 'hd'; Value = 'x'; Role = 'closed' } }; message = "Rule 1, Role 'closed': *" }
            @{ arguments = @{ RemoveRule = 1, 'nonsense' }; message = "-RemoveRule must be the number of a rule or a rule; got 'nonsense'.*" }
        ) {
            { Set-PoolIdentityProvider shop Google @arguments -ErrorAction Stop } | Should -Throw -ExpectedMessage $message
            (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
        }

        It 'refuses the 26th rule' {
            $rules = 1..26 | ForEach-Object { New-PoolRoleRule hd "value$_" one }
            { Set-PoolIdentityProvider shop Google -Rule $rules -ErrorAction Stop } |
                Should -Throw -ErrorId 'InvalidRule,*' -ExpectedMessage '*25*'
        }

        It 'warns of a rule that is never reached and of a part of an e-mail address' {
            $plan = Set-PoolIdentityProvider shop Google -AsPlan `
                -Rule @{ Claim = 'email'; Operator = 'Contains'; Value = '@x.example'; Role = 'one' },
                @{ Claim = 'email'; Value = 'a@x.example'; Role = 'two' }
            $plan.Warnings | Should -HaveCount 2
            $plan.Warnings[0] | Should -BeLike 'Rule 1*part of an e-mail address*'
            $plan.Warnings[1] | Should -BeLike 'Rule 2*is never reached, because rule 1*everything that rule 2 matches*'
        }
    }

    Context 'tokens' {
        It 'lets the token name the role' {
            $provider = Set-PoolIdentityProvider shop us-east-1_AbCdEf123 -RoleSetting Token -RoleResolution AuthenticatedRole -PassThru
            $provider.RoleSetting | Should -Be 'Token'
            $provider.RoleResolution | Should -Be 'AuthenticatedRole'
        }

        It 'turns the token check off and on, with one change and no more reads than needed' {
            (Set-PoolIdentityProvider shop CognitoUserPool -ServerSideTokenCheck $false -PassThru).ServerSideTokenCheck | Should -Be $false
            Set-PoolSandbox -ClearCall
            Set-PoolIdentityProvider $pool.IdentityPoolId CognitoUserPool -ServerSideTokenCheck $true
            (Get-PoolSandbox).Calls.Operation |
                Should -Be @('DescribeIdentityPool', 'DescribeIdentityPool', 'UpdateIdentityPool', 'DescribeIdentityPool', 'DescribeIdentityPool')
            (Get-PoolIdentityProvider shop CognitoUserPool).ServerSideTokenCheck | Should -Be $true
        }
    }

    Context 'the application id' {
        It 'changes it with -Force, warns, and keeps role mapping and attribute mapping' {
            Set-PoolIdentityProvider shop CognitoUserPool -RoleSetting Token `
                -AttributeMapping @{ team = 'custom:team' } -WarningAction SilentlyContinue
            $after = Set-PoolIdentityProvider shop CognitoUserPool -ClientId xyz -Force -PassThru `
                -WarningVariable warned -WarningAction SilentlyContinue
            $after.ClientId | Should -Be 'xyz'
            $after.RoleSetting | Should -Be 'Token'
            "$($after.AttributeMapping)" | Should -Be 'team=custom:team'
            "$warned" | Should -BeLike '*abc*xyz*cut off*'
            (Get-CognitoIdentityPool shop).Providers | Should -HaveCount 2
        }

        It 'changes a public provider''s' {
            (Set-PoolIdentityProvider shop Google -ClientId 2-b.apps.googleusercontent.com -Confirm:$false -PassThru `
                -WarningAction SilentlyContinue).ClientId | Should -Be '2-b.apps.googleusercontent.com'
        }

        It 'shows the change and changes nothing with -WhatIf, even with -Force' {
            Set-PoolIdentityProvider shop Google -ClientId 2-b.apps.googleusercontent.com -WhatIf -Force -WarningAction SilentlyContinue
            (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
        }

        It 'refuses an id for a provider that has none' {
            Set-PoolSandbox -SamlProvider okta
            Add-PoolIdentityProvider shop -SamlProvider okta
            { Set-PoolIdentityProvider shop okta -ClientId x -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidClientId,*'
        }

        It 'hides the secret of a Twitter application' {
            Add-PoolIdentityProvider shop -TwitterConsumerKey key `
                -TwitterConsumerSecret (ConvertTo-SecureString 'oldsecret' -AsPlainText -Force)
            $said = Set-PoolIdentityProvider shop Twitter -ClientId newkey `
                -ConsumerSecret (ConvertTo-SecureString 'newsecret' -AsPlainText -Force) -Force -Verbose *>&1 | Out-String
            $said | Should -Not -Match 'oldsecret|newsecret'
            ((Get-PoolSandbox).Calls | Out-String) | Should -Not -Match 'oldsecret|newsecret'
            (Get-PoolIdentityProvider shop Twitter).ClientId | Should -Be 'newkey;newsecret'
        }
    }

    Context 'the attribute mapping' {
        It 'sets it and lets the module''s own role take tags' {
            $after = Set-PoolIdentityProvider shop Google -AttributeMapping @{ domain = 'hd' } -PassThru
            "$($after.AttributeMapping)" | Should -Be 'domain=hd'
            ((Get-PoolSandbox).Calls | Where-Object Changing).Operation |
                Should -Be @('UpdateAssumeRolePolicy', 'SetPrincipalTagAttributeMap')
            (Get-PoolRole shop -IdentityType Authenticated).Trusted | Should -Be $true
            "$((Set-PoolIdentityProvider shop Google -AttributeMapping Default -PassThru).AttributeMapping)" | Should -Be 'Default'
            "$((Set-PoolIdentityProvider shop Google -AttributeMapping Inactive -PassThru).AttributeMapping)" | Should -Be 'Inactive'
        }

        It 'warns about a role that was not made for the pool, and mends it with -RepairTrust' {
            Set-PoolIdentityProvider shop Google -Rule $one
            $plan = Set-PoolIdentityProvider shop Google -AttributeMapping Default -AsPlan
            "$($plan.Warnings)" | Should -BeLike "*'one' does not allow sts:TagSession*-RepairTrust*"
            $plan.Steps.Operation | Should -Be 'cognito-identity:SetPrincipalTagAttributeMap'
            Set-PoolIdentityProvider shop Google -AttributeMapping Default -RepairTrust
            (Get-PoolRole shop -Role one).Trusted | Should -Be $true
        }

        It 'warns that a token''s roles are not known' {
            $plan = Set-PoolIdentityProvider shop CognitoUserPool -RoleSetting Token -AttributeMapping Default -AsPlan
            "$($plan.Warnings)" | Should -BeLike '*tokens of*sts:TagSession*'
        }

        It 'holds for all app clients of a user pool, and says so' {
            Add-PoolIdentityProvider shop -UserPoolId us-east-1_AbCdEf123 -ClientId second
            Set-PoolIdentityProvider shop second -AttributeMapping @{ team = 'custom:team' } -WarningVariable warned `
                -WarningAction SilentlyContinue
            "$warned" | Should -BeLike '*share one attribute mapping*abc*'
            ((Get-PoolIdentityProvider shop us-east-1_AbCdEf123).AttributeMapping | ForEach-Object { "$_" }) |
                Should -Be @('team=custom:team', 'team=custom:team')
            Set-PoolSandbox -ClearCall
            Set-PoolIdentityProvider shop abc -AttributeMapping @{ team = 'custom:team' } -WarningAction SilentlyContinue
            (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
            Set-PoolIdentityProvider shop second -AttributeMapping Inactive -WarningAction SilentlyContinue
            "$((Get-PoolIdentityProvider shop abc).AttributeMapping)" | Should -Be 'Inactive'
        }

        It 'refuses <what>' -ForEach @(
            @{ what = 'an empty mapping'; mapping = @{}; says = '*must not be an empty table*' }
            @{ what = 'a word that is none'; mapping = 'On'; says = "*Specify Inactive, Default or a table such as @{ team = 'custom:team' }." }
            @{ what = 'Custom without tags'; mapping = 'Custom'; says = '*requires at least one tag*' }
            @{ what = 'a list of claims'; mapping = @{ a = 'x', 'y' }; says = '*not a list. Specify one value.' }
            @{ what = 'more than 460 bytes'; mapping = @{ a = 'x' * 240; b = 'y' * 240 }; says = '*460*' }
        ) {
            { Set-PoolIdentityProvider shop Google -AttributeMapping $mapping -ErrorAction Stop } |
                Should -Throw -ErrorId 'InvalidAttributeMapping,*' -ExpectedMessage $says
            (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
        }

        It 'refuses the 51st tag' {
            $tags = @{}
            1..51 | ForEach-Object { $tags["t$_"] = 'c' }
            { Set-PoolIdentityProvider shop Google -AttributeMapping $tags -ErrorAction Stop } |
                Should -Throw -ErrorId 'InvalidAttributeMapping,*' -ExpectedMessage '*50*'
        }
    }

    Context 'naming the provider' {
        It 'says which there are when none is named, or another' {
            { Set-PoolIdentityProvider shop -RoleSetting Default -ErrorAction Stop } |
                Should -Throw -ErrorId 'ProviderMissing,*' -ExpectedMessage '*accounts.google.com*'
            { Set-PoolIdentityProvider shop Facebook -RoleSetting Default -ErrorAction Stop } |
                Should -Throw -ErrorId 'ProviderNotFound,*' -ExpectedMessage '*accounts.google.com*'
        }

        It 'says which are meant when several fit' {
            Add-PoolIdentityProvider shop -UserPoolId us-east-1_AbCdEf123 -ClientId second
            { Set-PoolIdentityProvider shop us-east-1_AbCdEf123 -RoleSetting Token -ErrorAction Stop } |
                Should -Throw -ErrorId 'ProviderAmbiguous,*' -ExpectedMessage '*:abc*:second*'
        }
    }

    It 'leaves pool and roles as they were when <operation> fails' -ForEach @(
        @{ operation = 'UpdateAssumeRolePolicy' }, @{ operation = 'UpdateIdentityPool' },
            @{ operation = 'SetIdentityPoolRoles' }, @{ operation = 'SetPrincipalTagAttributeMap' }
    ) {
        Set-PoolSandbox -Fault @{ Operation = $operation; ErrorCode = 'InvalidParameterException'; Message = 'Told to fail.' }
        { Set-PoolIdentityProvider shop Google -ClientId 2-b.apps.googleusercontent.com `
            -Rule @{ Claim = 'hd'; Value = 'x'; Role = 'closed' } -AttributeMapping Default -RepairTrust -Force `
            -WarningAction SilentlyContinue -ErrorAction Stop } | Should -Throw -ExpectedMessage '*Told to fail.*'
        Set-PoolSandbox -ClearFault
        (Get-CognitoIdentityPool shop).Equals($pool) | Should -BeTrue
        { Set-PoolRole shop Authenticated -Role closed -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidRole,*'
    }

    It 'reads again and goes on when somebody else is writing' {
        Set-PoolSandbox -Fault @{ Operation = 'SetIdentityPoolRoles'; ErrorCode = 'ConcurrentModificationException'; Times = 2 }
        (Set-PoolIdentityProvider shop Google -Rule $one -PassThru).RoleSetting | Should -Be 'Rules'
    }

    It 'sets another consumer secret of a Twitter provider, and refuses one for other providers' {
        $secret = { ConvertTo-SecureString $args[0] -AsPlainText -Force }
        Add-PoolIdentityProvider shop -TwitterConsumerKey key -TwitterConsumerSecret (& $secret old) -WarningAction SilentlyContinue
        Set-PoolIdentityProvider shop Twitter -ConsumerSecret (& $secret new)
        (Get-PoolIdentityProvider shop Twitter).ClientId | Should -Be 'key;new'
        { Set-PoolIdentityProvider shop Google -ConsumerSecret (& $secret new) -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidConsumerSecret,*'
    }

    It 'refuses -RepairTrust where no role is checked' {
        { Set-PoolIdentityProvider shop Google -RepairTrust -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidRepairTrust,*'
    }
}
