BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')

    function Get-Policy([string[]]$Statement) { '{{"Version":"2012-10-17","Statement":[{0}]}}' -f ($Statement -join ',') }
    # A policy that allows actions on all resources.
    function Get-Allow([string[]]$Action, [string]$Resource = '*') {
        Get-Policy (@{ Effect = 'Allow'; Action = $Action; Resource = $Resource } | ConvertTo-Json -Compress)
    }
}

Describe 'Get-PoolPermission' {
    BeforeEach {
        Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
        $pool = New-CognitoIdentityPool shop -GuestAccess -BasicFlow Active -Provider @{ Google = '1-a.apps.googleusercontent.com' } `
            -GuestPermissionsPolicy (Get-Allow 's3:GetObject', 'ec2:*', 'kms:*') -AuthenticatedPermissionsPolicy (Get-Allow 's3:*')
    }
    AfterEach { Disconnect-PoolAccount }

    It 'writes what an anonymous visitor can do' {
        $rows = Get-PoolPermission shop Guest
        $rows.Action | Should -Be @('s3:GetObject', 'kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*')
        $rows[0] | Should -BeOfType CognitoPools.PoolPermission
        $rows[0].IdentityPoolId | Should -Be $pool.IdentityPoolId
        $rows[0].Role | Should -Be $pool.GuestRole
        "$($rows[0].IdentityType) $($rows[0].Flow)" | Should -Be 'Guest Enhanced'
        $rows[0].Source | Should -Be 'inline policy cognito-identity-pool-permissions, statement 1'
        $rows[1].Source | Should -Be "$($rows[0].Source); the service's ceiling for guests"
    }

    It 'has no ceiling in the basic flow, nor for users who sign in' {
        (Get-PoolPermission shop Guest -Flow Basic).Action | Should -Be @('s3:GetObject', 'ec2:*', 'kms:*')
        (Get-PoolPermission shop Authenticated).Action | Should -Be 's3:*'
    }

    It 'takes pools and roles from the pipeline' {
        (Get-CognitoIdentityPool | Get-PoolPermission -IdentityType Authenticated).Action | Should -Be 's3:*'
        (Get-PoolRole shop | Get-PoolPermission).Role | Select-Object -Unique | Should -Be $pool.AuthenticatedRole, $pool.GuestRole
        @(Get-PoolPermission shop Guest | Select-Object -First 1 | Get-PoolPermission -Flow Basic) | Should -HaveCount 3
    }

    It 'narrows to the permissions boundary, and names it' {
        Set-PoolSandbox -ManagedPolicy @{ Name = 'edge'; Document = (Get-Allow 's3:Get*', 's3:*Object') } -Role @{
            Name = 'bounded'; TrustPolicy = (New-PoolTrustPolicy shop Authenticated)
            PermissionsBoundary = 'arn:aws:iam::123456789012:policy/edge' }
        Set-PoolRole shop Authenticated -Role bounded -PermissionsPolicy (Get-Allow 's3:Get*', 's3:Put*', 'logs:*') -PolicyName access
        $rows = Get-PoolPermission shop Authenticated
        $rows.Action | Should -Be @('s3:Get*', 's3:Put*')
        $rows[0].Within | Should -HaveCount 0
        $rows[0].Source | Should -Be 'inline policy access, statement 1'
        $rows[1].Within.Action | Should -Be 's3:*Object'
        $rows[1].Limits | Should -Be 'within s3:*Object'
        $rows[1].Source | Should -Be 'inline policy access, statement 1; permissions boundary edge, statement 1'
    }

    It 'reads attached policies, and a Deny of one counts for all' {
        Set-PoolSandbox -ManagedPolicy @{ Name = 'no-secrets'
            Document = (Get-Policy '{"Sid":"Secrets","Effect":"Deny","Action":"*","Resource":"arn:aws:s3:::b/secret/*"}') },
            @{ Name = 'no-s3'; Document = (Get-Policy '{"Effect":"Deny","Action":"s3:*","Resource":"*"}') }
        Set-PoolRole shop Authenticated -AttachPolicy no-secrets
        $row = Get-PoolPermission shop Authenticated
        "$($row.Except)" | Should -Be 's3:* on arn:aws:s3:::b/secret/*'
        $row.Except.Source | Should -Be "managed policy no-secrets, statement 'Secrets'"
        Set-PoolRole shop Authenticated -AttachPolicy no-s3
        Get-PoolPermission shop Authenticated -WarningVariable warned | Should -BeNullOrEmpty
        $warned | Should -HaveCount 0
    }

    It 'shows conditions and policy variables as they stand' {
        Set-PoolRole shop Authenticated -PermissionsPolicy (New-PoolRolePolicy -S3Bucket shop-files -ReadOnly -Compact)
        $rows = Get-PoolPermission shop Authenticated
        $rows[0].Condition | Should -Be ("StringLike s3:prefix '`${cognito-identity.amazonaws.com:sub}' or " +
            "'`${cognito-identity.amazonaws.com:sub}/*'")
        $rows[2].Resource | Should -Be 'arn:aws:s3:::shop-files/${cognito-identity.amazonaws.com:sub}/*'
    }

    It 'shows NotAction as all but' {
        Set-PoolRole shop Authenticated -PermissionsPolicy (
            Get-Policy '{"Effect":"Allow","NotAction":["iam:*","s3:*"],"Resource":"*"}')
        $row = Get-PoolPermission shop Authenticated
        $row.Action | Should -Be '*'
        $row.NotAction | Should -Be @('iam:*', 's3:*')
        # A file without the list must not say that everything is allowed.
        ($row | ConvertTo-Csv | ConvertFrom-Csv).Limits | Should -Be 'not iam:*, s3:*'
        $row | Out-String | Should -Match 'all but iam:\*, s3:\*'
    }

    It 'names the role of each row, roles of rules too' {
        Set-PoolSandbox -Role @{ Name = 'staff'; TrustPolicy = (New-PoolTrustPolicy shop Authenticated) }
        Set-PoolIdentityProvider shop Google -Rule @{ Claim = 'hd'; Value = 'x'; Role = 'staff' } -WarningAction SilentlyContinue
        Set-PoolRole shop Guest -Role staff -RepairTrust -PermissionsPolicy (Get-Allow 'sqs:*') -WarningAction SilentlyContinue
        $rows = Get-PoolPermission shop Authenticated
        $rows.Role | Should -Be @($pool.AuthenticatedRole, 'arn:aws:iam::123456789012:role/staff')
        $rows.Action | Should -Be @('s3:*', 'sqs:*')
        (Get-PoolPermission shop Guest).Action | Should -Be 'sqs:*'
    }

    It 'says why nobody gets in: <why>' -ForEach @(
        @{ why = 'guest access is off'; arrange = { Set-PoolGuestAccess shop -Disable }; type = 'Guest'; flow = 'Enhanced'
            words = '*Guest access is off*' }
        @{ why = 'no guest role'; arrange = { Set-PoolRole shop Guest -None }; type = 'Guest'; flow = 'Enhanced'
            words = '*has no role for guests*' }
        @{ why = 'no provider'; arrange = { Remove-PoolIdentityProvider shop Google -Force }; type = 'Authenticated'
            flow = 'Enhanced'; words = '*no identity provider*' }
        @{ why = 'the basic flow is off'; arrange = { Set-CognitoIdentityPool shop -BasicFlow Inactive }; type = 'Guest'
            flow = 'Basic'; words = '*The basic flow is off*' }
        @{ why = 'role mappings'
            arrange = { Set-PoolIdentityProvider shop Google -Rule @{ Claim = 'hd'; Value = 'x'; Role = 'shop_authenticatedrole' } }
            type = 'Guest'; flow = 'Basic'; words = '*basic flow is not available*role setting Rules or Token*' }
        @{ why = 'the role is gone'
            arrange = { Set-PoolSandbox -Fault @{ Operation = 'GetRole'; ErrorCode = 'NoSuchEntity'; StatusCode = 404 } }
            type = 'Guest'; flow = 'Enhanced'; words = 'No one can get this role. Role *no IAM role with this name*' }
    ) {
        & $arrange 3>$null | Out-Null
        Get-PoolPermission shop $type -Flow $flow -WarningVariable warned 3>$null | Should -BeNullOrEmpty
        $warned | Should -HaveCount 1
        "$warned" | Should -BeLike $words
    }

    It 'warns that a role does not trust the pool, and shows its permissions' {
        Set-PoolSandbox -Role @{ Name = 'shop_guestrole'; TrustPolicy = (New-PoolTrustPolicy shop Authenticated) }
        $rows = Get-PoolPermission shop Guest -WarningVariable warned 3>$null
        @($rows) | Should -HaveCount 5
        "$warned" | Should -BeLike '*does not accept guests*they do not get its permissions*'
    }

    It 'warns of roles that come from tokens' {
        Add-PoolIdentityProvider shop -UserPoolId us-east-1_AbCdEf123 -ClientId abc -RoleSetting Token `
            -RoleResolution AuthenticatedRole -WarningAction SilentlyContinue
        (Get-PoolPermission shop Authenticated -WarningVariable warned 3>$null).Action | Should -Be 's3:*'
        "$warned" | Should -BeLike '*roles that users'' tokens name*'
    }

    It 'never takes what it may not read for no permission: <operation>' -ForEach @(
        'GetRole', 'ListRolePolicies', 'GetRolePolicy', 'ListAttachedRolePolicies', 'GetPolicy', 'GetPolicyVersion' |
            ForEach-Object { @{ operation = $_ } }
    ) {
        Set-PoolSandbox -ManagedPolicy @{ Name = 'more'; Document = (Get-Allow 'sqs:*') }
        Set-PoolRole shop Guest -AttachPolicy more
        Set-PoolSandbox -Fault @{ Operation = $operation; ErrorCode = 'AccessDenied'; StatusCode = 403
            Message = 'not allowed'; Times = 9 }
        $rows = Get-PoolPermission shop Guest -ErrorAction SilentlyContinue -ErrorVariable failed
        $rows | Should -BeNullOrEmpty
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'RolePermissionsUnreadable,*'
        $failed[0].ErrorDetails.RecommendedAction | Should -Be "Grant the caller the permission iam:$operation."
    }

    It 'goes on with the other roles when one cannot be read' {
        Set-PoolSandbox -Role @{ Name = 'staff'; TrustPolicy = (New-PoolTrustPolicy shop Authenticated) }
        Set-PoolIdentityProvider shop Google -Rule @{ Claim = 'hd'; Value = 'x'; Role = 'staff' } -WarningAction SilentlyContinue
        Set-PoolSandbox -Fault @{ Operation = 'ListAttachedRolePolicies'; ErrorCode = 'AccessDenied'; StatusCode = 403; AtCall = 2 }
        (Get-PoolPermission shop Authenticated -ErrorAction SilentlyContinue -ErrorVariable failed).Action | Should -Be 's3:*'
        $failed[0].ErrorDetails.Message | Should -BeLike '*role staff*list of its attached policies could not be read*'
    }

    It 'says once what it does not read' {
        $told = Get-CognitoIdentityPool | Get-PoolPermission -IdentityType Guest -Verbose 4>&1 |
            Where-Object { $_ -is [System.Management.Automation.VerboseRecord] }
        @($told | Where-Object Message -match 'organization policies') | Should -HaveCount 1
    }

    It 'is refused where pools are removed' {
        { Get-PoolPermission shop Guest | Remove-CognitoIdentityPool -Force -ErrorAction Stop } |
            Should -Throw -ErrorId 'NotAnIdentityPool,*'
    }
}
