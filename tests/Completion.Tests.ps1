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

Describe 'A name that is one letter off' {
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
        "$(Set-PoolIdentityProvider shop Gogle -RoleSetting Default 2>&1)" | Should -BeLike "*Did you mean 'Google'? It has: *"
        "$(Resolve-PoolRole shop -Provider Goggle -Claims @{ sub = '1' } 2>&1)" | Should -BeLike "*Did you mean 'Google'?*"
    }

    It 'of a Region gets the question, too' {
        { Get-CognitoIdentityPool shop -Region us-east1 } | Should -Throw "*Did you mean 'us-east-1'*"
    }
}
