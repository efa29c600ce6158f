BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
}

Describe 'New-PoolRole' {
    BeforeEach {
        Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
        $pool = New-CognitoIdentityPool shop -UserPoolId us-east-1_AbCdEf123 -ClientId 1example23456789
        Set-PoolSandbox -ManagedPolicy @{ Name = 'Bound'; Document = (New-PoolRolePolicy -Template DenyAll) } -ClearCall
    }
    AfterEach { Disconnect-PoolAccount }

    It 'creates a role that this pool''s users alone can assume, and leaves the pool as it is' {
        $role = New-PoolRole shop Authenticated shop-web
        $role.Trusted | Should -Be $true
        $role.CreatedByModule | Should -BeTrue
        $role.Path | Should -Be "/cognitopools/us-east-1/$($pool.IdentityPoolId.Split(':')[1])/"
        $role.Use | Should -BeNullOrEmpty
        $role.Policies.Name | Should -Be 'cognito-identity-pool-permissions'
        ($role.TrustPolicy | ConvertFrom-Json).Statement.Condition.StringEquals.'cognito-identity.amazonaws.com:aud' |
            Should -Be $pool.IdentityPoolId
        ((Get-PoolSandbox).Calls | Where-Object Changing).Operation | Should -Be 'CreateRole', 'PutRolePolicy'
    }

    It 'finds the role again, and writes nothing the second time' {
        $policy = New-PoolRolePolicy -S3Bucket shop-files
        New-PoolRole shop Authenticated shop-web -PermissionsPolicy $policy -AttachPolicy Bound -PermissionsBoundary Bound | Out-Null
        Set-PoolSandbox -ClearCall
        $again = New-PoolRole shop Authenticated shop-web -PermissionsPolicy $policy -AttachPolicy Bound -PermissionsBoundary Bound
        $again.RoleName | Should -Be 'shop-web'
        (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
    }

    It 'completes a role whose permissions an interrupted run did not write' {
        Set-PoolSandbox -Fault @{ Operation = 'PutRolePolicy'; ErrorCode = 'AccessDenied' }, @{ Operation = 'DeleteRole'; ErrorCode = 'AccessDenied' }
        { New-PoolRole shop Authenticated shop-web -ErrorAction Stop } | Should -Throw -ErrorId 'ChangeLeftBehind,*'
        (New-PoolRole shop Authenticated shop-web).Policies.Name | Should -Be 'cognito-identity-pool-permissions'
    }

    It 'gives the role to a rule by <how>' -ForEach @(
        @{ how = 'a table'; give = { param($role)
                Set-PoolIdentityProvider shop CognitoUserPool -RoleResolution Deny `
                    -Rule @{ Claim = 'custom:team'; Value = 'web'; Role = $role } } }
        @{ how = 'an argument'; give = { param($role)
                Set-PoolIdentityProvider shop CognitoUserPool -RoleResolution Deny -Rule (New-PoolRoleRule custom:team web $role) } }
        @{ how = 'the pipeline'; give = { param($role)
                Set-PoolIdentityProvider shop CognitoUserPool -RoleResolution Deny -Rule ($role | New-PoolRoleRule custom:team web) } }
        @{ how = 'a table, after CLIXML'; give = { param($role)
                $role | Export-Clixml TestDrive:/role.xml
                Set-PoolIdentityProvider shop CognitoUserPool -RoleResolution Deny `
                    -Rule @{ Claim = 'custom:team'; Value = 'web'; Role = (Import-Clixml TestDrive:/role.xml) } } }
        @{ how = 'CSV and the pipeline'; give = { param($role)
                Set-PoolIdentityProvider shop CognitoUserPool -RoleResolution Deny `
                    -Rule ($role | ConvertTo-Csv | ConvertFrom-Csv | New-PoolRoleRule custom:team web) } }
    ) {
        $role = New-PoolRole shop Authenticated shop-web
        & $give $role
        (Get-PoolIdentityProvider shop).Rules.Role | Should -Be $role.RoleArn
        $token = New-PoolSandboxToken shop CognitoUserPool -Claim @{ 'custom:team' = 'web' }
        (Get-PoolCredential shop -Login @{ CognitoUserPool = $token }).RoleArn | Should -BeLike '*/shop-web'
    }

    It 'is ready for the next command although IAM takes seconds to spread a role' {
        Set-PoolSandbox -IamDelay 0:00:01.5
        $role = New-PoolRole shop Authenticated shop-web
        Set-PoolRole shop Authenticated -Role $role
        (Get-CognitoIdentityPool shop).AuthenticatedRole | Should -Be $role.RoleArn
    }

    It 'is set by name as a default role' {
        New-PoolRole shop Guest shop-strangers | Set-PoolGuestAccess shop -Enable -Role { $_.RoleArn } -ErrorAction SilentlyContinue
        Set-PoolGuestAccess shop -Enable -Role shop-strangers
        (Get-CognitoIdentityPool shop).GuestRole | Should -BeLike '*/shop-strangers'
    }

    It 'goes with its pool' {
        New-PoolRole shop Authenticated shop-web | Out-Null
        Remove-CognitoIdentityPool shop -RemoveRole -Force
        ((Get-PoolSandbox).Calls | Where-Object Operation -eq 'DeleteRole').Request -join ' ' | Should -BeLike '*shop-web*'
    }

    It 'allows principal tags <when>' -ForEach @(
        @{ when = 'with -PrincipalTag'; bound = @{ PrincipalTag = $true }; mapping = $false; allowed = $true }
        @{ when = 'when a provider maps attributes'; bound = @{}; mapping = $true; allowed = $true }
        @{ when = 'not with -TagSession:$false'; bound = @{ PrincipalTag = $false }; mapping = $true; allowed = $false }
        @{ when = 'not otherwise'; bound = @{}; mapping = $false; allowed = $false }
    ) {
        if ($mapping) { Set-PoolIdentityProvider shop CognitoUserPool -AttributeMapping @{ team = 'custom:team' } }
        $role = New-PoolRole shop Authenticated shop-web @bound
        $role.TrustPolicy.Contains('sts:TagSession') | Should -Be $allowed
    }

    It 'allows principal tags later, for a role that is there' {
        New-PoolRole shop Authenticated shop-web | Out-Null
        (New-PoolRole shop Authenticated shop-web -TagSession).TrustPolicy | Should -BeLike '*sts:TagSession*'
    }

    It 'takes a policy as <form>' -ForEach @(
        @{ form = 'lines'; give = { param($json) @{ PermissionsPolicy = $json -split "`n" } } }
        @{ form = 'file://'; give = { param($json) $json | Set-Content TestDrive:/policy.json
                @{ PermissionsPolicy = 'file://TestDrive:/policy.json' } } }
        @{ form = 'a file'; give = { param($json) $json | Set-Content TestDrive:/policy.json
                @{ PolicyFile = 'TestDrive:/policy.json' } } }
        @{ form = 'a file of Windows PowerShell'; give = { param($json) $json | Set-Content TestDrive:/policy.json -Encoding Unicode
                @{ PolicyFile = 'TestDrive:/policy.json' } } }
        @{ form = 'a file by its URL'; give = { param($json) $json | Set-Content TestDrive:/policy.json
                @{ PolicyFile = 'file://' + (Get-Item TestDrive:/policy.json).FullName } } }
        @{ form = 'what Get-Item returns'; give = { param($json) $json | Set-Content TestDrive:/policy.json
                @{ PermissionsPolicy = Get-Item TestDrive:/policy.json } } }
        @{ form = 'a hashtable'; give = { @{ PermissionsPolicy = @{ Version = '2012-10-17'
                        Statement = @(@{ Effect = 'Allow'; Action = 's3:GetObject'
                                Resource = 'arn:aws:s3:::files/${cognito-identity.amazonaws.com:sub}/*' }) } } } }
        @{ form = 'what ConvertFrom-Json made'; give = { param($json) @{ PermissionsPolicy = $json | ConvertFrom-Json } } }
    ) {
        $json = '{
            "Version": "2012-10-17",
            "Statement": [{"Effect": "Allow", "Action": "s3:GetObject",
                "Resource": "arn:aws:s3:::files/${cognito-identity.amazonaws.com:sub}/*"}]
        }'
        $policy = & $give $json
        $role = New-PoolRole shop Authenticated shop-web @policy -WarningVariable warned
        $warned | Should -BeNullOrEmpty
        ($role.Policies[0].Document | ConvertFrom-Json).Statement[0].Resource |
            Should -Be 'arn:aws:s3:::files/${cognito-identity.amazonaws.com:sub}/*'
    }

    It 'names the file that cannot be read' {
        { New-PoolRole shop Authenticated shop-web -PolicyFile TestDrive:/none.json -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidPolicyFile,*' -ExpectedMessage '*none.json*'
        { New-PoolRole shop Authenticated shop-web -PermissionsPolicy file://none.json -ErrorAction Stop } |
            Should -Throw -ErrorId 'ParameterArgumentTransformationError,*' -ExpectedMessage '*none.json*'
    }

    It 'says how a file is read when its path is given for the policy' {
        '{}' | Set-Content TestDrive:/policy.json
        { New-PoolRole shop Authenticated shop-web -PermissionsPolicy TestDrive:/policy.json -ErrorAction Stop } |
            Should -Throw -ErrorId 'ParameterArgumentTransformationError,*' -ExpectedMessage '*file://TestDrive:/policy.json*-PolicyFile*'
    }

    It 'refuses an empty list of policies' {
        { New-PoolRole shop Authenticated shop-web -PermissionsPolicy @() -ErrorAction Stop } |
            Should -Throw -ErrorId 'ParameterArgumentTransformationError,*' -ExpectedMessage '*The list of policies must not be empty.*'
    }

    It 'takes the date that ConvertFrom-Json makes of a condition' {
        $policy = '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "sqs:*", "Resource": "*",
            "Condition": { "DateLessThan": { "aws:CurrentTime": "2030-01-01T00:00:00Z" } } }] }' | ConvertFrom-Json
        $role = New-PoolRole shop Authenticated shop-web -PermissionsPolicy $policy
        $role.Policies[0].Document | Should -BeLike '*"2030-01-01T00:00:00Z"*'
    }

    It 'warns when the variable of a policy was eaten by double quotes' {
        $policy = @"
        { "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:*",
            "Resource": "arn:aws:s3:::files/${cognito-identity.amazonaws.com:sub}*" }] }
"@
        New-PoolRole shop Authenticated shop-web -PermissionsPolicy $policy -WarningVariable warned -WarningAction SilentlyContinue
        "$warned" | Should -BeLike '*same data*single quotes*'
        Set-PoolRole shop Authenticated -PermissionsPolicy $policy -WarningVariable warned -WarningAction SilentlyContinue
        "$warned" | Should -BeLike '*same data*single quotes*'
        New-CognitoIdentityPool two -AuthenticatedPermissionsPolicy $policy -WarningVariable warned -WarningAction SilentlyContinue | Out-Null
        "$warned" | Should -BeLike '*same data*single quotes*'
        New-PoolRole shop Guest shop-strangers -PermissionsPolicy $policy -WarningVariable warned | Out-Null
        $warned | Should -BeNullOrEmpty
    }

    It 'refuses a name that <why>, before anything is made' -ForEach @(
        @{ why = 'another role has'; name = 'taken'; says = '*was not created for this identity pool*' }
        @{ why = 'IAM does not take'; name = 'no blanks'; says = '*the name of a role must have*' }
        @{ why = 'a role for guests has'; name = 'shop-strangers'; says = "RoleName 'shop-strangers'*-RepairTrust*" }
    ) {
        New-PoolRole shop Guest shop-strangers | Out-Null
        Set-PoolSandbox -Role @{ Name = 'taken'; TrustPolicy = (New-PoolTrustPolicy shop Authenticated) } -ClearCall
        New-PoolRole shop Authenticated $name -ErrorVariable failed -ErrorAction SilentlyContinue
        "$($failed[0]) $($failed[0].ErrorDetails.RecommendedAction)" | Should -BeLike $says
        (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
    }

    It 'sets the permissions boundary, and refuses another one later' {
        New-PoolRole shop Authenticated shop-web -PermissionsBoundary Bound | Out-Null
        $request = ((Get-PoolSandbox).Calls | Where-Object Operation -eq 'CreateRole').Request
        [Uri]::UnescapeDataString($request) | Should -BeLike '*PermissionsBoundary=arn:aws:iam::123456789012:policy/Bound*'
        New-PoolRole shop Authenticated shop-free | Out-Null
        { New-PoolRole shop Authenticated shop-free -PermissionsBoundary Bound -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidPermissionsBoundary,*' -ExpectedMessage '*no permissions boundary*'
    }

    It 'refuses principal tags for guests' {
        { New-PoolRole shop Guest shop-web -TagSession -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidTagSession,*'
    }

    It 'takes rows, and makes nothing with -WhatIf and -AsPlan' {
        $rows = 'IdentityPool,IdentityType,RoleName', 'shop,Authenticated,a1', 'shop,Guest,a2' | ConvertFrom-Csv
        $rows | New-PoolRole -WhatIf
        ($rows | New-PoolRole -AsPlan).Steps.Operation |
            Should -Be 'iam:CreateRole', 'iam:PutRolePolicy', 'iam:CreateRole', 'iam:PutRolePolicy'
        (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
        ($rows | New-PoolRole).RoleName | Should -Be 'a1', 'a2'
    }
}
