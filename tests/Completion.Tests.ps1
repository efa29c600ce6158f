BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')

    function CompleteOnce([string] $Line) { (TabExpansion2 $Line $Line.Length).CompletionMatches }

    # On a busy machine the deadline may pass first; what is being read is there for the next Tab.
    function Complete([string] $Line) {
        foreach ($try in 1..10) {
            $found = CompleteOnce $Line
            if ($found) { return $found }
        }
    }
    # The first readings wait for the runtime's compiler.
    Connect-PoolAccount -Sandbox | Out-Null
    New-CognitoIdentityPool warm -GuestAccess | Out-Null
    foreach ($try in 1..3) { 'Get-CognitoIdentityPool ', 'Set-PoolRole warm Guest -Role ',
        'Get-PoolIdentityProvider warm ' | ForEach-Object { CompleteOnce $_ } | Out-Null }
    Disconnect-PoolAccount

    function Calls { (Get-PoolSandbox).Calls | ForEach-Object Operation }
}

Describe 'Completion' {
    BeforeEach {
        $account = Connect-PoolAccount -Sandbox -Region us-east-1
        Set-PoolSandbox -OpenIdConnectProvider https://login.example.com/tenant -SamlProvider corp
        $shop = New-CognitoIdentityPool shop -GuestAccess -UserPoolId us-east-1_AbCdEf123 -ClientId abc `
            -Provider @{ Google = '1-a.apps.googleusercontent.com' } -Tag @{ team = 'web'; 'cost center' = '7' }
        $sales = New-CognitoIdentityPool 'Sales 2024' -Provider @{ Google = '1-a.apps.googleusercontent.com' }
        Set-PoolSandbox -ClearCall
    }
    AfterEach { Disconnect-PoolAccount }

    Context 'identity pools' {
        It 'come by name, with id and guest state as tooltip' {
            $found = Complete 'Get-CognitoIdentityPool sh'
            $found.CompletionText | Should -Be 'shop'
            $found.ToolTip | Should -Be "$($shop.IdentityPoolId), guest access on"
            (Complete 'Get-PoolIdentity -IdentityPool sal').ToolTip | Should -Be "$($sales.IdentityPoolId), guest access off"
        }

        It 'come all when nothing was typed, quoted where the name needs it' {
            (Complete 'Get-PoolIdentity ').CompletionText | Should -Be @("'Sales 2024'", 'shop')
        }

        It 'are found after an opening quote' -ForEach @(@{ Typed = "'Sal" }, @{ Typed = '"Sal' }, @{ Typed = 'SAL' }) {
            (Complete "Get-PoolIdentity $Typed").CompletionText | Should -Be "'Sales 2024'"
        }

        It 'come by id when an id was begun' {
            $found = Complete "Get-CognitoIdentityPool $($sales.IdentityPoolId.Substring(0, 20))"
            $found.CompletionText | Should -Be $sales.IdentityPoolId
            $found.ToolTip | Should -Be "Sales 2024: $($sales.IdentityPoolId), guest access off"
        }

        It 'come by id when two share a name' {
            $twin = New-CognitoIdentityPool twin -GuestAccess -NoRole
            $other = New-CognitoIdentityPool twin -GuestAccess -NoRole -AllowDuplicate
            $found = (Complete 'Get-CognitoIdentityPool tw').CompletionText
            ($found | Sort-Object) | Should -Be @(@($twin.IdentityPoolId, $other.IdentityPoolId) | Sort-Object)
        }

        It 'with a name that reads as a number are quoted' {
            New-CognitoIdentityPool '2024' -GuestAccess -NoRole | Out-Null
            (Complete 'Get-CognitoIdentityPool 20').CompletionText | Should -Be "'2024'"
        }

        It 'take a wildcard as a character like any other' `
            -ForEach @(@{ Typed = 's*' }, @{ Typed = '[s]hop' }, @{ Typed = '?hop' }, @{ Typed = '[' }) {
            CompleteOnce "Get-CognitoIdentityPool $Typed" | Should -BeNullOrEmpty
        }

        It 'come from the Region that the command names' {
            New-CognitoIdentityPool shine -GuestAccess -NoRole -Region eu-west-1 | Out-Null
            (Complete 'Get-CognitoIdentityPool -Region eu-west-1 -IdentityPool sh').CompletionText | Should -Be 'shine'
        }

        It 'come from the connection that the command names' {
            Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
            CompleteOnce 'Get-CognitoIdentityPool sh' | Should -BeNullOrEmpty
            (Complete 'Get-CognitoIdentityPool -Connection $account -IdentityPool sh').CompletionText | Should -Be 'shop'
        }

        It 'come without guest state where that may not be read' {
            Set-PoolSandbox -Fault @{ Operation = 'DescribeIdentityPool'; Kind = 'Error'
                ErrorCode = 'NotAuthorizedException'; Times = 100 }
            $found = Complete 'Get-CognitoIdentityPool sh'
            $found.CompletionText | Should -Be 'shop'
            $found.ToolTip | Should -Be $shop.IdentityPoolId
        }
    }

    Context 'what is called' {
        It 'is read once for a few seconds, and then anew' {
            Complete 'Get-CognitoIdentityPool s' | Out-Null
            Complete 'Get-CognitoIdentityPool sh' | Out-Null
            @(Calls | Where-Object { $_ -eq 'ListIdentityPools' }).Count | Should -Be 1
            Set-PoolSandbox -Advance 00:00:11
            Complete 'Get-CognitoIdentityPool sh' | Out-Null
            @(Calls | Where-Object { $_ -eq 'ListIdentityPools' }).Count | Should -Be 2
        }

        It 'is nothing for an account that the command takes from a profile or endpoint' `
            -ForEach @(@{ Other = '-ProfileName work' }, @{ Other = '-EndpointUrl http://127.0.0.1:9' }) {
            CompleteOnce "Get-CognitoIdentityPool $Other -IdentityPool sh" | Should -BeNullOrEmpty
            Calls | Should -BeNullOrEmpty
        }

        It 'is nothing when nobody connected, and files are not offered either' {
            Disconnect-PoolAccount
            CompleteOnce 'Get-CognitoIdentityPool ' | Should -BeNullOrEmpty
            CompleteOnce 'Set-PoolRole shop Guest -Role ' | Should -BeNullOrEmpty
            CompleteOnce 'Set-PoolIdentityProvider shop ' | Should -BeNullOrEmpty
            Connect-PoolAccount -Sandbox | Out-Null
        }

        It 'may fail: then there is nothing to choose, and no error' {
            Set-PoolSandbox -Fault @{ Operation = 'ListIdentityPools'; Kind = 'Error'; ErrorCode = 'NotAuthorizedException'; Times = 100 }
            $Error.Clear()
            CompleteOnce 'Get-CognitoIdentityPool ' | Should -BeNullOrEmpty
            $Error.Count | Should -Be 0
        }

        It 'may hang: the prompt comes back' {
            Set-PoolSandbox -Fault @{ Operation = 'ListIdentityPools'; Kind = 'Hang'; Times = 100 }
            CompleteOnce 'Get-CognitoIdentityPool ' | Should -BeNullOrEmpty
            Calls | Should -Be 'ListIdentityPools'
        }
    }

    Context 'the rest of a pool' {
        It 'gives its providers by kind' {
            $found = Complete 'Set-PoolIdentityProvider shop '
            ($found.CompletionText | Sort-Object) | Should -Be @('CognitoUserPool', 'Google')
            ($found | Where-Object CompletionText -eq 'CognitoUserPool').ToolTip | Should -BeLike '*us-east-1_AbCdEf123 (abc)'
            (Complete 'Get-PoolIdentity shop -Provider go').CompletionText | Should -Be 'Google'
        }

        It 'gives a provider by the form that was begun' {
            (Complete 'Set-PoolIdentityProvider shop us-east-1_').CompletionText | Should -Be 'us-east-1_AbCdEf123'
            (Complete 'Set-PoolIdentityProvider shop acc').CompletionText | Should -Be 'accounts.google.com'
        }

        It 'tells two app clients of a user pool apart, in forms that the cmdlets understand' {
            Add-PoolIdentityProvider shop -UserPoolId us-east-1_AbCdEf123 -ClientId def
            $found = (Complete 'Get-PoolIdentityProvider shop ').CompletionText
            $found.Count | Should -Be 3
            foreach ($form in $found) { @(& ([scriptblock]::Create("Get-PoolIdentityProvider shop $form"))).Count | Should -Be 1 }
        }

        It 'is found through a variable and through the pipeline' {
            (Complete 'Get-PoolIdentityProvider $shop Goo').CompletionText | Should -Be 'Google'
            (Complete 'Get-CognitoIdentityPool shop | Set-PoolIdentityProvider -Provider Goo').CompletionText | Should -Be 'Google'
        }

        It 'gives its roles where only those can be meant' {
            (Complete 'Get-PoolRole shop -Role ').CompletionText | Should -Be @('shop_authenticatedrole', 'shop_guestrole')
            (Complete 'Resolve-PoolRole shop -CustomRole shop_g').CompletionText | Should -Be $shop.GuestRole
        }

        It 'gives the keys of its tags' {
            (Complete 'Set-CognitoIdentityPool shop -RemoveTag ').CompletionText | Should -Be @("'cost center'", 'team')
            (Complete 'Set-CognitoIdentityPool shop -RemoveTag te').ToolTip | Should -Be 'team = web'
        }
    }

    Context 'IAM' {
        It 'gives roles by name, or by ARN when one was begun' {
            $found = Complete 'Set-PoolRole shop Guest -Role shop_g'
            $found.CompletionText | Should -Be 'shop_guestrole'
            $found.ToolTip | Should -Be $shop.GuestRole
            (Complete "New-PoolRoleRule hd Equals x -Role $($shop.GuestRole.Substring(0, 45))").CompletionText |
                Should -Contain $shop.GuestRole
        }

        It 'gives no roles of AWS''s own services' {
            Set-PoolSandbox -Role @{ Name = 'shop_linked'; Path = '/aws-service-role/example.amazonaws.com/'
                TrustPolicy = (New-PoolTrustPolicy shop Guest) }
            (Complete 'Set-PoolRole shop Guest -Role shop_').CompletionText | Should -Be @('shop_authenticatedrole', 'shop_guestrole')
        }

        It 'gives OpenID Connect and SAML providers' {
            (Complete 'Add-PoolIdentityProvider shop -OpenIdConnectProvider ').CompletionText |
                Should -Be 'https://login.example.com/tenant'
            (Complete 'Add-PoolIdentityProvider shop -SamlProvider co').CompletionText | Should -Be 'corp'
        }
    }

    Context 'without an account' {
        BeforeEach { Disconnect-PoolAccount }
        AfterEach { Connect-PoolAccount -Sandbox | Out-Null }

        It 'there are Regions, with where they are' {
            $found = Complete 'Get-CognitoIdentityPool -Region eu-central-'
            $found.CompletionText | Should -Contain 'eu-central-1'
            ($found | Where-Object CompletionText -eq 'eu-central-1').ToolTip | Should -BeLike '*Frankfurt*'
            (Complete 'Connect-PoolAccount -Region us-gov-w').CompletionText | Should -Be 'us-gov-west-1'
        }

        It 'there are the usual claims and principal tags' {
            (Complete 'New-PoolRoleRule cognito:g').CompletionText | Should -Be 'cognito:groups'
            (Complete 'New-PoolRolePolicy -IsolateByTag ').CompletionText | Should -Be @('client', 'username')
        }

        It 'there are the public providers where no pool is named' {
            (Complete 'Remove-PoolIdentityLogin -Provider ').CompletionText |
                Should -Be @('Amazon', 'Apple', 'Facebook', 'Google', 'Twitter')
        }
    }
}

Describe 'Completion of every other argument' {
    BeforeAll {
        function Texts([string] $Line) { @((Complete $Line).CompletionText) }
        function Tip([string] $Line, [string] $Text) { ((Complete $Line) | Where-Object CompletionText -eq $Text).ToolTip }

        $account = Connect-PoolAccount -Sandbox -Region us-east-1
        Set-PoolSandbox -Time 2030-03-01T12:00:00
        $shop = New-CognitoIdentityPool shop -GuestAccess -UserPoolId us-east-1_AbCdEf123 -ClientId 1example23456789 `
            -DeveloperProviderName login.shop.example -Tag @{ 'cost center' = "R&D's" } -Provider @{
                Google = '1-a.apps.googleusercontent.com'
                RoleSetting = 'Default'
                AttributeMapping = @{ 'team:x' = 'hd' }
            }
        $first = @{ Claim = 'cognito:groups'; Operator = 'Contains'; Value = 'admins'; Role = 'shop_authenticatedrole' }
        $second = @{ Claim = 'custom:team'; Operator = 'Equals'; Value = 'web'; Role = 'shop_authenticatedrole' }
        Set-PoolIdentityProvider shop CognitoUserPool -Rule $first, $second -RoleResolution Deny -Force
        New-CognitoIdentityPool empty -NoRole -GuestAccess | Out-Null
        Set-PoolSandbox -ManagedPolicy @{ Name = 'read-files'; Document = (New-PoolRolePolicy) }
        Set-PoolRole shop Authenticated -AttachPolicy read-files
        Add-PoolSandboxIdentity shop -Count 3
        $identity = Get-PoolIdentity shop | Select-Object -First 1
        New-Item (Join-Path $TestDrive 'apple.txt'), (Join-Path $TestDrive 'has space.txt') | Out-Null
        Push-Location $TestDrive
    }
    AfterAll {
        Pop-Location
        Disconnect-PoolAccount
    }

    It 'offers no file where text is free: <_>' -ForEach @(
        'New-CognitoIdentityPool ', 'New-CognitoIdentityPool ap', 'Set-CognitoIdentityPool shop -NewName ap'
        "Set-PoolRole shop Guest -RoleName 'ap", 'Set-PoolRole shop Guest -RoleName "ap', 'New-PoolRoleRule sub -Value '
        'Connect-PoolAccount -SecretKey ', 'Get-PoolIdentity shop -CreatedBefore ap', 'Set-PoolSandbox -Latency ap'
        'Set-PoolIdentityProvider shop Google -At ap', 'Get-PoolCredential shop -Login ap', 'Connect-PoolAccount -EndpointUrl ap') {
        CompleteOnce $_ | Should -BeNullOrEmpty
    }

    It 'offers files where a path is meant: <_>' -ForEach @(
        'Set-PoolRole shop Guest -PolicyFile ap', 'Set-PoolRole shop Guest -PermissionsPolicy ap', 'New-PoolRolePolicy -Policy ap') {
        (CompleteOnce $_).ListItemText | Should -Be 'apple.txt'
    }

    It 'gives rules by number, with the rule as tooltip' {
        Texts 'Set-PoolIdentityProvider shop CognitoUserPool -RemoveRule ' | Should -Be '1', '2'
        Tip 'Set-PoolIdentityProvider shop CognitoUserPool -RemoveRule ' '2' | Should -BeLike 'custom:team Equals web -> *'
        Texts 'Set-PoolIdentityProvider shop -Provider CognitoUserPool -RemoveRule 1,' | Should -Be '1', '2'
        Texts 'Get-PoolIdentityProvider shop CognitoUserPool | Set-PoolIdentityProvider -RemoveRule ' | Should -Be '1', '2'
        Texts 'Set-PoolIdentityProvider shop CognitoUserPool -At ' | Should -Be '1', '2', '3'
        CompleteOnce 'Set-PoolIdentityProvider shop Google -RemoveRule ' | Should -BeNullOrEmpty
    }

    It 'gives the policies of the role that is meant' {
        Texts 'Set-PoolRole shop Authenticated -DetachPolicy ' | Should -Be 'read-files'
        Tip 'Set-PoolRole shop Authenticated -DetachPolicy ' 'read-files' | Should -BeLike 'arn:aws:iam::*:policy/read-files'
        CompleteOnce 'Set-PoolRole shop Guest -DetachPolicy ' | Should -BeNullOrEmpty
        Texts 'Set-PoolRole -IdentityType Authenticated -IdentityPool $shop -PolicyName ' | Should -HaveCount 1
        Texts 'Set-PoolRole empty Guest -Role shop_authenticatedrole -DetachPolicy ' | Should -Be 'read-files'
        Texts 'Set-PoolRole shop Guest -AttachPolicy ' | Should -Contain 'read-files'
        Texts 'New-PoolRole shop Guest x -AttachPolicy AmazonS3R' | Should -Be 'AmazonS3ReadOnlyAccess'
    }

    It 'gives user pools, app clients and application ids of other pools' {
        Texts 'New-CognitoIdentityPool new -UserPoolId ' | Should -Be 'us-east-1_AbCdEf123'
        Tip 'New-CognitoIdentityPool new -UserPoolId ' 'us-east-1_AbCdEf123' | Should -Be 'Used by shop'
        Texts 'Add-PoolIdentityProvider empty -UserPoolId us-east-1_AbCdEf123 -ClientId ' | Should -Be "'1example23456789'"
        CompleteOnce 'Add-PoolIdentityProvider empty -UserPoolId us-east-1_Other -ClientId ' | Should -BeNullOrEmpty
        Texts 'Add-PoolIdentityProvider empty -GoogleClientId ' | Should -Be "'1-a.apps.googleusercontent.com'"
        Texts 'Set-PoolIdentityProvider shop Google -ClientId ' | Should -Be "'1-a.apps.googleusercontent.com'"
        Texts 'New-CognitoIdentityPool new -DeveloperProviderName ' | Should -Be 'login.shop.example'
    }

    It 'never shows the consumer secret of a Twitter provider' {
        $secret = ConvertTo-SecureString 'secretsecret' -AsPlainText -Force
        $twitter = New-CognitoIdentityPool twitter -NoRole
        Add-PoolIdentityProvider twitter -TwitterConsumerKey key123 -TwitterConsumerSecret $secret
        foreach ($line in 'Add-PoolIdentityProvider empty -TwitterConsumerKey ', 'Add-PoolIdentityProvider empty -Provider ',
            'New-PoolSandboxToken twitter -Audience ', 'Set-PoolIdentityProvider twitter Twitter -ClientId ',
            'Set-PoolIdentityProvider twitter ') {
            $found = Complete $line
            $found | Should -Not -BeNullOrEmpty
            ($found | ForEach-Object { $_.CompletionText; $_.ToolTip; $_.ListItemText }) -match 'secretsecret' | Should -BeNullOrEmpty
        }
        $twitter | Remove-CognitoIdentityPool -Force
    }

    It 'gives the identities of the pool' {
        Texts 'Get-PoolCredential shop -IdentityId ' | Should -HaveCount 3
        Tip 'Get-PoolCredential shop -IdentityId ' $identity.IdentityId | Should -BeLike 'Guest, created 2030-*'
        Texts "Get-PoolCredential shop -IdentityId $($identity.IdentityId.Substring(0, 30))" | Should -Be $identity.IdentityId
    }

    It 'gives the variables that hold an account' {
        $global:other = $account
        ${global:odd name} = $account
        Texts 'Get-PoolIdentity shop -Connection ' | Should -Contain '$other'
        Texts 'Get-PoolIdentity shop -Connection ' | Should -Contain '${odd name}'
        Tip 'Get-PoolSandbox -Connection ' '$other' | Should -Be 'sandbox in us-east-1'
        Remove-Variable other, 'odd name' -Scope Global
    }

    It 'gives dates in ISO 8601 by the clock of the account, in any culture' {
        $culture = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = 'ar-SA'
            $found = Complete 'Get-PoolIdentity shop -CreatedBefore '
        }
        finally { [cultureinfo]::CurrentCulture = $culture }
        $found.CompletionText | Should -Be '2030-03-01', '2030-02-28', '2030-02-22', '2030-01-30', '2029-12-01', '2029-03-01'
        $found[2].ToolTip | Should -Be '2030-02-22: a week ago'
        Texts 'Set-PoolSandbox -Time 2029-1' | Should -Be '2029-12-01'
        Texts "Set-PoolSandbox -Time '2029-1" | Should -Be "'2029-12-01'"
    }

    It 'gives tables that the cmdlets take: <line>' -ForEach @(
        @{ line = 'Set-PoolIdentityProvider shop Google -WhatIf -AttributeMapping '; least = 5 }
        @{ line = 'Set-PoolIdentityProvider shop CognitoUserPool -WhatIf -Force -AddRule '; least = 1 }
        @{ line = 'Set-PoolSandbox -WhatIf -Fault '; least = 13 }
        @{ line = 'Set-PoolSandbox -WhatIf -RequestRate '; least = 1 }
        @{ line = 'Set-CognitoIdentityPool shop -WhatIf -Tag '; least = 2 }
        @{ line = 'New-CognitoIdentityPool new -WhatIf -NoRole -Tag '; least = 2 }
        @{ line = 'New-PoolTrustPolicy shop Authenticated -RequestTag '; least = 2 }
        @{ line = 'New-PoolRolePolicy -PrincipalTag '; least = 1 }
        @{ line = 'Resolve-PoolRole shop -Provider Google -Claims '; least = 3 }
        @{ line = 'New-PoolSandboxToken shop Google -Claim '; least = 3 }
        @{ line = 'Get-PoolOpenIdToken shop -Login '; least = 3 }) {
        $token = New-PoolSandboxToken shop Google
        $offered = Texts $line
        $offered.Count | Should -BeGreaterOrEqual $least
        foreach ($text in $offered) {
            $value = & ([scriptblock]::Create(($text -replace '^(Inactive|Default)$', "'`$1'")))
            if ($text -like '@*') { $value | Should -BeOfType hashtable }
            # A login of another provider than the token's is refused by the sign-in, not by the parameter.
            if ($text -notlike '*$token*') { { & ([scriptblock]::Create("$line$text -ErrorAction Stop")) } | Should -Not -Throw }
        }
    }

    It 'gives the attribute mappings of the pool, quoted as they must be' {
        Texts 'Set-PoolIdentityProvider shop CognitoUserPool -AttributeMapping ' | Should -Contain "@{ 'team:x' = 'hd' }"
        Texts 'Set-CognitoIdentityPool shop -Tag ' | Should -Contain "@{ 'cost center' = 'R&D''s' }"
        Tip 'Set-PoolIdentityProvider shop CognitoUserPool -AttributeMapping ' 'Inactive' | Should -Be 'No principal tags.'
    }

    It 'gives providers as tables, those of other pools first' {
        $found = Texts 'Add-PoolIdentityProvider empty -Provider '
        $found[0] | Should -BeIn "@{ UserPoolId = 'us-east-1_AbCdEf123'; ClientId = '1example23456789' }",
            "@{ Google = '1-a.apps.googleusercontent.com' }"
        foreach ($text in $found -notlike '*Saml*' -notlike '*OpenIdConnect*') {
            { & ([scriptblock]::Create("Add-PoolIdentityProvider empty -WhatIf -ErrorAction Stop -Provider $text")) } | Should -Not -Throw
        }
    }

    It 'says in the tooltip of a fault what its kind does' {
        Tip 'Set-PoolSandbox -Fault ' "@{ Operation = 'CreateRole'; Kind = 'Hang'; Times = 1 }" |
            Should -Be 'No answer arrives until the caller cancels or times out.'
    }

    It 'says in the tooltip what each choice does' {
        Texts 'Set-PoolIdentityProvider shop Google -RoleSetting ' | Should -Be 'Default', 'Rules', 'Token'
        Tip 'Set-PoolIdentityProvider shop Google -RoleSetting ' 'Rules' | Should -Be 'The role of the first rule that matches a claim of the token.'
        Tip 'Set-PoolRole shop ' 'Guest' | Should -BeLike 'Unauthenticated: *'
        Tip 'New-PoolRolePolicy -Template ' 'DenyAll' | Should -BeLike 'Denies everything*'
        Tip 'Set-PoolSandbox -Partition ' 'aws-cn' | Should -Be 'China'
        Texts 'Get-PoolIdentityProvider shop -Type Google, F' | Should -Be 'Facebook'
    }

    It 'binds choices as the engine binds an enumeration: <value>' -ForEach @(
        @{ value = 'guest' }, @{ value = 'Gu' }, @{ value = 0 }) {
        Get-PoolRole shop -IdentityType $value | ForEach-Object IdentityType | Should -Be 'Guest'
        $row = [pscustomobject]@{ IdentityPool = 'empty'; IdentityType = $value; RoleName = 'x' }
        ($row | New-PoolRole -WhatIf -ErrorAction Stop) | Should -BeNullOrEmpty
    }

    It 'names the choices, and the nearest one, when a value is none' {
        $failed = try { Get-PoolRole shop -IdentityType Gest } catch { $_ }
        $failed.FullyQualifiedErrorId | Should -BeLike 'ParameterArgumentTransformationError,*'
        "$failed" | Should -BeLike "*'Gest' is not a valid value. Did you mean 'Guest'? Specify Guest or Authenticated.*"
        { Get-PoolRole shop -IdentityType 7 } | Should -Throw '*Specify Guest or Authenticated.*'
        { New-PoolRolePolicy -Template Basik } | Should -Throw "*Did you mean 'Basic'? Specify Basic, *"
        @(Get-PoolRole shop -IdentityType ([CognitoPools.PoolIdentityType]::Guest)).IdentityType | Should -Be 'Guest'
        @(Get-PoolIdentityProvider shop -Type Google, Developer).Type | Should -Be 'Google', 'Developer'
    }

    It 'works in strict mode, in the middle of a line, and after a splatted table' {
        Set-StrictMode -Version Latest
        $line = 'Get-CognitoIdentityPool sho | Get-PoolRole'
        $place = 'Get-CognitoIdentityPool sho'.Length
        foreach ($try in 1..10) { $found = (TabExpansion2 $line $place).CompletionMatches; if ($found) { break } }
        $found.CompletionText | Should -Be 'shop'
        $global:pool = @{ IdentityPool = 'shop' }
        Texts 'Set-PoolIdentityProvider @pool -Provider Goo' | Should -Be 'Google'
        $global:piped = $shop
        Texts '$piped | Set-PoolIdentityProvider -Provider Goo' | Should -Be 'Google'
        Texts "'shop' | Set-PoolIdentityProvider -Provider Goo" | Should -Be 'Google'
        Remove-Variable pool, piped -Scope Global
    }
}

Describe 'Completion of a Region or an account that only the run tells' {
    BeforeAll {
        Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
        New-CognitoIdentityPool shop -NoRole -GuestAccess | Out-Null
        New-CognitoIdentityPool shine -NoRole -GuestAccess -Region eu-west-1 | Out-Null
    }
    AfterAll { Disconnect-PoolAccount }

    It 'offers nothing rather than names of another one: <_>' -ForEach @(
        'Get-CognitoIdentityPool -Connection (Get-Other) -IdentityPool sh'
        'Get-CognitoIdentityPool -Connection $nobody -IdentityPool sh'
        'Get-CognitoIdentityPool -ProfileName (Get-Other) -IdentityPool sh'
        'Get-CognitoIdentityPool -ProfileName $nobody -IdentityPool sh'
        'Get-CognitoIdentityPool -Region (Get-Other) -IdentityPool sh'
        'Get-CognitoIdentityPool -Region $nobody -IdentityPool sh') {
        CompleteOnce $_ | Should -BeNullOrEmpty
    }

    It 'knows $PSDefaultParameterValues' {
        $before = $global:PSDefaultParameterValues
        try {
            $global:PSDefaultParameterValues = @{ '*-CognitoIdentityPool:Region' = 'eu-west-1' }
            (Complete 'Get-CognitoIdentityPool sh').CompletionText | Should -Be 'shine'
            $global:PSDefaultParameterValues = @{ '*-CognitoIdentityPool:ProfileName' = { 'work' } }
            CompleteOnce 'Get-CognitoIdentityPool sh' | Should -BeNullOrEmpty
        }
        finally { $global:PSDefaultParameterValues = $before }
    }
}

Describe 'Completion in a large and slow account' {
    BeforeAll {
        Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
        foreach ($number in 1..400) { New-CognitoIdentityPool ('pool{0:000}' -f $number) -NoRole -GuestAccess -Confirm:$false | Out-Null }
        CompleteOnce 'Get-CognitoIdentityPool pool' | Out-Null
        Set-PoolSandbox -Latency 0:00:00.2 -Advance 1:00:00 -ClearCall
    }
    AfterAll { Disconnect-PoolAccount }

    It 'answers within a second with the pools that were listed, and with all of them soon' {
        $watch = [Diagnostics.Stopwatch]::StartNew()
        $first = CompleteOnce 'Get-CognitoIdentityPool pool'
        $watch.Stop()
        $watch.Elapsed.TotalSeconds | Should -BeLessThan 2
        $first.Count | Should -BeLessThan 400
        # The listing goes on in the background: seven pages of 60, and one is read once.
        foreach ($try in 1..40) {
            $all = CompleteOnce 'Get-CognitoIdentityPool pool'
            if ($all.Count -eq 400) { break }
        }
        $all.Count | Should -Be 400
        @((Get-PoolSandbox).Calls | Where-Object Operation -eq ListIdentityPools).Count | Should -BeLessOrEqual 14
    }
}

Describe 'A name that is one letter off' {
    BeforeEach { $ErrorActionPreference = 'Continue' }
    BeforeAll {
        Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
        New-CognitoIdentityPool shop -NoRole -GuestAccess -Provider @{ Google = '1-a.apps.googleusercontent.com' } | Out-Null
        New-CognitoIdentityPool billing -NoRole -GuestAccess | Out-Null
    }
    AfterAll { Disconnect-PoolAccount }

    It '<typed> gets the question for <meant>' -ForEach @(
        @{ typed = 'shpo'; meant = 'shop' }, @{ typed = 'SHOP'; meant = 'shop' }, @{ typed = 'biling'; meant = 'billing' }) {
        Set-PoolSandbox -ClearCall
        $failed = Get-CognitoIdentityPool $typed 2>&1
        "$failed" | Should -BeLike "*Did you mean '$meant'? Names are*"
        @((Get-PoolSandbox).Calls | Where-Object Operation -eq ListIdentityPools).Count | Should -Be 1
    }

    It 'of nothing near gets none' { "$(Get-CognitoIdentityPool elsewhere 2>&1)" | Should -Not -BeLike '*Did you mean*' }

    It 'of a provider gets the question, too' {
        "$(Set-PoolIdentityProvider shop Gogle -RoleSetting Default 2>&1)" | Should -BeLike "*Did you mean 'Google'? Its providers are: *"
        "$(Resolve-PoolRole shop -Provider Goggle -Claims @{ sub = '1' } 2>&1)" | Should -BeLike "*Did you mean 'Google'?*"
    }

    It 'of a Region gets the question, too' {
        { Get-CognitoIdentityPool shop -Region us-east1 } | Should -Throw "*Did you mean 'us-east-1'*"
    }
}
