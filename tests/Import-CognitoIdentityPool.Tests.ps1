BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
    function Get-Text($pool) { (Export-CognitoIdentityPool $pool -WarningAction Ignore).Text }
    $anything = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}'
    function Get-ChangeCount { @((Get-PoolSandbox).Calls | Where-Object Changing).Count }
    function Get-Failure([scriptblock]$work) {
        $ErrorActionPreference = 'Continue'
        @(& $work 2>&1 | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] })
    }
}

Describe 'Import-CognitoIdentityPool' {
    BeforeEach {
        Connect-PoolAccount -Sandbox | Out-Null
        New-CognitoIdentityPool shop -GuestAccess -UserPoolId us-east-1_AbCdEf123 -ClientId 1example23456789 -Tag @{ team = 'web' } | Out-Null
        Set-PoolSandbox -ManagedPolicy @{ Name = 'extra'; Document = $anything }
        New-PoolRole shop Authenticated -RoleName admins -AttachPolicy extra | Out-Null
        Set-PoolIdentityProvider shop CognitoUserPool -RoleSetting Rules -RoleResolution Deny -Rule @{
            Claim = 'cognito:groups'; Operator = 'Contains'; Value = 'admin'; Role = 'admins' }
        $document = Export-CognitoIdentityPool shop
        $file = Join-Path $TestDrive "$([guid]::NewGuid()).json"
        $document.Text | Set-Content $file
    }
    AfterAll { Disconnect-PoolAccount }

    Context 'what comes of a document' {
        It 'is the pool itself when nothing differs, without a call that changes' {
            $before = Get-ChangeCount
            (Import-CognitoIdentityPool $file).Name | Should -Be 'shop'
            Get-ChangeCount | Should -Be $before
            (Import-CognitoIdentityPool $file -AsPlan).IsEmpty | Should -BeTrue
        }

        It 'is the same pool again after everything was deleted' {
            Remove-CognitoIdentityPool shop -RemoveRole -Force
            @(Get-CognitoIdentityPool).Count | Should -Be 0
            Import-CognitoIdentityPool $file | Out-Null
            Get-Text shop | Should -BeExactly $document.Text
            (Get-PoolRole shop).Trusted | Should -Be $true, $true, $true
            (Get-PoolRole shop).CreatedByModule | Should -Be $true, $true, $true
        }

        It 'is a copy beside the original, with roles of its own' {
            Get-CognitoIdentityPool shop | Export-CognitoIdentityPool |
                Import-CognitoIdentityPool -Name copy -WarningVariable warnings -WarningAction SilentlyContinue
            "$warnings" | Should -BeLike "IAM role 'admins' already exists and does not belong to this pool. The new role gets the name 'admins-*"
            $start = (Get-CognitoIdentityPool copy).IdentityPoolId.Substring(10, 8)
            (Get-PoolRole copy).RoleName | Should -Be 'copy_authenticatedrole', 'copy_guestrole', "admins-$start"
            (Get-PoolRole copy).Trusted | Should -Be $true, $true, $true
            Get-Text copy | Should -BeExactly ($document.Text -replace '"name": "shop"', '"name": "copy"')
            Get-Text shop | Should -BeExactly $document.Text
            (Import-CognitoIdentityPool $file -Name copy -AsPlan -WarningAction Ignore).IsEmpty | Should -BeTrue
        }

        It 'is the same pool in <_>' -ForEach 'eu-west-1', 'us-gov-west-1', 'cn-north-1' {
            $partition = @{ 'us-gov-west-1' = 'aws-us-gov'; 'cn-north-1' = 'aws-cn' }[$_]
            if ($partition) { Set-PoolSandbox -ManagedPolicy @{ Name = 'extra'; Document = $anything } -Partition $partition }
            $pool = $document | Import-CognitoIdentityPool -Region $_ -WarningAction Ignore
            $pool.Region | Should -Be $_
            (Export-CognitoIdentityPool $pool).Text | Should -BeExactly $document.Text
            ($pool | Get-PoolRole).Trusted | Should -Be $true, $true, $true
        }

        It 'names the document and the number of a wrong rule' {
            Set-PoolIdentityProvider shop CognitoUserPool -RoleResolution Deny -Rule @(
                @{ Claim = 'a'; Value = 'b'; Role = 'shop_authenticatedrole' }, @{ Claim = 'a'; Value = 'c'; Role = 'shop_authenticatedrole' })
            $text = (Export-CognitoIdentityPool shop).Text -replace '"value": "c"', '"value": ""'
            { $text | Import-CognitoIdentityPool -Name copy -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidPoolDocument,*' `
                -ExpectedMessage 'The text from the pipeline: Rule 2, Value: the value of a rule must have 1 to 128 characters.*'
        }

        It 'is what the file says, and keeps and names what the file does not have' {
            Set-CognitoIdentityPool shop -Tag @{ extra = 'x' } -BasicFlow Active
            Add-PoolIdentityProvider shop -GoogleClientId 123-abc.apps.googleusercontent.com
            Set-PoolRole shop Guest -AttachPolicy extra
            Set-PoolGuestAccess shop -Disable
            $pool = Import-CognitoIdentityPool $file -WarningVariable warnings -WarningAction SilentlyContinue
            $pool.GuestAccess | Should -BeTrue
            $pool.BasicFlow | Should -Be 'Inactive'
            $pool.Tags.extra | Should -Be 'x'
            $pool.Providers.Type | Should -Be 'CognitoUserPool', 'Google'
            $warnings | ForEach-Object { "$_" } | Should -Be @(
                'The document does not contain the tag extra=x, so it is kept. To remove it, use -Prune.'
                ('The document does not contain the provider Google accounts.google.com (123-abc.apps.googleusercontent.com), ' +
                    'so it is kept. To remove it, use -Prune.')
                "The document does not contain the policy arn:aws:iam::123456789012:policy/extra attached to IAM role 'shop_guestrole', " +
                    'so it is kept. To remove it, use -Prune.')
            Import-CognitoIdentityPool $file -Prune | Out-Null
            Get-Text shop | Should -BeExactly $document.Text
        }

        It 'changes roles: trust, policies, boundary, description, session and tags' {
            $text = $document.Text -replace '"guest": \{\s+"description": "[^"]*",', ('"guest": { "description": "Other", "maxSessionDuration": 7200, ' +
                '"permissionsBoundary": "arn:${Partition}:iam::${AccountId}:policy/extra", "tags": { "owner": "me" }, ' +
                '"attachedPolicies": [ "arn:${Partition}:iam::${AccountId}:policy/extra" ], // a comment, and a comma too many')
            $text = $text -replace '"sts:AssumeRoleWithWebIdentity",(\s+"Condition")', '["sts:AssumeRoleWithWebIdentity","sts:TagSession"],$1'
            $text | Import-CognitoIdentityPool | Out-Null
            $read = (Get-Text shop | ConvertFrom-Json).roles
            $read.guest.description | Should -Be 'Other'
            $read.guest.maxSessionDuration | Should -Be 7200
            $read.guest.permissionsBoundary | Should -Be 'arn:${Partition}:iam::${AccountId}:policy/extra'
            $read.guest.attachedPolicies | Should -Be 'arn:${Partition}:iam::${AccountId}:policy/extra'
            $read.guest.tags.owner | Should -Be 'me'
            $read.guest.trustPolicy.Statement[0].Action.Count | Should -Be 2
            ($text | Import-CognitoIdentityPool -AsPlan).IsEmpty | Should -BeTrue
            Import-CognitoIdentityPool $file -Prune | Out-Null
            $read = (Get-Text shop | ConvertFrom-Json).roles
            $read.guest.permissionsBoundary | Should -BeNullOrEmpty
            $read.guest.tags | Should -BeNullOrEmpty
            $read.guest.maxSessionDuration | Should -BeNullOrEmpty
        }

        It 'names a role that was made for the pool and that the document does not have, and -Prune deletes it' {
            New-PoolRole shop Authenticated -RoleName token-users | Out-Null
            (Import-CognitoIdentityPool $file -AsPlan).Warnings |
                Should -Be "The document does not contain IAM role 'token-users', which was created for this pool, so it is kept. To remove it, use -Prune."
            $plan = (Import-CognitoIdentityPool $file -Prune -AsPlan).ToJson()
            $plan | Invoke-PoolPlan -Force
            @(Find-PoolRole).RoleName | Should -Not -Contain 'token-users'
            @(Find-PoolRole).RoleName | Should -Contain 'admins'
            (Import-CognitoIdentityPool $file -AsPlan).IsEmpty | Should -BeTrue
        }

        It 'renames the pool that -IdentityPool names' {
            $id = (Get-CognitoIdentityPool shop).IdentityPoolId
            (Import-CognitoIdentityPool $file -IdentityPool shop -Name store -WarningAction Ignore).IdentityPoolId | Should -Be $id
            (Get-CognitoIdentityPool store).IdentityPoolId | Should -Be $id
        }

        It 'runs as a reviewed plan' {
            $plan = (Import-CognitoIdentityPool $file -Name copy -AsPlan -WarningAction Ignore).ToJson()
            $plan | Invoke-PoolPlan -WarningAction Ignore
            Get-Text copy | Should -BeExactly ($document.Text -replace '"name": "shop"', '"name": "copy"')
            Set-PoolGuestAccess shop -Disable
            Set-PoolRole shop Guest -PermissionsPolicy $anything
            Import-CognitoIdentityPool $file -AsPlan | ConvertTo-Json | Invoke-PoolPlan
            Get-Text shop | Should -BeExactly $document.Text
        }

        It 'goes back to the Region of the folder, and to that of -Region when it is given' {
            New-CognitoIdentityPool shop -GuestAccess -Region eu-west-1 -Tag @{ r = 'eu' } | Out-Null
            $folder = Join-Path $TestDrive ([guid]::NewGuid())
            Export-CognitoIdentityPool -AllRegions -Path $folder
            $plans = Import-CognitoIdentityPool "$folder/*/*.json" -AsPlan
            $plans.IsEmpty | Should -Be $true, $true
            $plans.Region | Should -Be 'eu-west-1', 'us-east-1'
            (Import-CognitoIdentityPool "$folder/eu-west-1/shop.json" -Region eu-central-1 -AsPlan).Region | Should -Be 'eu-central-1'
        }

        It 'never brings two documents to one pool' {
            Copy-Item $file "$file.2.json"
            $failed = Get-Failure { $file, "$file.2.json" | Import-CognitoIdentityPool -Name copy -WarningAction Ignore }
            $failed.Count | Should -Be 1
            $failed[0].FullyQualifiedErrorId | Should -BeLike 'InvalidName*'
        }

        It 'warns when more than the pool''s users can assume a role, and of a placeholder that is nearly one' {
            $open = $document.Text -replace '"Federated": "\$\{CognitoPrincipal\}"', '"AWS": "*"' `
                -replace '"sts:AssumeRoleWithWebIdentity"', '"sts:AssumeRole"'
            $plan = $open | Import-CognitoIdentityPool -Name copy -AsPlan -WarningAction Ignore
            "$($plan.Warnings)" | Should -Match 'does not accept guests of the pool'
            $near = $document.Text -replace '\$\{IdentityPoolId\}', '${IdentityPoolID}'
            "$(($near | Import-CognitoIdentityPool -Name copy -AsPlan -WarningAction Ignore).Warnings)" | Should -Match "Did you mean '\`$\{IdentityPoolId\}'\?"
            $other = $document.Text -replace '"\$\{IdentityPoolId\}"', '["${IdentityPoolId}", "us-east-1:12345678-1234-1234-1234-123456789012"]'
            $plan = $other | Import-CognitoIdentityPool -Name copy -AsPlan -WarningAction Ignore
            "$($plan.Warnings)" | Should -Match 'Not only guests of the pool can assume role'
        }

        It 'is undone as a whole when a step fails' {
            Set-PoolSandbox -Fault @{ Operation = 'SetIdentityPoolRoles'; ErrorCode = 'InvalidParameterException'; Message = 'No.' }
            $before = @(Get-CognitoIdentityPool).Count
            $failed = Get-Failure { $document | Import-CognitoIdentityPool -Name copy -WarningAction Ignore }
            $failed[0].FullyQualifiedErrorId | Should -BeLike 'ChangeFailed*'
            @(Get-CognitoIdentityPool).Count | Should -Be $before
            @(Find-PoolRole).RoleName | Should -Not -Contain 'copy_guestrole'
        }

        It 'changes nothing with -WhatIf, and shows every step' {
            $before = Get-ChangeCount
            Import-CognitoIdentityPool $file -Name copy -WhatIf -WarningAction Ignore | Should -BeNullOrEmpty
            Get-ChangeCount | Should -Be $before
            $plan = Import-CognitoIdentityPool $file -Name copy -AsPlan -WarningAction Ignore
            "$plan" | Should -Match "Create IAM role 'copy_guestrole' for guests"
        }
    }

    Context 'forms of a document' {
        It 'takes <Form>' -ForEach @(
            @{ Form = 'the text of a file'; Give = { Get-Content $file -Raw } }
            @{ Form = 'the lines of a file'; Give = { Get-Content $file } }
            @{ Form = 'a file'; Give = { Get-Item $file } }
            @{ Form = 'its path'; Give = { $file } }
            @{ Form = 'a row with its path'; Give = { [pscustomobject]@{ Path = $file } } }
            @{ Form = 'what ConvertFrom-Json made'; Give = { Get-Content $file -Raw | ConvertFrom-Json } }
            @{ Form = 'a hashtable'; Give = { Get-Content $file -Raw | ConvertFrom-Json -AsHashtable } }
            @{ Form = 'an exported object'; Give = { $document } }
            @{ Form = 'an exported object after CLIXML'; Give = { $document | Export-Clixml "$file.xml"; Import-Clixml "$file.xml" } }
            @{ Form = 'an exported object after JSON'; Give = { $document | ConvertTo-Json | ConvertFrom-Json } }
            @{ Form = 'an exported object after CSV'; Give = { $document | ConvertTo-Csv | ConvertFrom-Csv } }
            @{ Form = 'an exported object of a job'; Give = { $text = $document; Start-Job { $using:text } | Receive-Job -Wait -AutoRemoveJob } }
        ) {
            & $Give | Import-CognitoIdentityPool -Name copy -WarningAction Ignore | Out-Null
            ($document | Import-CognitoIdentityPool -Name copy -AsPlan -WarningAction Ignore).IsEmpty | Should -BeTrue
            (Get-PoolRole copy).RoleName | Should -Contain copy_guestrole
        }

        It 'takes several files and wildcards' {
            New-CognitoIdentityPool blog -GuestAccess | Out-Null
            $folder = Join-Path $TestDrive ([guid]::NewGuid())
            Export-CognitoIdentityPool -Path $folder
            (Import-CognitoIdentityPool "$folder/*.json").Name | Should -Be 'blog', 'shop'
            (Import-CognitoIdentityPool "$folder/blog.json", "$folder/shop.json").Name | Should -Be 'blog', 'shop'
            (Get-ChildItem $folder | Import-CognitoIdentityPool).Name | Should -Be 'blog', 'shop'
        }

        It 'takes comments, trailing commas and a byte order mark' {
            [char]0xFEFF + "// first`n" + ($document.Text -replace '\}\s*$', ', /* last */ }') | Set-Content $file
            (Import-CognitoIdentityPool $file -AsPlan).IsEmpty | Should -BeTrue
            (Get-Content $file | Import-CognitoIdentityPool -AsPlan).IsEmpty | Should -BeTrue
        }
    }

    Context 'values' {
        It 'takes a secret, as text or as SecureString, and never shows it' {
            Add-PoolIdentityProvider shop -Provider @{ Twitter = 'key;secret-of-twitter' }
            $text = Get-Text shop
            ($text | Import-CognitoIdentityPool -AsPlan).IsEmpty | Should -BeTrue
            $failed = Get-Failure { $text | Import-CognitoIdentityPool -Name copy }
            $failed[0].FullyQualifiedErrorId | Should -BeLike 'InvalidValue*'
            "$($failed[0].ErrorDetails.RecommendedAction)$($failed[0])" | Should -Match "-Value @\{ 'TwitterSecret' = '...' \}"
            $all = $text | Import-CognitoIdentityPool -Name copy -Value @{ TwitterSecret = 'another-secret-of-twitter' } -Verbose -WarningAction Ignore 4>&1
            "$($all | Out-String)" | Should -Not -Match 'another-secret'
            $secure = ConvertTo-SecureString third-secret -AsPlainText -Force
            $plan = $text | Import-CognitoIdentityPool -Name copy -Value @{ TwitterSecret = $secure } -AsPlan -WarningAction Ignore
            $plan.Steps.Count | Should -Be 1
            "$plan $($plan | ConvertTo-Json -Depth 9)" | Should -Not -Match 'third-secret'
        }

        It 'takes the name of a role, or a role that exists' {
            Import-CognitoIdentityPool $file -Name copy -Value @{ admins = 'copy-admins'; authenticated = 'copy-users' } | Out-Null
            (Get-PoolRole copy).RoleName | Should -Be 'copy-users', 'copy_guestrole', 'copy-admins'
            $arn = (Get-PoolRole shop -Role admins).RoleArn
            Import-CognitoIdentityPool $file -Name third -Value @{ admins = $arn } -RepairTrust -WarningAction Ignore | Out-Null
            (Get-PoolRole third).RoleArn | Should -Contain $arn
            (Get-PoolRole third -Role admins).Trusted | Should -BeTrue
        }

        It 'refuses a name that no document takes, with the nearest, before any call' {
            $before = (Get-PoolSandbox).Calls.Count
            $failed = Get-Failure { Import-CognitoIdentityPool $file -Value @{ admin = 'x' } }
            $failed[0].FullyQualifiedErrorId | Should -BeLike 'InvalidValue*'
            $failed[0].ErrorDetails.RecommendedAction | Should -Be "Did you mean 'admins'?"
            (Get-PoolSandbox).Calls.Count | Should -Be $before
        }

        It 'warns of a value that no document of the pipeline used' {
            $document | Import-CognitoIdentityPool -Value @{ admin = 'x' } -WarningVariable warnings -WarningAction SilentlyContinue | Out-Null
            "$warnings" | Should -Be "No document used the value 'admin' of -Value."
        }
    }

    Context 'what is refused, before any call' {
        It 'refuses <What>' -ForEach @(
            @{ What = 'an unknown key'
                Text = '{ "version": 1, "name": "x", "guestAcces": true }'
                Place = '$.guestAcces'; Cure = "Did you mean 'guestAccess'?"
            }
            @{ What = 'an unknown key of a role'
                Text = '{ "version": 1, "name": "x", "roles": { "a": { "trustPolcy": {} } } }'
                Place = '$.roles.a.trustPolcy'; Cure = "Did you mean 'trustPolicy'?"
            }
            @{ What = 'a newer version'
                Text = '{ "version": 2, "name": "x", "new": 1 }'
                Place = '$.version'; Cure = 'Install a newer version of the module.'
            }
            @{ What = 'a missing name'; Text = '{ "version": 1 }'; Place = '$'; Cure = '' }
            @{ What = 'a wrong type'; Text = '{ "version": 1, "name": "x", "tags": { "a": 1 } }'; Place = '$.tags.a'; Cure = '' }
            @{ What = 'a key that is there twice'; Text = '{ "version": 1, "name": "x", "name": "y" }'; Place = '$.name'; Cure = 'Remove one of them.' }
            @{ What = 'a role that is not there'
                Text = '{ "version": 1, "name": "x", "guestRole": "gest", "roles": { "guest": { "arn": "x" } } }'
                Place = '$.guestRole'; Cure = "Did you mean 'guest'?"
            }
            @{ What = 'an unknown choice'
                Text = '{ "version": 1, "name": "x", "basicFlow": "Actve" }'
                Place = '$.basicFlow'; Cure = "Did you mean 'Active'?"
            }
            @{ What = 'a secret in a document'
                Text = '{ "version": 1, "name": "x", "providers": [ { "type": "Twitter", "clientId": "key;secret-of-twitter" } ] }'
                Place = '$.providers[0].clientId'; Cure = '*-Value*'
            }
            @{ What = 'a role without a name'
                Text = '{ "version": 1, "name": "x", "roles": { "a": { "trustPolicy": { "Statement": [] } } } }'
                Place = '$.roles.a'; Cure = '*'
            }
            @{ What = 'text that is not JSON'; Text = "{`n`"version`": 1,`n nonsense }"; Place = 'line 3'; Cure = '' }
            @{ What = 'half a document'; Text = '{ "version": 1,'; Place = 'line '; Cure = '' }
            @{ What = 'something else'; Text = '{ "a": 1 }'; Place = '$'; Cure = '*Export-CognitoIdentityPool.' }
        ) {
            $before = (Get-PoolSandbox).Calls.Count
            foreach ($failed in (Get-Failure { $Text | Import-CognitoIdentityPool }), (Get-Failure {
                        Set-Content $file $Text
                        Import-CognitoIdentityPool $file
                    })) {
                @($failed).Count | Should -Be 1
                $failed[0].FullyQualifiedErrorId | Should -BeLike 'InvalidPoolDocument*'
                "$($failed[0])" | Should -BeLike "*, $([WildcardPattern]::Escape($Place))*: *"
                "$($failed[0])" | Should -Not -Match 'secret-of-twitter'
                $failed[0].ErrorDetails.RecommendedAction | Should -BeLike "$Cure*"
            }
            (Get-PoolSandbox).Calls.Count | Should -Be $before
        }

        It 'refuses a policy that IAM would refuse, before anything is changed' {
            $before = Get-ChangeCount
            $text = $document.Text -replace '"Effect": "Allow",\s+"Action": "cognito-identity', '"Effect": "Alow", "Action": "cognito-identity'
            $failed = Get-Failure { $text | Import-CognitoIdentityPool -Name copy -WarningAction Ignore }
            "$($failed[0])" | Should -BeLike '*$.roles.*.inlinePolicies*Alow*'
            $failed = Get-Failure { ($document.Text -replace ':policy/extra', ':policy/missing') | Import-CognitoIdentityPool -Name copy -WarningAction Ignore }
            "$($failed[0])" | Should -BeLike '*$.roles.admins.attachedPolicies: *missing*'
            Get-ChangeCount | Should -Be $before
        }

        It 'refuses <What>' -ForEach @(
            @{ What = 'a pool'; Give = { Get-CognitoIdentityPool shop }; Id = 'NotAPoolDocument' }
            @{ What = 'a role'; Give = { Get-PoolRole shop | Select-Object -First 1 }; Id = 'NotAPoolDocument' }
            @{ What = 'a number'; Give = { 5 }; Id = 'NotAPoolDocument' }
            @{ What = 'nothing'; Give = { , $null }; Id = 'InvalidPath' }
            @{ What = 'a Terraform configuration'; Give = { Export-CognitoIdentityPool shop -Format Terraform -WarningAction Ignore }; Id = 'NotAPoolDocument' }
            @{ What = 'a file that is not there'; Give = { 'nofile.json' }; Id = 'FileNotRead' }
            @{ What = 'a folder'; Give = { "$TestDrive" }; Id = 'FileNotRead' }
            @{ What = 'a drive that is none of the file system'; Give = { 'env:PATH' }; Id = 'FileNotRead' }
        ) {
            $failed = Get-Failure { & $Give | Import-CognitoIdentityPool }
            $failed[0].FullyQualifiedErrorId | Should -BeLike "$Id*"
        }

        It 'goes on after a bad document' {
            $all = '{ "version": 9 }', $document.Text | Import-CognitoIdentityPool -ErrorVariable failed -ErrorAction SilentlyContinue
            $all.Name | Should -Be 'shop'
            $failed.Count | Should -Be 1
        }

        It 'refuses one name for several documents, and a document of another Region' {
            Set-Content "$file.2.json" $document.Text
            (Get-Failure { Import-CognitoIdentityPool $file, "$file.2.json" -Name x })[0].FullyQualifiedErrorId | Should -BeLike 'InvalidName*'
            $pinned = $document.Text -replace '"\$\{Region\}"', '"eu-west-1"'
            (Get-Failure { $pinned | Import-CognitoIdentityPool -Region us-east-1 })[0].FullyQualifiedErrorId | Should -BeLike 'InvalidRegion*'
            ($pinned | Import-CognitoIdentityPool -AsPlan -WarningAction Ignore).Region | Should -Be 'eu-west-1'
        }

        It 'asks which pool is meant when two have the name' {
            New-CognitoIdentityPool shop -AllowDuplicate -GuestAccess | Out-Null
            $failed = Get-Failure { Import-CognitoIdentityPool $file }
            $failed[0].FullyQualifiedErrorId | Should -BeLike 'InvalidIdentityPool*'
            $id = (Get-CognitoIdentityPool | Where-Object { $_.Providers.Count -eq 0 }).IdentityPoolId
            (Import-CognitoIdentityPool $file -IdentityPool $id -WarningAction Ignore).Providers.Count | Should -Be 1
        }
    }

    Context 'what other tools have' {
        BeforeEach {
            $pool = Get-CognitoIdentityPool shop
            $key = 'cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123'
            $describe = @{
                IdentityPoolId = $pool.IdentityPoolId; IdentityPoolName = 'shop'; AllowUnauthenticatedIdentities = $true; AllowClassicFlow = $false
                CognitoIdentityProviders = @(@{ ProviderName = $key; ClientId = '1example23456789'; ServerSideTokenCheck = $true })
                IdentityPoolTags = @{ team = 'web' }
            } | ConvertTo-Json -Depth 9
            $roles = @{
                IdentityPoolId = $pool.IdentityPoolId
                Roles = @{ authenticated = $pool.AuthenticatedRole; unauthenticated = $pool.GuestRole }
                RoleMappings = @{ "${key}:1example23456789" = @{ Type = 'Rules'; AmbiguousRoleResolution = 'Deny'; RulesConfiguration = @{ Rules = @(
                                @{ Claim = 'cognito:groups'; MatchType = 'Contains'; Value = 'admin'; RoleARN = (Get-PoolRole shop -Role admins).RoleArn })
                        }
                    }
                }
            } | ConvertTo-Json -Depth 9
            $map = @{ IdentityPoolId = $pool.IdentityPoolId; IdentityProviderName = $key; UseDefaults = $false
                PrincipalTags = @{ dept = 'custom:dept' }
            } | ConvertTo-Json
            $handwritten = @'
                {
                    "Parameters": {
                        "Name": { "Type": "String", "Default": "kiosk" },
                        "Bucket": { "Type": "String" },
                        "Stage": { "Type": "String", "Default": "live" }
                    },
                    "Resources": {
                        "Pool": {
                            "Type": "AWS::Cognito::IdentityPool",
                            "Properties": {
                                "IdentityPoolName": { "Ref": "Name" },
                                "AllowUnauthenticatedIdentities": true,
                                "IdentityPoolTags": [
                                    { "Key": "stage", "Value": { "Ref": "Stage" } },
                                    { "Key": "place", "Value": { "Fn::Join": [ "/", [ { "Ref": "AWS::Region" }, { "Ref": "Name" } ] ] } }
                                ]
                            }
                        },
                        "Guests": {
                            "Type": "AWS::IAM::Role",
                            "Properties": {
                                "RoleName": { "Fn::Sub": "${Name}-guests" },
                                "AssumeRolePolicyDocument": {
                                    "Version": "2012-10-17",
                                    "Statement": [ {
                                        "Effect": "Allow",
                                        "Principal": { "Federated": "cognito-identity.amazonaws.com" },
                                        "Action": "sts:AssumeRoleWithWebIdentity",
                                        "Condition": {
                                            "StringEquals": { "cognito-identity.amazonaws.com:aud": { "Ref": "Pool" } },
                                            "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "unauthenticated" }
                                        }
                                    } ]
                                },
                                "ManagedPolicyArns": [ { "Fn::Sub": "arn:${AWS::Partition}:iam::${AWS::AccountId}:policy/extra" } ],
                                "Policies": [ {
                                    "PolicyName": "files",
                                    "PolicyDocument": {
                                        "Version": "2012-10-17",
                                        "Statement": [ {
                                            "Effect": "Allow",
                                            "Action": "s3:GetObject",
                                            "Resource": { "Fn::Sub": "arn:${AWS::Partition}:s3:::${Bucket}/${!cognito-identity.amazonaws.com:sub}/*" }
                                        } ]
                                    }
                                } ]
                            }
                        },
                        "Attachment": {
                            "Type": "AWS::Cognito::IdentityPoolRoleAttachment",
                            "Properties": {
                                "IdentityPoolId": { "Ref": "Pool" },
                                "Roles": { "unauthenticated": { "Fn::GetAtt": [ "Guests", "Arn" ] } }
                            }
                        }
                    }
                }
'@
        }

        It 'makes the same pool of a CloudFormation template in another account' {
            $template = (Export-CognitoIdentityPool shop -Format CloudFormation -WarningAction Ignore).Text
            Connect-PoolAccount -Sandbox | Out-Null
            Set-PoolSandbox -ManagedPolicy @{ Name = 'extra'; Document = $anything }
            $template | Import-CognitoIdentityPool | Out-Null
            Get-Text shop | Should -BeExactly $document.Text
            (Get-PoolRole shop).Trusted | Should -Be $true, $true, $true
            ($template | Import-CognitoIdentityPool -AsPlan).IsEmpty | Should -BeTrue
        }

        It 'resolves Ref, Fn::GetAtt, Fn::Sub and Fn::Join on parameters, pseudo parameters and resources' {
            Set-Content $file $handwritten
            Import-CognitoIdentityPool $file -Value @{ Name = 'till'; Bucket = 'till-files' } -WarningAction Ignore | Out-Null
            $pool = Get-CognitoIdentityPool till
            $pool.GuestAccess | Should -BeTrue
            $pool.Tags.place | Should -Be 'us-east-1/till'
            $pool.Tags.stage | Should -Be 'live'
            $role = Get-PoolRole till -IdentityType Guest -IncludePolicy
            $role.RoleName | Should -Be 'till-guests'
            $role.Trusted | Should -BeTrue
            $read = (Get-Text till | ConvertFrom-Json).roles.guest
            $read.inlinePolicies.files.Statement[0].Resource | Should -Be 'arn:${Partition}:s3:::till-files/${${CognitoKeyPrefix}:sub}/*'
            $read.attachedPolicies | Should -Be 'arn:${Partition}:iam::${AccountId}:policy/extra'
            (Import-CognitoIdentityPool $file -Value @{ Name = 'till'; Bucket = 'till-files' } -AsPlan -WarningAction Ignore).IsEmpty | Should -BeTrue
        }

        It 'asks for a parameter without a default, and refuses a value that the template does not take' {
            Set-Content $file $handwritten
            $failed = Get-Failure { Import-CognitoIdentityPool $file -WarningAction Ignore }
            "$($failed[0])$($failed[0].ErrorDetails.RecommendedAction)" | Should -BeLike '*Bucket*-Value*'
            $failed = Get-Failure { Import-CognitoIdentityPool $file -Value @{ Bucket = 'b'; Nam = 'x' } -WarningAction Ignore }
            $failed[0].FullyQualifiedErrorId | Should -BeLike 'InvalidValue*'
            $failed[0].ErrorDetails.RecommendedAction | Should -Be "Did you mean 'Name'?"
        }

        It 'refuses <Function> and names its place' -ForEach @(
            @{ Function = 'Fn::If'; Value = '{ "Fn::If": [ "IsLive", "a", "b" ] }' }
            @{ Function = 'Fn::ImportValue'; Value = '{ "Fn::ImportValue": "other-stack" }' }
            @{ Function = 'Fn::Select'; Value = '{ "Fn::Select": [ 0, [ "a" ] ] }' }
            @{ Function = 'Fn::FindInMap'; Value = '{ "Fn::FindInMap": [ "a", "b", "c" ] }' }
        ) {
            $before = (Get-PoolSandbox).Calls.Count
            $failed = Get-Failure { $handwritten -replace '\{ "Ref": "Name" \}', $Value | Import-CognitoIdentityPool -Value @{ Bucket = 'b' } }
            $failed[0].FullyQualifiedErrorId | Should -BeLike 'InvalidPoolDocument*'
            "$($failed[0])" | Should -BeLike "*`$.Resources.Pool.Properties.IdentityPoolName*$Function*"
            @((Get-PoolSandbox).Calls | Select-Object -Skip $before | Where-Object Changing).Count | Should -Be 0
        }

        It 'takes the answers of the AWS CLI as <Form>' -ForEach @(
            @{ Form = 'three files'; Give = {
                    Set-Content "$file.1.json" $describe
                    Set-Content "$file.2.json" $roles
                    Set-Content "$file.3.json" $map
                    Import-CognitoIdentityPool "$file.?.json" @with
                }
            }
            @{ Form = 'three paths in another order'; Give = {
                    Set-Content "$file.1.json" $map
                    Set-Content "$file.2.json" $roles
                    Set-Content "$file.3.json" $describe
                    Import-CognitoIdentityPool "$file.1.json", "$file.2.json", "$file.3.json" @with
                }
            }
            @{ Form = 'three texts of the pipeline'; Give = { $describe, $roles, $map | Import-CognitoIdentityPool @with } }
            @{ Form = 'the lines of commands'; Give = { & { $describe -split "`n"; $roles -split "`n"; $map -split "`n" } | Import-CognitoIdentityPool @with } }
            @{ Form = 'one merged object and the tag map'; Give = {
                    $merged = $describe | ConvertFrom-Json
                    $more = $roles | ConvertFrom-Json
                    $merged | Add-Member Roles $more.Roles
                    $merged | Add-Member RoleMappings $more.RoleMappings
                    $merged, ($map | ConvertFrom-Json) | Import-CognitoIdentityPool @with
                }
            }
        ) {
            $with = @{ Name = 'copy'; RepairTrust = $true; WarningAction = 'Ignore' }
            & $Give | Out-Null
            $copy = Get-CognitoIdentityPool copy
            $shop = Get-CognitoIdentityPool shop
            $copy.Tags.team | Should -Be 'web'
            $copy.GuestRole | Should -Be $shop.GuestRole
            $copy.AuthenticatedRole | Should -Be $shop.AuthenticatedRole
            $copy.Providers[0].Rules[0].Role | Should -Be $shop.Providers[0].Rules[0].Role
            "$($copy.Providers[0].AttributeMapping)" | Should -Be 'dept=custom:dept'
            (Get-PoolRole shop).Trusted | Should -Be $true, $true, $true
            (& {
                $with.AsPlan = $true
                & $Give
            }).IsEmpty | Should -BeTrue
        }

        It 'names the users of a role that only its trust policy tells: <type>' -ForEach @(
            @{ type = 'Guest'; says = 'for guests' }, @{ type = 'Authenticated'; says = 'for authenticated users' }
        ) {
            Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
            New-CognitoIdentityPool spare -GuestAccess | Out-Null
            New-PoolRole spare $type extra | Out-Null
            $plan = Export-CognitoIdentityPool spare | Import-CognitoIdentityPool -Name copy -AsPlan -WarningAction Ignore
            "$($plan.Steps.Description -like '*extra*')" | Should -BeLike "*Create IAM role 'extra*' $says*"
        }

        It 'warns when the answer with the roles is missing' {
            $describe | Import-CognitoIdentityPool -Name copy -WarningVariable warnings -WarningAction SilentlyContinue | Out-Null
            "$warnings" | Should -BeLike '*the output of get-identity-pool-roles is missing*'
            (Get-CognitoIdentityPool copy).GuestRole | Should -BeNullOrEmpty
        }

        It 'refuses roles without their pool' {
            $failed = Get-Failure { $roles | Import-CognitoIdentityPool }
            $failed[0].FullyQualifiedErrorId | Should -BeLike 'InvalidPoolDocument*'
            "$($failed[0])$($failed[0].ErrorDetails.RecommendedAction)" | Should -BeLike '*describe-identity-pool*'
        }
    }
}
