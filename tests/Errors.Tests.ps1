# The catalogue of about_CognitoPools_Troubleshooting: how each error comes about. What they say is asserted where each
# cmdlet is tested; here it is that each is read once, with its cure.
# Throttled is not here, because the module waits a minute and a half before it gives up.
$catalogue = @(
    @{ id = 'WildcardNotAllowed'; provoke = { Set-PoolGuestAccess sho* -Enable } }
    @{ id = 'PoolNotFound'; provoke = { Get-CognitoIdentityPool shopp } }
    @{ id = 'PoolNotFound'; provoke = { Get-PoolCredential us-east-1:00000000-0000-0000-0000-000000000000 } }
    @{ id = 'PoolNameAmbiguous'
        provoke = { New-CognitoIdentityPool shop -AllowDuplicate -NoRole | Out-Null; Set-CognitoIdentityPool shop -BasicFlow Active } }
    @{ id = 'RegionMismatch'; provoke = { Get-CognitoIdentityPool us-east-1:00000000-0000-0000-0000-000000000000 -Region eu-west-1 } }
    @{ id = 'PoolNameTaken'; provoke = { New-CognitoIdentityPool shop } }
    @{ id = 'NewNameTaken'; provoke = { Set-CognitoIdentityPool shop -NewName plain } }
    @{ id = 'InvalidAuthenticatedRoleName'; provoke = { New-CognitoIdentityPool other -AuthenticatedRoleName hand-made } }
    @{ id = 'ChangeFailedEntityAlreadyExists'
        provoke = { Set-PoolSandbox `
            -Fault @{ Operation = 'CreateRole'; ErrorCode = 'EntityAlreadyExists'
                Message = 'Role with name other_authrole already exists.' }; New-CognitoIdentityPool other } }
    @{ id = 'ProviderNotFound'; provoke = { Set-PoolIdentityProvider shop Facebook -RoleSetting Default } }
    @{ id = 'ProviderAmbiguous'
        provoke = { Add-PoolIdentityProvider shop -UserPoolId us-east-1_AbCdEf123 -ClientId 2example23456789
            Remove-PoolIdentityProvider shop CognitoUserPool } }
    @{ id = 'ProviderMissing'; provoke = { Remove-PoolIdentityProvider shop } }
    @{ id = 'ProviderConflict'; provoke = { Add-PoolIdentityProvider shop -GoogleClientId 2-b.apps.googleusercontent.com } }
    @{ id = 'NoDeveloperProvider'; provoke = { New-PoolDeveloperToken shop anna } }
    @{ id = 'ResourceNotFound'; provoke = { Get-PoolDeveloperIdentity shop -DeveloperUserIdentifier anna } }
    @{ id = 'PoolGivenForIdentity'; provoke = { Get-CognitoIdentityPool shop | Remove-PoolIdentity -Force } }
    @{ id = 'InvalidPoolDocument'; provoke = { '{ "version": 1, "name": "x", "guestAcces": true }' | Import-CognitoIdentityPool } }
    @{ id = 'NotAPoolDocument'; provoke = { Get-CognitoIdentityPool shop | Import-CognitoIdentityPool } }
    @{ id = 'RoleNotRead'
        provoke = { Set-PoolSandbox -Fault @{ Operation = 'GetRole'; ErrorCode = 'AccessDenied'; Message = 'No.'; Times = 9 }
            Export-CognitoIdentityPool shop -Path TestDrive:/unread.json } }
    @{ id = 'FileNotRead'; provoke = { Import-CognitoIdentityPool nofile.json } }
    @{ id = 'FileNotWritten'
        provoke = { Set-Content TestDrive:/taken.json x; Export-CognitoIdentityPool shop -Path TestDrive:/taken.json -NoClobber } }
    @{ id = 'NotAnIdentity'; provoke = { Get-PoolCredential shop | Remove-PoolIdentity -Force } }
    @{ id = 'NotAnIdentityPool'; provoke = { Get-PoolIdentity shop | Remove-CognitoIdentityPool -Force } }
    @{ id = 'InvalidEnable'; provoke = { Set-PoolGuestAccess shop } }
    @{ id = 'InvalidRoleName'; provoke = { Set-PoolRole shop Guest -Role hand-made -RoleName other } }
    @{ id = 'NoSandbox'; provoke = { Disconnect-PoolAccount; Get-PoolSandbox } }
    @{ id = 'NoAccountInRunspace'
        provoke = {
            $shell = [powershell]::Create()
            $shell.AddScript('param($module) Import-Module $module; Get-PoolAccount').AddArgument((Get-Module CognitoPools).Path).Invoke()
            $shell.Streams.Error
            $shell.Dispose()
        } }
    @{ id = 'SecretKeyMissing'
        provoke = {
            # A host that cannot ask.
            $shell = [powershell]::Create()
            $shell.AddScript('param($module) Import-Module $module
                Get-PoolAccount -Credential AKIAIOSFODNN7EXAMPLE -Region us-east-1').AddArgument((Get-Module CognitoPools).Path).Invoke()
            $shell.Streams.Error
            $shell.Dispose()
        } }
    @{ id = 'ResourceNotFound'; provoke = { Get-PoolIdentity us-east-1:00000000-0000-0000-0000-000000000000 } }
    @{ id = 'InvalidRole'; provoke = { Set-PoolIdentityProvider shop Google -AddRule @{ Claim = 'hd'; Value = 'a'; Role = 'nosuch' } } }
    @{ id = 'InvalidRole'; provoke = { Set-PoolRole shop Guest } }
    @{ id = 'InvalidProvider'; provoke = { New-CognitoIdentityPool other -Provider @{ Gogle = '1' } } }
    @{ id = 'InvalidTag'; provoke = { Set-CognitoIdentityPool shop -Tag @{ 'aws:stage' = 'dev' } } }
    @{ id = 'ChangeFailedInvalidParameter'
        provoke = { Set-PoolSandbox `
            -Fault @{ Operation = 'UpdateIdentityPool'; ErrorCode = 'InvalidParameterException'
                Message = 'Invalid Cognito Identity Provider' }; Add-PoolIdentityProvider shop -FacebookAppId 123456789012345 } }
    @{ id = 'InvalidParameter'
        provoke = { Set-PoolSandbox `
            -Fault @{ Operation = 'ListIdentities'; ErrorCode = 'InvalidParameterException'
                Message = 'Something that nobody knows.' }; Get-PoolIdentity shop } }
    @{ id = 'UnknownProfile'; provoke = { Connect-PoolAccount -ProfileName nosuch } }
    @{ id = 'InvalidRegion'; provoke = { Get-CognitoIdentityPool -Region europe } }
    @{ id = 'InvalidEndpoint'; provoke = { Connect-PoolAccount -EndpointUrl ftp://localhost -Region us-east-1 } }
    @{ id = 'CredentialsRefused'
        provoke = { Set-PoolSandbox `
            -Fault @{ Operation = 'ListIdentityPools'; ErrorCode = 'UnrecognizedClientException'
                Message = 'The security token included in the request is invalid.' }; Get-CognitoIdentityPool } }
    @{ id = 'NotAuthorized'
        provoke = { Set-PoolSandbox `
            -Fault @{ Operation = 'ListIdentityPools'; ErrorCode = 'AccessDeniedException'
                Message = 'User: arn:aws:iam::123456789012:user/anna is not authorized to perform: cognito-identity:ListIdentityPools' }
            Get-CognitoIdentityPool } }
    @{ id = 'PoolPartUnreadable'
        provoke = { Set-PoolSandbox `
            -Fault @{ Operation = 'GetIdentityPoolRoles'; ErrorCode = 'AccessDeniedException'
                Message = 'You are not authorized to perform this action'; Times = 99 }; Set-PoolRole shop Guest -None } }
    @{ id = 'RolePermissionsUnreadable'
        provoke = { Set-PoolSandbox `
            -Fault @{ Operation = 'GetRolePolicy'; ErrorCode = 'AccessDenied'; StatusCode = 403
                Message = 'User is not authorized to perform: iam:GetRolePolicy'; Times = 99 }; Get-PoolPermission shop Authenticated } }
    @{ id = 'ChangeFailedRoleForbidden'
        provoke = { Set-PoolSandbox `
            -Fault @{ Operation = 'SetIdentityPoolRoles'; ErrorCode = 'NotAuthorizedException'
                Message = 'Access to Role is forbidden.'; Times = 99 }; Set-PoolRole shop Authenticated -Role hand-made } }
    @{ id = 'RoleForbidden'
        provoke = { Get-PoolCredential shop -Login @{ Google = New-PoolSandboxToken shop Google } `
            -CustomRole arn:aws:iam::123456789012:role/hand-made } }
    @{ id = 'NetworkFailure'
        provoke = { Set-PoolSandbox -Fault @{ Operation = 'ListIdentityPools'; Kind = 'ConnectionReset'; Times = 99 }
            Get-CognitoIdentityPool } }
    @{ id = 'UnexpectedAnswer'
        provoke = { Set-PoolSandbox `
            -Fault @{ Operation = 'ListIdentityPools'; Kind = 'HtmlPage'; StatusCode = 200; Times = 99 }; Get-CognitoIdentityPool } }
    @{ id = 'ChangeFailedLimitExceeded'
        provoke = { Set-PoolSandbox `
            -Fault @{ Operation = 'CreateIdentityPool'; ErrorCode = 'LimitExceededException'
                Message = 'Maximum number of identity pools exceeded.' }; New-CognitoIdentityPool other -NoRole } }
    @{ id = 'InternalErrorException'
        provoke = { Set-PoolSandbox -Fault @{ Operation = 'ListIdentityPools'; Kind = 'InternalError'; Times = 99 }
            Get-CognitoIdentityPool } }
    @{ id = 'ChangeFailedInvalidIdentityPoolConfiguration'
        provoke = { Set-PoolSandbox `
            -Fault @{ Operation = 'SetIdentityPoolRoles'; ErrorCode = 'InvalidIdentityPoolConfigurationException'
                Message = 'Invalid identity pool configuration. Check assigned IAM roles for this pool.'; Times = 99 }
                    Set-PoolRole shop Authenticated -Role hand-made } }
    @{ id = 'ChangeFailedMalformedPolicyDocument'
        provoke = { Set-PoolSandbox `
            -Fault @{ Operation = 'PutRolePolicy'; ErrorCode = 'MalformedPolicyDocument'
                Message = 'Syntax errors in policy.' }
                    Set-PoolRole shop Authenticated -PermissionsPolicy (New-PoolRolePolicy -Template LegacyAuthenticated) } }
    @{ id = 'GuestRoleMissing'; provoke = { Set-PoolGuestAccess plain -Enable } }
    @{ id = 'RoleNotSet'; provoke = { Set-PoolRole plain Guest -RepairTrust } }
    @{ id = 'RoleNotRemovable'; provoke = { Remove-PoolRole shop_guestrole -Force } }
    @{ id = 'NotAPlan'; provoke = { Get-CognitoIdentityPool plain | Invoke-PoolPlan } }
    @{ id = 'PlanOutdated'
        provoke = { $plan = Set-CognitoIdentityPool plain -Tag @{ a = '1' } -AsPlan; Set-CognitoIdentityPool plain -Tag @{ a = '2' }
            $plan | Invoke-PoolPlan } }
    @{ id = 'PlanOfOtherAccount'
        provoke = { (Set-CognitoIdentityPool plain -NewName b -AsPlan).ToJson() -replace '"account": "\d+"', '"account": "210987654321"' |
                Invoke-PoolPlan } }
    @{ id = 'PlanSecretMissing'
        provoke = { (New-CognitoIdentityPool other -NoRole -Provider @{ Twitter = 'akey;secret' } -AsPlan).ToJson() | Invoke-PoolPlan } }
    @{ id = 'InvalidPlan'; provoke = { '{ "kind": "PoolPlan", "version": 9 }' | Invoke-PoolPlan } }
    @{ id = 'NotARole'; provoke = { Get-CognitoIdentityPool plain | Remove-PoolRole -Force } }
    @{ id = 'ChangeFailedNotAuthorized'
        provoke = { Set-PoolSandbox `
            -Fault @{ Operation = 'SetIdentityPoolRoles'; ErrorCode = 'AccessDeniedException'
                Message = 'User is not authorized to perform: cognito-identity:SetIdentityPoolRoles' }
                    New-CognitoIdentityPool other -GuestAccess } }
    @{ id = 'ChangeLeftBehind'
        provoke = { Set-PoolSandbox `
            -Fault @{ Operation = 'SetIdentityPoolRoles'; ErrorCode = 'AccessDeniedException'
                Message = 'User is not authorized to perform: cognito-identity:SetIdentityPoolRoles' },
                    @{ Operation = 'DeleteIdentityPool'; ErrorCode = 'AccessDeniedException'
                        Message = 'User is not authorized to perform: cognito-identity:DeleteIdentityPool'; Times = 9 }
                            New-CognitoIdentityPool other -GuestAccess } }
    @{ id = 'ChangeDoneNotRead'
        provoke = { Set-PoolSandbox -Fault @{ Operation = 'DescribeIdentityPool'; ErrorCode = 'AccessDeniedException'
                Message = 'User is not authorized to perform: cognito-identity:DescribeIdentityPool' }
            New-CognitoIdentityPool other -GuestAccess } }
    @{ id = 'ChangeDone'
        provoke = { Set-CognitoIdentityPool shop -DeveloperProviderName login.shop
            New-PoolDeveloperToken shop ann | Out-Null
            Set-PoolSandbox -Fault @{ Operation = 'UnlinkDeveloperIdentity'; Kind = 'Duplicate' }
            Remove-PoolDeveloperIdentity shop ann -Force } }
    @{ id = 'ChangeUnknown'
        provoke = { Set-CognitoIdentityPool shop -DeveloperProviderName login.shop
            New-PoolDeveloperToken shop ann | Out-Null
            Set-PoolSandbox -Fault @{ Operation = 'UnlinkDeveloperIdentity'; Kind = 'InternalError'; AfterApply = $true },
                @{ Operation = 'UnlinkDeveloperIdentity'; ErrorCode = 'ResourceNotFoundException' },
                @{ Operation = 'LookupDeveloperIdentity'; ErrorCode = 'NotAuthorizedException'; AtCall = 2; Times = 9 }
            Remove-PoolDeveloperIdentity shop ann -Force } }
    @{ id = 'GuestAccessOff'; provoke = { Get-PoolCredential plain } }
    @{ id = 'ProviderNotConfigured'; provoke = { Get-PoolCredential plain -Login @{ Google = 'a.b.c' } } }
    @{ id = 'ProviderNotConfigured'; provoke = { Get-PoolCredential shop -Login @{ Facebook = 'token' } } }
    @{ id = 'TokenOfOtherIssuer'; provoke = { Get-PoolCredential shop -Login @{ Google = New-PoolSandboxToken shop CognitoUserPool } } }
    @{ id = 'TokenOfOtherApplication'
        provoke = { Get-PoolCredential shop `
            -Login @{ Google = New-PoolSandboxToken shop Google -Claim @{ aud = '2-b.apps.googleusercontent.com' } } } }
    @{ id = 'TokenExpired'; provoke = { Get-PoolCredential shop -Login @{ Google = New-PoolSandboxToken shop Google -Duration -0:05:00 } } }
    @{ id = 'TokenLacksClaim'
        provoke = { Get-PoolCredential shop `
            -Login @{ CognitoUserPool = New-PoolSandboxToken shop CognitoUserPool -Claim @{ aud = $null; token_use = 'access' } } } }
    @{ id = 'TokenNotVerified'; provoke = { Get-PoolCredential shop -Login @{ Google = (New-PoolSandboxToken shop Google) + 'x' } } }
    @{ id = 'IdentityNotFound'; provoke = { Get-PoolCredential shop -IdentityId us-east-1:00000000-0000-0000-0000-000000000000 } }
    @{ id = 'IdentityForbidden'
        provoke = { Get-PoolCredential shop `
            -IdentityId (Get-PoolCredential shop -Login @{ Google = New-PoolSandboxToken shop Google }).IdentityId } }
    @{ id = 'LoginsMismatch'
        provoke = { Get-PoolCredential shop `
            -IdentityId (Get-PoolCredential shop `
                -Login @{ Google = New-PoolSandboxToken shop Google -Subject anna }).IdentityId `
                    -Login @{ Google = New-PoolSandboxToken shop Google -Subject bert } } }
    @{ id = 'RoleNotAssumable'
        provoke = { Set-PoolSandbox `
            -Role @{ Name = 'shop_guestrole'; TrustPolicy = (New-PoolTrustPolicy shop Authenticated) }; Get-PoolCredential shop } }
    @{ id = 'RoleDenied'
        provoke = { Set-PoolIdentityProvider shop Google -RoleSetting Rules -RoleResolution Deny `
            -Rule @{ Claim = 'hd'; Value = 'a'; Role = 'hand-made' } -RepairTrust
            Get-PoolCredential shop -Login @{ Google = New-PoolSandboxToken shop Google } } }
    @{ id = 'IdentityDisabled'
        provoke = { Set-PoolSandbox `
            -Fault @{ Operation = 'GetCredentialsForIdentity'; ErrorCode = 'NotAuthorizedException'
                Message = 'Identity is disabled.' }; Get-PoolCredential shop } }
    @{ id = 'LoginLinkedElsewhere'
        provoke = { Set-PoolSandbox `
            -Fault @{ Operation = 'GetCredentialsForIdentity'; ErrorCode = 'ResourceConflictException'
                Message = 'Login is already linked to another account.' }
                    Get-PoolCredential shop -Login @{ Google = New-PoolSandboxToken shop Google } } }
    @{ id = 'BasicFlowWithRules'
        provoke = { Set-CognitoIdentityPool shop -BasicFlow Active
            Set-PoolIdentityProvider shop CognitoUserPool -RoleSetting Token; Get-PoolCredential shop -Flow Basic -Role hand-made } }
    @{ id = 'BasicFlowWithSaml'
        provoke = { Set-CognitoIdentityPool shop -BasicFlow Active; Set-PoolSandbox -SamlProvider okta
            Add-PoolIdentityProvider shop -SamlProvider okta
            Get-PoolCredential shop -Flow Basic -Role hand-made -Login @{ okta = New-PoolSandboxToken shop okta } } }
    @{ id = 'BasicFlowOff'; provoke = { Get-PoolOpenIdToken shop | Get-PoolCredential -Flow Basic -Role hand-made } }
    @{ id = 'IdentityNotRemoved'
        provoke = { Set-PoolSandbox `
            -Fault @{ Operation = 'DeleteIdentities'; Kind = 'UnprocessedIdentities'; ErrorCode = 'AccessDenied'
                Times = 9 }; Get-PoolIdentity shop | Remove-PoolIdentity -Force } }
    @{ id = 'IdentityRemovalUnknown'
        provoke = { Set-PoolSandbox `
            -Fault @{ Operation = 'DeleteIdentities'; Kind = 'ConnectionReset'; Times = 99 },
            @{ Operation = 'DescribeIdentity'; Kind = 'ConnectionReset'; Times = 99 }
            Get-PoolIdentity shop | Remove-PoolIdentity -Force } }
)

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
}

Describe 'The errors of the catalogue' {
    BeforeEach {
        Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
        # Of an error that stops the command, PowerShell keeps only the message; tests/ErrorViews.Tests.ps1 has these.
        $ErrorActionPreference = 'Continue'
        $ConfirmPreference = 'None'
        $WarningPreference = 'SilentlyContinue'
        New-CognitoIdentityPool shop -GuestAccess -UserPoolId us-east-1_AbCdEf123 -ClientId 1example23456789 `
            -Provider @{ Google = '1-a.apps.googleusercontent.com' } | Out-Null
        New-CognitoIdentityPool plain -NoRole | Out-Null
        Set-PoolSandbox -Role @{ Name = 'hand-made'; TrustPolicy = (New-PoolTrustPolicy shop Authenticated) }
        Add-PoolSandboxIdentity shop -Count 1
    }
    AfterEach { Disconnect-PoolAccount }

    It '<id> is read once, with its cure: <provoke>' -ForEach $catalogue {
        $failed = try { & $provoke 2>&1 | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] } } catch { $_ }
        @($failed) | Should -HaveCount 1
        $failed.FullyQualifiedErrorId | Should -BeLike "$id,*"
        $cause = $failed.ErrorDetails.Message
        $cure = $failed.ErrorDetails.RecommendedAction
        $cause | Should -Match '^\S.*[.?]$'
        $cause | Should -Not -Match "''"
        $cause | Should -MatchExactly "^([A-Z]|-[A-Z]|'|\$|[a-z-]+\.[a-z])"
        $cause | Should -Not -MatchExactly "('|^-?[A-Za-z]+): (is|are|must|has|have|cannot|can|it|lacks|needs) "
        if ($failed.Exception.GetType().Name -eq 'AccountException') {
            $cause | Should -BeExactly $failed.Exception.Message
            $cure | Should -BeNullOrEmpty
        }
        elseif ($id -in 'NoAccountInRunspace', 'SecretKeyMissing') {
            # An error that ends the pipeline has its cure in the message.
            $cause | Should -BeExactly $failed.Exception.Message
        }
        else {
            $cure | Should -Match '^\S.*\.$'
            # As the console shows it; the lines are broken, and marked, at the console's width.
            $view = ($failed | Out-String -Width 4096) -replace '[\s|]+', ' '
            ($view -split [regex]::Escape(($cure -replace '[\s|]+', ' '))).Count | Should -Be 2
        }
    }

    It 'names <actions> when <operation> is denied with <message>' -ForEach @(
        @{ operation = 'ListIdentityPools'; actions = 'cognito-identity:ListIdentityPools'; code = 'AccessDeniedException'
            message = 'User: arn:aws:iam::123456789012:user/anna is not authorized to perform: cognito-identity:ListIdentityPools'
            call = { Get-CognitoIdentityPool } }
        @{ operation = 'ListIdentityPools'; actions = 'cognito-identity:ListIdentityPools'; code = 'AccessDeniedException'
            message = 'Access denied.'; call = { Get-CognitoIdentityPool } }
        @{ operation = 'ListRoles'; actions = 'iam:ListRoles'; code = 'AccessDenied'; message = 'No.'; call = { Find-PoolRole } }
        @{ operation = 'SetIdentityPoolRoles'; actions = 'cognito-identity:SetIdentityPoolRoles and iam:PassRole'
            code = 'AccessDeniedException'; message = 'No.'; call = { Set-PoolRole shop Authenticated -Role hand-made } }
        @{ operation = 'SetIdentityPoolRoles'; actions = 'iam:PassRole'; code = 'AccessDeniedException'
            message = 'User: anna is not authorized to perform: iam:PassRole on resource: hand-made'
            call = { Set-PoolRole shop Authenticated -Role hand-made } }
        @{ operation = 'CreateRole'; actions = 'iam:CreateRole and iam:TagRole'; code = 'AccessDenied'; message = 'No.'
            call = { New-PoolRole shop Authenticated one } }
        @{ operation = 'ListIdentities'; actions = 'cognito-identity:ListIdentities'; code = 'AccessDeniedException'; message = 'No.'
            call = { Get-PoolIdentity shop } }
    ) {
        Set-PoolSandbox -Fault @{ Operation = $operation; ErrorCode = $code; StatusCode = 403; Message = $message; Times = 99 }

        $failed = try { & $call 2>&1 | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] } } catch { $_ }

        $failed.FullyQualifiedErrorId | Should -BeLike '*NotAuthorized,*'
        $failed.ErrorDetails.RecommendedAction |
            Should -BeLike "Grant the caller the permission ${actions}. about_CognitoPools_Permissions *"
    }

    It 'sends nobody who is denied explicitly to more permissions' {
        Set-PoolSandbox -Fault @{ Operation = 'ListIdentityPools'; ErrorCode = 'AccessDeniedException'; StatusCode = 403
            Message = 'User: anna is not authorized to perform: cognito-identity:ListIdentityPools with an explicit deny in a service control policy' }

        $failed = Get-CognitoIdentityPool -ErrorAction Continue 2>&1

        $failed.ErrorDetails.RecommendedAction | Should -BeLike 'Change the policy that denies cognito-identity:ListIdentityPools: *'
    }

    It 'blames no permission when <what>' -ForEach @(
        @{ what = 'a pool refuses a sign-in'
            call = { Set-PoolSandbox -Fault @{ Operation = 'GetCredentialsForIdentity'; ErrorCode = 'NotAuthorizedException'; Message = 'No.' }
                Get-PoolCredential shop } }
        @{ what = 'a sign-in is denied'
            call = { Set-PoolSandbox -Fault @{ Operation = 'GetId'; ErrorCode = 'AccessDeniedException'; Message = 'No.' }
                Get-PoolCredential shop } }
        @{ what = 'the service refuses the logins of a signed call'
            call = { New-CognitoIdentityPool dev -NoRole -DeveloperProviderName login.dev | Out-Null
                Set-PoolSandbox -Fault @{ Operation = 'GetOpenIdTokenForDeveloperIdentity'; ErrorCode = 'NotAuthorizedException'
                    Message = "Logins don't match." }
                New-PoolDeveloperToken dev anna } }
    ) {
        $failed = try { & $call 2>&1 | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] } } catch { $_ }

        @($failed) | Should -HaveCount 1
        "$($failed.ErrorDetails)" | Should -Not -Match 'about_CognitoPools_Permissions'
    }

    It 'are all here, but for those that neither the sandbox nor every host can make' `
        -ForEach @(@{ known = $catalogue.id -replace '^ChangeFailed(?=.)' }) {
        $others = 'NoCredentials', 'NoRegion', 'Throttled', 'ClientError', 'Stopped', 'Unexpected', 'ConfirmationNotPossible'
        $topic = Get-Content (Join-Path $PSScriptRoot '../en-US/about_CognitoPools_Troubleshooting.help.txt') |
            ForEach-Object { if ($_ -cmatch '^    ([A-Z][A-Za-z]+)$') { $Matches[1] } }
        $topic.Count | Should -BeGreaterThan 50
        $topic | Where-Object { $_ -notin $known -and $_ -notin $others } | Should -BeNullOrEmpty
        $others | Where-Object { $_ -notin $topic } | Should -BeNullOrEmpty
    }

    It 'has the cure in what a log takes of it' {
        $log = Get-CognitoIdentityPool shopp -ErrorAction Continue 2>&1
        "$log" | Should -BeLike "Identity pool 'shopp' does not exist in us-east-1. Did you mean 'shop'? Names are case-sensitive.*"
    }
}
