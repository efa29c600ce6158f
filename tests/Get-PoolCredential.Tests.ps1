BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')

    # The exception is the service's own; what the user reads is in the error's details.
    function Assert-Refused([scriptblock]$Call, [string]$Id, [string]$Text = '*') {
        $refusal = $null
        try { & $Call | Out-Null } catch { $refusal = $_ }
        $refusal.FullyQualifiedErrorId | Should -BeLike "$Id,*"
        "$($refusal.ErrorDetails.Message) $($refusal.ErrorDetails.RecommendedAction)" | Should -BeLike $Text
    }
}

Describe 'Get-PoolCredential' {
    BeforeEach {
        Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
        Set-PoolSandbox -SamlProvider okta -OpenIdConnectProvider https://login.example.com
        $pool = New-CognitoIdentityPool shop -GuestAccess -BasicFlow Active -UserPoolId us-east-1_AbCdEf123 -ClientId abc `
            -Provider @{ Google = '1-a.apps.googleusercontent.com' }, @{ Saml = 'okta' }, @{ OpenIdConnect = 'https://login.example.com' }
        $trust = New-PoolTrustPolicy shop Authenticated -TagSession -Compact
        Set-PoolSandbox -Role @{ Name = 'one'; TrustPolicy = $trust }, @{ Name = 'two'; TrustPolicy = $trust } -ClearCall
        $one = 'arn:aws:iam::123456789012:role/one'
        $two = 'arn:aws:iam::123456789012:role/two'
    }
    AfterEach { Disconnect-PoolAccount }

    Context 'in the enhanced flow' {
        It 'gets a guest credentials of the guest role' {
            $credential = Get-PoolCredential shop
            $credential.IdentityId | Should -BeLike 'us-east-1:*'
            $credential.AccessKeyId | Should -BeLike 'ASIA*'
            $credential.AccessKey | Should -Be $credential.AccessKeyId
            $credential.SecretKey | Should -Not -BeNullOrEmpty
            $credential.SessionToken | Should -Not -BeNullOrEmpty
            $credential.RoleName | Should -Be 'shop_guestrole'
            $credential.RoleArn | Should -Be $pool.GuestRole
            $credential.Flow | Should -Be 'Enhanced'
            $credential.Expiration | Should -BeGreaterThan (Get-Date)
            (Get-PoolIdentity shop).IdentityType | Should -Be 'Guest'
        }

        It 'tells the ARN of the role by <how>' -ForEach @(
            @{ how = 'the pool'; call = { Get-PoolCredential $pool.IdentityPoolId }; refused = 'GetRole'; arn = $true }
            @{ how = 'IAM'; call = { Get-PoolCredential $pool.IdentityPoolId }; refused = 'GetIdentityPoolRoles'; arn = $true }
            @{ how = 'IAM, where only the identity is given'; refused = 'GetIdentityPoolRoles'; arn = $true
                call = { Get-PoolCredential -IdentityId (Get-PoolCredential shop).IdentityId } }
            @{ how = 'nobody who may be asked'; call = { Get-PoolCredential $pool.IdentityPoolId }
                refused = 'GetIdentityPoolRoles', 'GetRole'; arn = $false }
        ) {
            foreach ($operation in $refused) {
                Set-PoolSandbox -Fault @{ Operation = $operation; Kind = 'Error'; ErrorCode = 'AccessDenied'; StatusCode = 403; Times = 99 }
            }
            $credential = & $call
            $credential.RoleName | Should -Be 'shop_guestrole'
            $credential.RoleArn | Should -Be $(if ($arn) { $pool.GuestRole })
        }

        It 'tells the ARN of the role of a rule, and of a custom role' {
            $token = New-PoolSandboxToken shop Google -Claim @{ hd = 'a' }
            Set-PoolIdentityProvider shop Google -Rule @{ Claim = 'hd'; Value = 'a'; Role = 'one' }
            (Get-PoolCredential shop -Login @{ Google = $token }).RoleArn | Should -Be $one
            (Get-PoolCredential shop -Login @{ Google = $token } -CustomRole $one).RoleArn | Should -Be $one
        }

        It 'uses an identity again' {
            $first = Get-PoolCredential shop
            (Get-PoolCredential shop -IdentityId $first.IdentityId).IdentityId | Should -Be $first.IdentityId
            (Get-PoolCredential -IdentityId $first.IdentityId).IdentityId | Should -Be $first.IdentityId
            @(Get-PoolIdentity shop).Count | Should -Be 1
        }

        It 'signs a user in whose provider is named by <form>' -ForEach @(
            @{ form = 'user pool id'; provider = 'CognitoUserPool'; key = 'us-east-1_AbCdEf123' }
            @{ form = 'issuer'; provider = 'CognitoUserPool'; key = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123' }
            @{ form = 'kind'; provider = 'Google'; key = 'google' }
            @{ form = 'login key'; provider = 'Google'; key = 'accounts.google.com' }
            @{ form = 'SAML name'; provider = 'okta'; key = 'okta' }
            @{ form = 'SAML ARN'; provider = 'okta'; key = 'arn:aws:iam::123456789012:saml-provider/okta' }
            @{ form = 'OpenID Connect issuer'; provider = 'OpenIdConnect'; key = 'https://login.example.com' }
        ) {
            $credential = Get-PoolCredential shop -Login @{ $key = New-PoolSandboxToken shop $provider -Subject me }
            $credential.RoleArn | Should -Be $pool.AuthenticatedRole
            (Get-PoolCredential shop -Login @{ $key = New-PoolSandboxToken shop $provider -Subject me }).IdentityId |
                Should -Be $credential.IdentityId
        }

        It 'takes tokens as SecureString' {
            $token = ConvertTo-SecureString (New-PoolSandboxToken shop Google) -AsPlainText -Force
            (Get-PoolCredential shop -Login @{ Google = $token }).RoleArn | Should -Be $pool.AuthenticatedRole
        }

        It 'gets the role of the first rule that fits, and denies where none does' {
            Set-PoolIdentityProvider shop Google `
                -Rule @{ Claim = 'hd'; Value = 'a'; Role = 'one' }, @{ Claim = 'hd'; Operator = 'StartsWith'; Value = 'a'; Role = 'two' }
            (Get-PoolCredential shop -Login @{ Google = New-PoolSandboxToken shop Google -Claim @{ hd = 'a' } }).RoleArn | Should -Be $one
            (Get-PoolCredential shop -Login @{ Google = New-PoolSandboxToken shop Google -Claim @{ hd = 'ab' } }).RoleArn | Should -Be $two
            Assert-Refused { Get-PoolCredential shop `
                -Login @{ Google = New-PoolSandboxToken shop Google -Claim @{ hd = 'x' } } `
                -ErrorAction Stop } 'RoleDenied' "*no rule*Rule 1*hd is 'x'*-RoleResolution AuthenticatedRole*"
        }

        It 'gets the preferred role, and a custom role that the token lists' {
            Set-PoolIdentityProvider shop CognitoUserPool -RoleSetting Token
            $token = New-PoolSandboxToken shop CognitoUserPool -Claim @{ 'cognito:preferred_role' = $one; 'cognito:roles' = $one, $two }
            (Get-PoolCredential shop -Login @{ 'us-east-1_AbCdEf123' = $token }).RoleArn | Should -Be $one
            (Get-PoolCredential shop -Login @{ 'us-east-1_AbCdEf123' = $token } -CustomRole two).RoleArn | Should -Be $two
            Assert-Refused { Get-PoolCredential shop -Login @{ 'us-east-1_AbCdEf123' = $token } `
                -CustomRole $pool.GuestRole -ErrorAction Stop } 'RoleForbidden' "*cognito:roles of the token does not list the custom role*"
        }

        It 'carries principal tags, which the role must allow' {
            Set-PoolIdentityProvider shop Google -AttributeMapping @{ domain = 'hd' }
            (Get-PoolCredential shop `
                -Login @{ Google = New-PoolSandboxToken shop Google -Claim @{ hd = 'a' } }).RoleArn |
                    Should -BeLike '*shop_authenticatedrole'
            Set-PoolSandbox -Role @{ Name = 'shop_authenticatedrole'; TrustPolicy = (New-PoolTrustPolicy shop Authenticated) }
            Assert-Refused { Get-PoolCredential shop `
                -Login @{ Google = New-PoolSandboxToken shop Google -Claim @{ hd = 'a' } } `
                -ErrorAction Stop } 'RoleNotAssumable' '*sts:TagSession*Set-PoolRole -RepairTrust*'
        }

        It 'links two logins to one identity' {
            $google = New-PoolSandboxToken shop Google -Subject me
            $first = Get-PoolCredential shop -Login @{ Google = $google }
            $both = Get-PoolCredential shop -IdentityId $first.IdentityId `
                -Login @{ Google = $google; 'us-east-1_AbCdEf123' = New-PoolSandboxToken shop CognitoUserPool -Subject me }
            $both.IdentityId | Should -Be $first.IdentityId
            (Get-PoolIdentity shop).Logins | Should -HaveCount 2
        }
    }

    Context 'in the basic flow' {
        It 'gets a guest credentials of the role that was named' {
            $credential = Get-PoolCredential shop -Flow Basic -Role shop_guestrole
            $credential.Flow | Should -Be 'Basic'
            $credential.RoleArn | Should -Be $pool.GuestRole
            $credential.RoleName | Should -Be 'shop_guestrole'
            ((Get-PoolSandbox).Calls.Operation |
                Where-Object { $_ -in 'GetId', 'GetOpenIdToken', 'AssumeRoleWithWebIdentity' }) |
                    Should -Be @('GetId', 'GetOpenIdToken', 'AssumeRoleWithWebIdentity')
        }

        It 'says which condition of the role refuses' {
            Assert-Refused { Get-PoolCredential shop -Flow Basic -Role one -ErrorAction Stop } 'RoleNotAssumable' '*does not accept guests*amr*'
        }

        It 'says that <what>' -ForEach @(
            @{ what = 'the flow is off'; change = { Set-CognitoIdentityPool shop -BasicFlow Inactive }
                id = 'BasicFlowOff'; message = '*Set-CognitoIdentityPool*-BasicFlow Active*' }
            @{ what = 'rules forbid it'; change = { Set-PoolIdentityProvider shop CognitoUserPool -RoleSetting Token }
                id = 'BasicFlowWithRules'; message = '*cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123*' }
        ) {
            & $change
            Assert-Refused { Get-PoolCredential shop -Flow Basic -Role shop_guestrole -ErrorAction Stop } $id $message
        }

        It 'says that SAML users have the enhanced flow only' {
            Assert-Refused { Get-PoolCredential shop -Flow Basic -Role one `
                -Login @{ okta = New-PoolSandboxToken shop okta } -ErrorAction Stop } 'BasicFlowWithSaml'
        }

        It 'refuses a duration that STS does not take' {
            Assert-Refused { Get-PoolCredential shop -Flow Basic -Role one -Duration 0:05:00 -ErrorAction Stop } 'InvalidDuration'
            (Get-PoolSandbox).Calls | Should -HaveCount 0
        }
    }

    Context 'refusals' {
        It 'guest access is off' {
            Set-PoolGuestAccess shop -Disable
            Assert-Refused { Get-PoolCredential shop -ErrorAction Stop } 'GuestAccessOff' '*no login was specified*Set-PoolGuestAccess*-Enable*'
        }

        It 'the identity belongs to somebody' {
            $user = Get-PoolCredential shop -Login @{ Google = New-PoolSandboxToken shop Google }
            Assert-Refused { Get-PoolCredential shop -IdentityId $user.IdentityId -ErrorAction Stop } 'IdentityForbidden' '*no login was specified*'
            Assert-Refused { Get-PoolCredential shop -IdentityId $user.IdentityId `
                -Login @{ 'us-east-1_AbCdEf123' = New-PoolSandboxToken shop CognitoUserPool } -ErrorAction Stop } 'LoginsMismatch'
        }

        It 'the pool has no such provider' {
            Assert-Refused { Get-PoolCredential shop `
                -Login @{ 'graph.facebook.com' = New-PoolSandboxToken shop Google } `
                -ErrorAction Stop } 'ProviderNotConfigured' '*does not have the provider graph.facebook.com*accounts.google.com*Add-PoolIdentityProvider*'
        }

        It 'the token is of another issuer' {
            Assert-Refused { Get-PoolCredential shop `
                -Login @{ 'us-east-1_AbCdEf123' = New-PoolSandboxToken shop Google } `
                -ErrorAction Stop } 'TokenOfOtherIssuer' '*was issued by https://accounts.google.com*'
        }

        It 'the token is for another application' {
            Assert-Refused { Get-PoolCredential shop `
                -Login @{ Google = New-PoolSandboxToken shop Google -Audience 9-z.apps.googleusercontent.com } `
                -ErrorAction Stop } 'TokenOfOtherApplication' '*9-z.apps*1-a.apps*'
        }

        It 'the token is for another app client of the user pool' {
            Assert-Refused { Get-PoolCredential shop `
                -Login @{ 'us-east-1_AbCdEf123' = New-PoolSandboxToken shop CognitoUserPool -Audience other } `
                -ErrorAction Stop } 'TokenOfOtherApplication' '*application other*pool has abc*'
        }

        It 'the token has expired, and when' {
            Assert-Refused { Get-PoolCredential shop `
                -Login @{ Google = New-PoolSandboxToken shop Google -Duration -0:05:00 } `
                -ErrorAction Stop } 'TokenExpired' '*accounts.google.com expired at 2*'
        }

        It 'the token is none, or not whole' {
            Assert-Refused { Get-PoolCredential shop -Login @{ Google = 'nonsense' } `
                -ErrorAction Stop } 'TokenNotVerified' '*does not have the form of a token*'
            $token = New-PoolSandboxToken shop Google
            Assert-Refused { Get-PoolCredential shop `
                -Login @{ Google = $token.Substring(0, $token.Length - 4) + 'AAAA' } -ErrorAction Stop } 'TokenNotVerified'
        }

        It 'an access token lacks the audience' {
            Assert-Refused { Get-PoolCredential shop `
                -Login @{ 'us-east-1_AbCdEf123' = New-PoolSandboxToken shop CognitoUserPool `
                    -Claim @{ aud = $null; token_use = 'access' } } -ErrorAction Stop } 'TokenLacksClaim' '*access token*ID token*'
        }

        It 'the role refuses the pool' {
            Set-PoolSandbox -Role @{ Name = 'shop_guestrole'; TrustPolicy = $trust }
            Assert-Refused { Get-PoolCredential shop `
                -ErrorAction Stop } 'RoleNotAssumable' '*shop_guestrole does not accept guests*swapped*-RepairTrust*'
            Get-PoolRole shop -IdentityType Guest | Set-PoolRole -RepairTrust
            (Get-PoolCredential shop).RoleArn | Should -BeLike '*shop_guestrole'
        }

        It 'the pool has no role' {
            Set-PoolRole shop Guest -None -WarningAction SilentlyContinue
            Assert-Refused { Get-PoolCredential shop -ErrorAction Stop } 'RoleNotAssumable' '*no guest role*Set-PoolRole*-CreateRole*'
        }

        It 'there is no such pool' {
            Assert-Refused { Get-PoolCredential us-east-1:00000000-0000-0000-0000-000000000000 -ErrorAction Stop } 'PoolNotFound'
        }

        It 'a login of <what>, before any call' -ForEach @(
            @{ what = 'no provider'; login = @{ nobody = 'x' }; id = 'InvalidLogin' }
            @{ what = 'an empty token'; login = @{ Google = '' }; id = 'InvalidLogin' }
            @{ what = 'a number'; login = @{ Google = 42 }; id = 'InvalidLogin' }
        ) {
            Assert-Refused { Get-PoolCredential $pool.IdentityPoolId -Login $login -ErrorAction Stop } $id
            (Get-PoolSandbox).Calls.Operation | Should -Not -Contain 'GetId'
        }

        It 'keeps the service''s exception' {
            Set-PoolGuestAccess shop -Disable
            Get-PoolCredential shop -ErrorVariable failed -ErrorAction SilentlyContinue
            $failed[0].Exception.GetType().Name | Should -Be 'NotAuthorizedException'
            $failed[0].ErrorDetails.RecommendedAction | Should -BeLike '*Set-PoolGuestAccess*'
        }
    }

    It 'never shows a secret or a token' {
        $token = New-PoolSandboxToken shop Google
        $all = Get-PoolCredential shop -Login @{ Google = $token } -Verbose *>&1
        $shown = $all | Out-String
        $secret = ($all | Where-Object { $_.psobject.Properties['SecretKey'] }).SecretKey
        $secret | Should -Not -BeNullOrEmpty
        $shown.Contains($secret) | Should -BeFalse
        $shown.Contains($token.Split('.')[1]) | Should -BeFalse
        "$($all | Where-Object { $_.psobject.Properties['SecretKey'] })".Contains($secret) | Should -BeFalse
        ((Get-PoolSandbox).Calls.Request -join '').Contains($token.Split('.')[1]) | Should -BeFalse
    }

    It 'shows no secret in <how> either' -ForEach @(
        # PowerShell chooses the view of a stream by its first object and lists the properties of those of other types.
        @{ how = 'a script that shows other things before it'; show = { & { Get-PoolAccount; $credential } | Out-String } }
        @{ how = 'a table'; show = { $credential | Format-Table | Out-String } }
    ) {
        $credential = Get-PoolCredential shop
        $shown = & $show
        $shown | Should -BeLike "*$($credential.AccessKeyId)*"
        $shown.Contains($credential.SecretKey) | Should -BeFalse
        $shown.Contains($credential.SessionToken.Substring(0, 20)) | Should -BeFalse
    }

    It 'fits the parameters of AWS''s own cmdlets by name' {
        function Use-Key { param([Parameter(ValueFromPipelineByPropertyName)]$AccessKey,
            [Parameter(ValueFromPipelineByPropertyName)]$SecretKey,
            [Parameter(ValueFromPipelineByPropertyName)]$SessionToken) process { "$AccessKey $($SecretKey.Length -gt 0) $($SessionToken.Length -gt 0)" } }
        Get-PoolCredential shop | Use-Key | Should -BeLike 'ASIA* True True'
    }

    It 'takes the identities of a pool from the pipeline' {
        Get-PoolCredential shop | Out-Null
        (Get-PoolIdentity shop | Get-PoolCredential).RoleArn | Should -BeLike '*shop_guestrole'
        @(Get-PoolIdentity shop).Count | Should -Be 1
    }

    It 'refuses <parameters> together' -ForEach @(
        @{ parameters = @{ BasicFlow = $false; Role = 'one' }; id = 'InvalidRole' }
        @{ parameters = @{ BasicFlow = $true }; id = 'InvalidBasicFlow' }
        @{ parameters = @{ BasicFlow = $true; Role = 'one'; CustomRole = 'two' }; id = 'InvalidCustomRole' }
        @{ parameters = @{ Duration = '0:20:00' }; id = 'InvalidDuration' }
    ) {
        Assert-Refused { Get-PoolCredential shop @parameters -ErrorAction Stop } $id
        (Get-PoolSandbox).Calls | Should -BeNullOrEmpty
    }

    It 'writes no secret of an answer that is cut off' {
        Set-PoolSandbox -Fault @{ Operation = 'GetCredentialsForIdentity'; Kind = 'TruncatedBody'; Times = 20 }
        Get-PoolCredential shop -ErrorVariable failed -ErrorAction SilentlyContinue
        "$($failed | Out-String) $($failed[0] | Format-List * -Force | Out-String)" | Should -Not -Match 'ASIA|SecretKey'
        "$($failed[0])" | Should -BeLike '*Response Body: (not shown)*'
    }
}
