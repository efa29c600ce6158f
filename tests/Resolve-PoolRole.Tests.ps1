BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
}

Describe 'Resolve-PoolRole' {
    BeforeEach {
        Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
        $pool = New-CognitoIdentityPool shop -GuestAccess -UserPoolId us-east-1_AbCdEf123 -ClientId abc `
            -Provider @{ Google = '1-a.apps.googleusercontent.com' }
        $trust = New-PoolTrustPolicy shop Authenticated -TagSession -Compact
        Set-PoolSandbox -Role @{ Name = 'one'; TrustPolicy = $trust },
            @{ Name = 'two'; TrustPolicy = $trust.Replace('us-east-1:', 'us-east-2:') }
        Set-PoolIdentityProvider shop CognitoUserPool -AttributeMapping @{ team = 'custom:team' } -Rule `
            @{ Claim = 'custom:team'; Value = 'ops'; Role = 'one' },
            @{ Claim = 'custom:team'; Operator = 'StartsWith'; Value = 'w'; Role = 'one' }
        $issuer = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123'
        $claims = @{ iss = $issuer; aud = 'abc'; sub = 'user-42'; 'custom:team' = 'web' }
        $one = 'arn:aws:iam::123456789012:role/one'
        function ConvertTo-Part($text) { [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($text)).TrimEnd('=').Replace('+', '-').Replace('/', '_') }
        Set-PoolSandbox -ClearCall
    }
    AfterEach { Disconnect-PoolAccount }

    It 'says role, rule, rules passed over, tags, trust and who it is' {
        $decision = Resolve-PoolRole shop -Claim $claims
        $decision.Role | Should -Be $one
        $decision.Subject | Should -Be 'user-42'
        $decision.IdentityType | Should -Be 'Authenticated'
        $decision.Provider | Should -Be 'cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123:abc'
        $decision.Rule.Value | Should -Be 'w'
        $decision.PassedOver | Should -HaveCount 1
        $decision.PassedOver[0] | Should -BeLike "Rule 1*custom:team is 'web'"
        $decision.PrincipalTags['team'] | Should -Be 'web'
        $decision.Trusted | Should -Be $true
        $decision.Assumptions | Should -HaveCount 0
        (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
    }

    It 'takes claims as <form>' `
        -ForEach @(@{ form = 'JSON' }, @{ form = 'an object' }, @{ form = 'a token' }, @{ form = 'a SecureString' }) {
        $json = '{"iss":"' + $issuer + '","aud":"abc","sub":"user-42","exp":4102444800,"custom:team":"ops"}'
        $token = "$(ConvertTo-Part '{"alg":"none"}').$(ConvertTo-Part $json)."
        $given = switch ($form) {
            'JSON' { $json }
            'an object' { $json | ConvertFrom-Json }
            'a token' { $token }
            'a SecureString' { ConvertTo-SecureString $token -AsPlainText -Force }
        }
        $decision = Resolve-PoolRole shop -Claim $given
        $decision.Rule.Value | Should -Be 'ops'
    }

    It 'tries many users of the pipeline, and reads the pool once' {
        $decisions = 'web', 'ops', 'hr' | ForEach-Object { [pscustomobject]@{ sub = $_; 'custom:team' = $_ } } |
            Resolve-PoolRole shop -Provider CognitoUserPool
        $decisions.Subject | Should -Be @('web', 'ops', 'hr')
        ($decisions | ForEach-Object { if ($_.Role) { $_.Rule.Value } else { 'none' } }) | Should -Be @('w', 'ops', 'none')
        $decisions[2].Reason | Should -BeLike '*the role resolution is Deny*'
        @((Get-PoolSandbox).Calls | Where-Object Operation -eq 'DescribeIdentityPool').Count | Should -Be 1
    }

    It 'says of a guest what the service cuts off' {
        Set-PoolRole shop Guest `
            -PermissionsPolicy '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:GetObject","ec2:RunInstances"],"Resource":"*"}]}'
        $decision = Resolve-PoolRole shop -Guest
        $decision.Role | Should -Be $pool.GuestRole
        $decision.Trusted | Should -Be $true
        $decision.GuestCeilingCuts | Should -Be @('ec2:RunInstances')
        Set-PoolGuestAccess shop -Disable
        (Resolve-PoolRole shop -Guest).Role | Should -BeNullOrEmpty
    }

    It 'says that the role would refuse' {
        Set-PoolSandbox -Role @{ Name = 'one'; TrustPolicy = $trust.Replace('us-east-1:', 'us-east-2:') }
        $decision = Resolve-PoolRole shop -Claim $claims
        $decision.Trusted | Should -Be $false
        $decision.TrustReason | Should -BeLike '*the condition on aud is*but must be*'
    }

    It 'calls nothing for a pool object, and tries rules before they are set' {
        $read = Get-CognitoIdentityPool shop
        Set-PoolSandbox -ClearCall
        $decision = Resolve-PoolRole $read -Claim $claims
        $decision.Role | Should -Be $one
        $null -eq $decision.Trusted | Should -BeTrue
        (Get-PoolSandbox).Calls | Should -HaveCount 0
        (Resolve-PoolRole $read -Claim $claims -CheckTrust).Trusted | Should -Be $true
    }

    It 'names what it assumed' {
        $decision = Resolve-PoolRole shop -Claim @{ iss = $issuer; aud = 'abc'; 'custom:team' = 'hr', 'web' }
        $decision.Rule.Value | Should -Be 'w'
        $decision.Assumptions[0] | Should -BeLike 'A claim with several values*'
    }

    It 'checks a custom role' {
        (Resolve-PoolRole shop -Claim $claims -CustomRole $one).Role | Should -Be $one
        (Resolve-PoolRole shop -Claim $claims -CustomRole $pool.AuthenticatedRole).Role | Should -BeNullOrEmpty
        { Resolve-PoolRole shop -Claim $claims -CustomRole one -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidCustomRole,*'
    }

    It 'wants to know the provider where nothing tells it, and finds it by app client' {
        { Resolve-PoolRole shop -Claim @{ sub = 'x' } -ErrorAction Stop } | Should -Throw -ErrorId 'ProviderMissing,*'
        { Resolve-PoolRole shop -Claim @{ iss = 'https://login.example.com' } -ErrorAction Stop } |
            Should -Throw -ErrorId 'ProviderNotConfigured,*'
        { Resolve-PoolRole shop -Claim $claims -Provider Facebook -ErrorAction Stop } |
            Should -Throw -ErrorId 'ProviderNotFound,*'
        Add-PoolIdentityProvider shop -UserPoolId us-east-1_AbCdEf123 -ClientId second
        (Resolve-PoolRole shop -Claim @{ iss = $issuer; aud = 'second' }).Provider | Should -BeLike '*:second'
        (Resolve-PoolRole shop -Claim @{ aud = 'second' } -Provider us-east-1_AbCdEf123).Provider | Should -BeLike '*:second'
        { Resolve-PoolRole shop -Claim @{ aud = 'second' } -Provider us-east-1_AbCdEf123:abc -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidProvider,*'
        { Resolve-PoolRole shop -Claim @{ iss = $issuer } -ErrorAction Stop } | Should -Throw -ErrorId 'ProviderAmbiguous,*'
        { Resolve-PoolRole shop -Claim @{ iss = $issuer; aud = 'third' } -ErrorAction Stop } |
            Should -Throw -ErrorId 'TokenOfOtherApplication,*'
        (Resolve-PoolRole shop -Claim @{ iss = 'https://accounts.google.com'; sub = 'g' }).Provider | Should -Be 'accounts.google.com'
    }

    It 'refuses <what> as Get-PoolCredential does, and gives no role' -ForEach @(
        @{ what = 'an access token'; id = 'TokenLacksClaim'; change = @{ token_use = 'access'; client_id = 'abc'; aud = $null } }
        @{ what = 'a token for another app client'; id = 'TokenOfOtherApplication'; change = @{ aud = 'other' } }
        @{ what = 'a token without an audience'; id = 'TokenLacksClaim'; change = @{ aud = $null } }
        @{ what = 'a token without a user'; id = 'TokenLacksClaim'; change = @{ sub = $null } }
        @{ what = 'a token of an unknown issuer'; id = 'ProviderNotConfigured'; change = @{ iss = 'https://login.example.com' } }
    ) {
        $token = New-PoolSandboxToken shop CognitoUserPool -Claim $change
        $key = if ($change.iss) { 'login.example.com' } else { 'us-east-1_AbCdEf123' }
        $errors = { Resolve-PoolRole shop -Claim $token -ErrorAction Stop },
            { Get-PoolCredential shop -Login @{ $key = $token } -ErrorAction Stop } |
            ForEach-Object { try { & $_; 'no error' } catch { $_ } }
        foreach ($refused in $errors) { $refused.FullyQualifiedErrorId | Should -BeLike "$id,*" }
        $errors[0].ErrorDetails.Message | Should -Be $errors[1].ErrorDetails.Message
        $errors[0].CategoryInfo.Category | Should -Be $errors[1].CategoryInfo.Category
        { Get-CognitoIdentityPool shop | Resolve-PoolRole -Claim $token -ErrorAction Stop } | Should -Throw -ErrorId "$id,*"
    }

    It 'refuses the claims of an access token, and a token that an identity pool issued' {
        $claims.token_use = 'access'
        { Resolve-PoolRole shop -Claim $claims -ErrorAction Stop } | Should -Throw -ErrorId 'TokenLacksClaim,*'
        Set-PoolIdentityProvider shop CognitoUserPool -RoleSetting Default
        Set-CognitoIdentityPool shop -BasicFlow Active
        $token = Get-PoolOpenIdToken shop -Login @{ Google = New-PoolSandboxToken shop Google }
        { Resolve-PoolRole shop -Claim $token -ErrorAction Stop } | Should -Throw -ErrorId 'TokenOfOtherIssuer,*'
    }

    It 'takes a token whose end has passed' {
        $token = New-PoolSandboxToken shop Google -Duration -0:05:00
        (Resolve-PoolRole shop -Claim $token).Role | Should -Be $pool.AuthenticatedRole
    }

    It 'holds the audience of an OpenID Connect token against IAM, or says that it could not' {
        Set-PoolSandbox -OpenIdConnectProvider https://login.example.com
        Add-PoolIdentityProvider shop -OpenIdConnectProvider login.example.com
        $claims = @{ iss = 'https://login.example.com/'; sub = '1'; aud = 'other' }
        { Resolve-PoolRole shop -Claim $claims -ErrorAction Stop } | Should -Throw -ErrorId 'TokenOfOtherApplication,*'
        $decision = Get-CognitoIdentityPool shop | Resolve-PoolRole -Claim $claims
        $decision.Assumptions | Should -Contain 'The audience of an OpenID Connect token is assumed to be one that IAM has for the provider.'
        $claims.aud = 'sandbox'
        Set-PoolSandbox -ClearCall
        1..3 | ForEach-Object { $claims } | Resolve-PoolRole shop |
            ForEach-Object { $_.Assumptions | Should -BeNullOrEmpty }
        @((Get-PoolSandbox).Calls | Where-Object Operation -eq GetOpenIDConnectProvider) | Should -HaveCount 1
    }

    It 'says of a principal tag that STS may refuse it, and warns of such a mapping' {
        $claims['custom:team'] = 'w#1'
        (Resolve-PoolRole shop -Claim $claims).Assumptions | Should -BeLike "*that STS does not allow*"
        Set-PoolIdentityProvider shop CognitoUserPool -AttributeMapping @{ 'te#am' = 'custom:team' } `
            -WarningVariable warned -WarningAction SilentlyContinue
        "$warned" | Should -BeLike "*'te#am': the key of a session tag*"
        Set-PoolIdentityProvider shop CognitoUserPool -AttributeMapping @{ 'Team/1' = 'custom:team' } `
            -WarningVariable none -WarningAction SilentlyContinue
        "$none" | Should -Not -BeLike '*session tag*'
    }

    It 'refuses what are no claims and does not repeat it' {
        { Resolve-PoolRole shop -Claim 'eyJsecret.payload' -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidClaim,*' -ExpectedMessage '*three parts*'
        try { Resolve-PoolRole shop -Claim 'eyJsecret.payload' -ErrorAction Stop } catch { "$_" | Should -Not -Match 'secret' }
        { Resolve-PoolRole shop -Claim 42 -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidClaim,*'
    }

    It 'takes pools from the pipeline: <how>' -ForEach @(
        @{ how = 'guests'; resolve = { Get-CognitoIdentityPool | Resolve-PoolRole -Guest } }
        @{ how = 'guests of names'; resolve = { 'first', 'second' | Resolve-PoolRole -Guest } }
        @{ how = 'one user'; resolve = { Get-CognitoIdentityPool | Resolve-PoolRole -Claim @{ sub = '42' } -Provider Google } }
        @{ how = 'one user of names'; resolve = { 'first', 'second' | Resolve-PoolRole -Claim @{ sub = '42' } } }
    ) {
        Get-CognitoIdentityPool | Remove-CognitoIdentityPool -Force
        $made = 'first', 'second' |
            ForEach-Object { New-CognitoIdentityPool $_ -GuestAccess -Provider @{ Google = '1-a.apps.googleusercontent.com' } }
        $found = & $resolve
        ($found.IdentityPoolId | Sort-Object) | Should -Be ($made.IdentityPoolId | Sort-Object)
        ($found.Role | Sort-Object) |
            Should -Be ($(if ($how -like 'guests*') { $made.GuestRole } else { $made.AuthenticatedRole }) | Sort-Object)
    }

    It 'reads a pool once for all the users of a pipeline' {
        Set-PoolSandbox -ClearCall
        1..5 | ForEach-Object { @{ sub = "$_" } } | Resolve-PoolRole shop -Provider Google | Should -HaveCount 5
        @((Get-PoolSandbox).Calls | Where-Object Operation -eq DescribeIdentityPool) | Should -HaveCount 1
    }

    It 'answers for the claims with -Guest:$false, and wants claims or a guest' {
        $claims = @{ sub = '1'; iss = 'https://accounts.google.com' }
        (Resolve-PoolRole shop $claims -Provider Google -Guest:$false).IdentityType | Should -Be 'Authenticated'
        { Resolve-PoolRole shop -Guest:$false -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidClaim,*' -ExpectedMessage '*-Claim or -Guest*'
        { Resolve-PoolRole shop $claims -Guest -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidClaim,*'
        { Resolve-PoolRole shop -Guest -CustomRole arn:aws:iam::123456789012:role/one -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidCustomRole,*'
    }
}
