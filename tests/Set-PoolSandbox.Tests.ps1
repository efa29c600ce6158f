BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
}

Describe 'Set-PoolSandbox' {
    BeforeEach { Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null }
    AfterEach { Disconnect-PoolAccount }

    It 'sets what is named and leaves the rest' {
        Set-PoolSandbox -Latency 0:00:00.010 -RequestRate @{ ListIdentities = 5 }
        $sandbox = Set-PoolSandbox -IamDelay 0:00:03 -PassThru
        $sandbox.Latency.TotalMilliseconds | Should -Be 10
        $sandbox.IamDelay.TotalSeconds | Should -Be 3
        $sandbox.RequestRates['ListIdentities'] | Should -Be 5
    }

    It 'makes a call fail with the error that the fault names' {
        Set-PoolSandbox -Fault @{ Operation = 'ListIdentityPools'; ErrorCode = 'NotAuthorizedException'; Message = 'Told to fail.' }
        { Get-CognitoIdentityPool -ErrorAction Stop } | Should -Throw -ErrorId 'NotAuthorized,*' -ExpectedMessage '*Told to fail.*'
        { Get-CognitoIdentityPool -ErrorAction Stop } | Should -Not -Throw
    }

    It 'drops the faults with -ClearFault' {
        Set-PoolSandbox -Fault @{ Operation = 'ListIdentityPools'; ErrorCode = 'NotAuthorizedException' }
        Set-PoolSandbox -ClearFault
        (Get-PoolSandbox).Faults | Should -BeNullOrEmpty
        { Get-CognitoIdentityPool -ErrorAction Stop } | Should -Not -Throw
    }

    It 'moves the clock' {
        Set-PoolSandbox -Time 2025-05-01T10:00:00Z
        $before = (Get-PoolSandbox).Time
        Set-PoolSandbox -Advance 2.00:00:00
        ((Get-PoolSandbox).Time - $before).TotalDays | Should -BeGreaterThan 1.99
    }

    It 'refuses a date that two readers read differently' {
        { Set-PoolSandbox -Time '03/04/2024' } |
            Should -Throw -ErrorId 'ParameterArgumentTransformationError,*' -ExpectedMessage '*ISO 8601*'
    }

    It 'refuses <text>' -ForEach @(
        @{ text = 'a fault without an operation'; fault = @{ Kind = 'Throttle' } }
        @{ text = 'an unknown kind of fault'; fault = @{ Operation = 'GetRole'; Kind = 'Meteor' } }
        @{ text = 'an unknown setting of a fault'; fault = @{ Operation = 'GetRole'; Colour = 'red' } }
        @{ text = 'an error without a code'; fault = @{ Operation = 'GetRole' } }
        @{ text = 'a delay of another kind'; fault = @{ Operation = 'GetRole'; Kind = 'Hang'; Delay = '0:0:1' } }
        @{ text = 'a delay that is none'; fault = @{ Operation = 'GetRole'; Kind = 'Slow'; Delay = 'long' } }
        @{ text = 'a delay of years'; fault = @{ Operation = 'GetRole'; Kind = 'Slow'; Delay = [timespan]::MaxValue } }
    ) {
        { Set-PoolSandbox -Fault $fault -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidFault,*'
    }

    It 'names the fault, the rate or the time that is wrong: <message>' -ForEach @(
        @{ wrong = @{ Fault = @{ Operation = '*'; Kind = 'Throttle' }, @{ Operation = 'GetRole'; Times = 'x' } }
            message = "Fault 2: 'Times' must be a whole number above zero; got 'x'.*" }
        @{ wrong = @{ Fault = @{ Kind = 'Throttle' } }; message = "Fault 1: the key 'Operation' is missing.*" }
        @{ wrong = @{ Fault = @{ Operation = '*'; Kind = 'Throttle' }, @{ Operation = 'GetRole' } }
            message = 'Fault 2: a fault of the kind Error requires an ErrorCode.*' }
        @{ wrong = @{ Fault = @{ Operation = 'CreateRole', 'GetRole'; Kind = 'Throttle' } }
            message = "Fault 1: 'Operation' must be the name of one operation, not a list.*" }
        @{ wrong = @{ Fault = @{ Operation = 'GetRole'; Kind = 'Meteor' } }; message = "Fault 1: 'Kind' must be Error,*; got 'Meteor'.*" }
        @{ wrong = @{ RequestRate = @{ ListIdentities = 0.0001 } }
            message = "The rate of ListIdentities must be a number from 0.001 to 1000000; got '0.0001'.*" }
        @{ wrong = @{ Advance = [timespan]::FromDays(2600000) }; message = '*would move the clock past 9000-01-01.*' }
        @{ wrong = @{ Advance = [timespan]::FromDays(-1) }; message = '*must not be negative.*' }
    ) {
        { Set-PoolSandbox @wrong -ErrorAction Stop } | Should -Throw -ExpectedMessage $message
    }

    It 'refuses a misspelt operation with the nearest name' {
        Set-PoolSandbox -Fault @{ Operation = 'deleterole'; Kind = 'Throttle' }, @{ Operation = '*'; Kind = 'Slow'; Delay = '0:0:0' }
        (Get-PoolSandbox).Faults.Operation | Should -Be 'DeleteRole', '*'
        { Set-PoolSandbox -Fault @{ Operation = 'DeletIdentityPool'; Kind = 'Throttle' } -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidFault,*' -ExpectedMessage "*'DeletIdentityPool'*Did you mean DeleteIdentityPool?*"
        { Set-PoolSandbox -RequestRate @{ ListIdentites = 5 } -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidRequestRate,*' -ExpectedMessage '*Did you mean ListIdentities?*'
        { Set-PoolSandbox -RequestRate @{ '*' = 5 } -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidRequestRate,*'
        (Get-PoolSandbox).RequestRates.Count | Should -Be 0
    }

    It 'refuses <name> out of its range, and says the range' -ForEach @(
        @{ name = 'RequestRate'; value = @{ ListIdentities = [double]::Epsilon }; range = '*0.001 to 1000000*' }
        @{ name = 'Latency'; value = [timespan]::MaxValue; range = '*zero to 24 days*' }
        @{ name = 'IamDelay'; value = [timespan]::MaxValue; range = '*zero to 24 days*' }
        @{ name = 'Advance'; value = [timespan]::MaxValue; range = '*would move the clock past 9000-01-01.*' }
        @{ name = 'Time'; value = [datetimeoffset]::MaxValue; range = '*1970-01-01 to 9000-01-01*' }
    ) {
        $setting = @{ $name = $value }
        { Set-PoolSandbox @setting -ErrorAction Stop } | Should -Throw -ErrorId "Invalid$name,*" -ExpectedMessage $range
    }

    It 'sets nothing with -WhatIf' {
        Set-PoolSandbox -Latency 0:00:05 -WhatIf
        (Get-PoolSandbox).Latency.TotalSeconds | Should -Be 0
    }

    It 'adds roles to IAM, and gives one that is there another trust policy' {
        New-CognitoIdentityPool shop -NoRole -WarningAction SilentlyContinue | Out-Null
        Set-PoolSandbox -Role @{ Name = 'staff'; Path = '/team/'; TrustPolicy = (New-PoolTrustPolicy shop Guest) }
        { Set-PoolRole shop Authenticated -Role staff -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidRole,*'
        Set-PoolSandbox -Role @{ Name = 'staff'; TrustPolicy = (New-PoolTrustPolicy shop Authenticated) }
        (Set-PoolRole shop Authenticated -Role staff -PassThru).RoleArn | Should -Be 'arn:aws:iam::123456789012:role/team/staff'
        { Set-PoolSandbox -Role @{ TrustPolicy = '{}' } -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidRole,*'
    }

    It 'adds to the partition of the connection''s Region in <region>' -ForEach @(
        @{ region = 'us-east-1'; partition = 'aws' }
        @{ region = 'us-gov-west-1'; partition = 'aws-us-gov' }
        @{ region = 'us-gov-east-1'; partition = 'aws-us-gov' }
        @{ region = 'cn-north-1'; partition = 'aws-cn' }
        @{ region = 'eusc-de-east-1'; partition = 'aws-eusc' }
    ) {
        Connect-PoolAccount -Sandbox -Region $region | Out-Null
        New-CognitoIdentityPool shop -NoRole -WarningAction SilentlyContinue | Out-Null
        Set-PoolSandbox -OpenIdConnectProvider https://login.example.com -SamlProvider okta -Role @{
            Name = 'users'; TrustPolicy = (New-PoolTrustPolicy shop Authenticated)
        } -ManagedPolicy @{ Name = 'Ours'; Document = (New-PoolRolePolicy) }
        Set-PoolRole shop Authenticated -Role users -AttachPolicy Ours
        (Get-CognitoIdentityPool shop).AuthenticatedRole | Should -Be "arn:${partition}:iam::123456789012:role/users"
        Add-PoolIdentityProvider shop -OpenIdConnectProvider login.example.com
        Add-PoolIdentityProvider shop -SamlProvider okta
        (Get-PoolIdentityProvider shop).Name | Should -Be "arn:${partition}:iam::123456789012:oidc-provider/login.example.com",
            "arn:${partition}:iam::123456789012:saml-provider/okta"
    }

    It 'adds to the partition that -Partition names' {
        $id = 'us-gov-west-1:12345678-1234-1234-1234-123456789012'
        Set-PoolSandbox -Partition aws-us-gov -Role @{ Name = 'users'; TrustPolicy = (New-PoolTrustPolicy $id Guest) }
        New-CognitoIdentityPool shop -NoRole -WarningAction SilentlyContinue | Out-Null
        { Set-PoolRole shop Guest -Role users -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidRole,*'
        New-CognitoIdentityPool shop -NoRole -Region us-gov-west-1 -WarningAction SilentlyContinue | Out-Null
        { Set-PoolRole shop Guest -Role users -RepairTrust -Region us-gov-west-1 -ErrorAction Stop } | Should -Not -Throw
        { Set-PoolSandbox -Partition aws-us-gov -ErrorAction Stop } | Should -Throw -ErrorId '*,*' -ExpectedMessage '*-Role*'
    }

    It 'keeps the slash of an issuer, and finds the provider by <form>' -ForEach @(
        @{ form = 'arn:aws:iam::123456789012:oidc-provider/tenant.auth0.com/' }
        @{ form = 'arn:aws:iam::123456789012:oidc-provider/tenant.auth0.com' }
        @{ form = 'https://tenant.auth0.com/' }
        @{ form = 'https://tenant.auth0.com' }
        @{ form = 'tenant.auth0.com' }
    ) {
        Set-PoolSandbox -OpenIdConnectProvider 'arn:aws:iam::123456789012:oidc-provider/tenant.auth0.com/'
        New-CognitoIdentityPool shop -UserPoolId us-east-1_AbCdEf123 -ClientId 1x | Out-Null
        Add-PoolIdentityProvider shop -OpenIdConnectProvider $form
        $provider = Get-PoolIdentityProvider shop $form
        $provider.Name | Should -Be 'arn:aws:iam::123456789012:oidc-provider/tenant.auth0.com/'
        $provider.LoginKey | Should -Be 'tenant.auth0.com'
        foreach ($issuer in 'https://tenant.auth0.com/', 'https://tenant.auth0.com') {
            $token = New-PoolSandboxToken shop $form -Issuer $issuer
            (Get-PoolCredential shop -Login @{ $form = $token }).RoleArn | Should -BeLike '*shop_authenticatedrole'
            (Resolve-PoolRole shop -Claim $token).Role | Should -BeLike '*shop_authenticatedrole'
        }
        Remove-PoolIdentityProvider shop $form -Force
        Get-PoolIdentityProvider shop OpenIdConnect -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
    }

    It 'takes a user pool of the European Sovereign Cloud' {
        Connect-PoolAccount -Sandbox -Region eusc-de-east-1 | Out-Null
        (New-CognitoIdentityPool shop -UserPoolId eusc-de-east-1_AbCdEf123 -ClientId 1x).Providers[0].Name |
            Should -Be 'cognito-idp.eusc-de-east-1.amazonaws.eu/eusc-de-east-1_AbCdEf123'
    }

    It 'warns in us-gov-east-1 of role names that leave no room for a session''s name' {
        Connect-PoolAccount -Sandbox -Region us-gov-east-1 | Out-Null
        New-CognitoIdentityPool shop -UserPoolId us-gov-east-1_AbCdEf123 -ClientId 1x -WarningVariable warned -WarningAction SilentlyContinue
        "$warned" | Should -BeLike '*shop_authenticatedrole*24 characters*at most 20*'
        New-CognitoIdentityPool mall -UserPoolId us-gov-east-1_AbCdEf123 -ClientId 1x -AuthenticatedRoleName mall-users `
            -WarningVariable warned
        $warned | Should -BeNullOrEmpty
    }

    It 'reads the text <text> of AwsManaged as <owner>' -ForEach @(
        @{ text = 'true'; owner = 'aws' }
        @{ text = 'False'; owner = '123456789012' }
    ) {
        Set-PoolSandbox -ManagedPolicy @{ Name = 'Row'; Document = (New-PoolRolePolicy); AwsManaged = $text }
        New-CognitoIdentityPool shop -GuestAccess | Out-Null
        Set-PoolRole shop Guest -AttachPolicy Row
        (Get-PoolRole shop -IdentityType Guest -IncludePolicy).Policies.Arn | Should -Contain "arn:aws:iam::${owner}:policy/Row"
    }

    It 'refuses a text that is neither true nor false for AwsManaged' {
        { Set-PoolSandbox -ManagedPolicy @{ Name = 'Row'; Document = '{}'; AwsManaged = 'perhaps' } -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidManagedPolicy,*'
    }

    It 'explains what is wrong without .NET''s parameter names' {
        Set-PoolSandbox -SamlProvider okta
        { Set-PoolSandbox -SamlProvider okta -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidSamlProvider,*' -ExpectedMessage "*okta' already exists in the sandbox.*"
        { Set-PoolSandbox -Role @{ Name = 'staff' } -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidRole,*' -ExpectedMessage "*'staff'*must have a TrustPolicy*"
    }

    It 'adds managed policies to IAM' {
        New-CognitoIdentityPool shop -GuestAccess | Out-Null
        Set-PoolSandbox -ManagedPolicy @{ Name = 'Theirs'; Document = (New-PoolRolePolicy); AwsManaged = $true },
            @{ Name = 'Ours'; Document = (New-PoolRolePolicy) }
        Set-PoolRole shop Guest -AttachPolicy Theirs, Ours
        (Get-PoolRole shop -IdentityType Guest -IncludePolicy).Policies.Arn |
            Should -Be @($null, 'arn:aws:iam::123456789012:policy/Ours', 'arn:aws:iam::aws:policy/Theirs')
    }
}
