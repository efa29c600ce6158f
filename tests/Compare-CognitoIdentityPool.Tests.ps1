BeforeAll {
    Set-StrictMode -Version Latest
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
    function Get-ChangeCount { @((Get-PoolSandbox).Calls | Where-Object Changing).Count }
    function Get-Shown($differences) { $differences | ForEach-Object { "$($_.Path): $($_.Expected) -> $($_.Actual)" } }
    function Save-Text([string] $text) {
        $path = Join-Path $TestDrive "$([guid]::NewGuid()).json"
        [System.IO.File]::WriteAllText($path, $text)
        $path
    }
    # Runs the work and gives the errors, be they terminating or not.
    function Get-Failure([scriptblock] $work) {
        $ErrorActionPreference = 'Continue'
        try { @(& $work 2>&1 | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] }) } catch { $_ }
    }
    $wide = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}'
}

Describe 'Compare-CognitoIdentityPool' {
    BeforeEach {
        Connect-PoolAccount -Sandbox | Out-Null
        Set-PoolSandbox -ManagedPolicy @{ Name = 'extra'; Document = $wide }
        New-CognitoIdentityPool shop -GuestAccess -UserPoolId us-east-1_AbCdEf123 -ClientId 1example23456789 `
            -Provider @{ Google = '1-a.apps.googleusercontent.com' } -Tag @{ team = 'web'; stage = 'live' } | Out-Null
        New-PoolRole shop Authenticated -RoleName admins -AttachPolicy extra | Out-Null
        Set-PoolIdentityProvider shop CognitoUserPool -RoleSetting Rules -RoleResolution Deny -Rule @{
            Claim = 'cognito:groups'; Operator = 'Contains'; Value = 'admin'; Role = 'admins' }
        $document = Export-CognitoIdentityPool shop
        $file = Save-Text $document.Text
    }
    AfterAll { Disconnect-PoolAccount }

    Context 'what is compared with what' {
        It 'compares <What>' -ForEach @(
            @{ What = 'a pool with a file'; Do = { Compare-CognitoIdentityPool shop $file } }
            @{ What = 'a pool of the pipeline with a file'; Do = { Get-CognitoIdentityPool shop | Compare-CognitoIdentityPool -Path $file } }
            @{ What = 'a pool by its id'; Do = { Compare-CognitoIdentityPool (Get-CognitoIdentityPool shop).IdentityPoolId $file } }
            @{ What = 'the pool of the file''s name'; Do = { Compare-CognitoIdentityPool -Path $file } }
            @{ What = 'every pool with a folder'; Do = {
                    $null = New-Item -ItemType Directory "$file.d"
                    Copy-Item $file "$file.d/shop.json"
                    Compare-CognitoIdentityPool -Path "$file.d"
                }
            }
            @{ What = 'a pool with a folder'; Do = {
                    $null = New-Item -ItemType Directory "$file.d"
                    Copy-Item $file "$file.d/shop.json"
                    Get-CognitoIdentityPool | Compare-CognitoIdentityPool -Path "$file.d"
                }
            }
            @{ What = 'pools with a wildcard'; Do = { Compare-CognitoIdentityPool -Path ($file -replace '\.json$', '.jso?') } }
            @{ What = 'a file with a file'; Do = {
                    Compare-CognitoIdentityPool -Path $file -DifferencePath (Save-Text (Export-CognitoIdentityPool shop).Text)
                }
            }
            @{ What = 'a document of the pipeline with a file'; Do = { Export-CognitoIdentityPool shop | Compare-CognitoIdentityPool -Path $file } }
            @{ What = 'a file of the pipeline with a file'; Do = {
                    Get-Item (Save-Text (Export-CognitoIdentityPool shop).Text) | Compare-CognitoIdentityPool -Path $file
                }
            }
        ) {
            $before = Get-ChangeCount
            & $Do | Should -BeNullOrEmpty
            Get-ChangeCount | Should -Be $before
            Set-CognitoIdentityPool shop -RemoveTag stage
            Remove-Item "$file.d" -Recurse -ErrorAction Ignore
            $difference = & $Do
            Get-Shown $difference | Should -Be 'tags.stage: live -> '
            $difference.IdentityPool | Should -Be 'shop'
            $difference.Actual | Should -BeNull
            "$difference" | Should -Be "shop: tags.stage: expected 'live', found nothing"
        }

        It 'compares a pool with a pool, of which neither the names nor those of their roles count' {
            New-CognitoIdentityPool stage -GuestAccess -UserPoolId us-east-1_AbCdEf123 -ClientId 1example23456789 -Tag @{ team = 'web' } | Out-Null
            $differences = Compare-CognitoIdentityPool stage -ReferencePool shop
            $differences.Path | Should -Be 'tags.stage', "providers['cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123:1example23456789'].roleSetting",
            "providers['cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123:1example23456789'].roleResolution",
            "providers['cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123:1example23456789'].rules[0]", "providers['accounts.google.com']", 'roles.admins'
            $differences[0].Reference | Should -BeLike 'shop (us-east-1:*)'
            $differences[0].Source | Should -BeLike 'stage (us-east-1:*)'
            Compare-CognitoIdentityPool shop -ReferencePool (Get-CognitoIdentityPool shop) | Should -BeNullOrEmpty
            $turned = Get-CognitoIdentityPool shop | Compare-CognitoIdentityPool -ReferencePool stage
            $turned.Count | Should -Be $differences.Count
        }

        It 'compares documents of the pipeline with a pool' {
            $document | Compare-CognitoIdentityPool -ReferencePool shop | Should -BeNullOrEmpty
            Set-CognitoIdentityPool shop -RemoveTag stage
            Get-Shown ($document | Compare-CognitoIdentityPool -ReferencePool shop) | Should -Be 'tags.stage:  -> live'
        }

        It 'makes no call for two documents' {
            $other = Save-Text ($document.Text -replace '"live"', '"test"')
            $before = (Get-PoolSandbox).Calls.Count
            Get-Shown (Compare-CognitoIdentityPool -Path $file -DifferencePath $other) | Should -Be 'tags.stage: live -> test'
            (Get-PoolSandbox).Calls.Count | Should -Be $before
        }

        It 'takes a CloudFormation template as what is expected' {
            $template = Save-Text (Export-CognitoIdentityPool shop -Format CloudFormation -WarningAction Ignore).Text
            Compare-CognitoIdentityPool shop $template | Should -BeNullOrEmpty
            Set-PoolGuestAccess shop -Disable
            Get-Shown (Compare-CognitoIdentityPool shop $template) | Should -Be 'guestAccess: true -> false'
        }

        It 'takes answers of the AWS CLI as what is expected' {
            $pool = Get-CognitoIdentityPool shop
            $one = Save-Text (@{
                    IdentityPoolId = $pool.IdentityPoolId; IdentityPoolName = 'shop'; AllowUnauthenticatedIdentities = $false; AllowClassicFlow = $false
                    SupportedLoginProviders = @{ 'accounts.google.com' = '1-a.apps.googleusercontent.com' }
                    CognitoIdentityProviders = @(@{ ProviderName = 'cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123'
                            ClientId = '1example23456789'; ServerSideTokenCheck = $true })
                    IdentityPoolTags = @{ team = 'web'; stage = 'live' }
                    Roles = @{ authenticated = $pool.AuthenticatedRole; unauthenticated = $pool.GuestRole }
                    RoleMappings = @{
                        'cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123:1example23456789' = @{ Type = 'Rules'; AmbiguousRoleResolution = 'Deny'
                            RulesConfiguration = @{ Rules = @(@{ Claim = 'cognito:groups'; MatchType = 'Contains'; Value = 'admin'
                                        RoleARN = (Get-PoolRole shop -Role admins).RoleArn })
                            }
                        }
                    }
                } | ConvertTo-Json -Depth 9)
            Get-Shown (Compare-CognitoIdentityPool shop $one) | Should -Be 'guestAccess: false -> true'
            $two = Save-Text ([System.IO.File]::ReadAllText($one) -replace '("AllowUnauthenticatedIdentities": )false', '$1true')
            Get-Shown (Compare-CognitoIdentityPool -Path $one -DifferencePath $two) | Should -Be 'guestAccess: false -> true'
        }
    }

    Context 'what is equal' {
        It 'does not count <What>' -ForEach @(
            @{ What = 'comments, and a comma too many'; Edit = { param($text) "// by hand`n" + ($text -replace '\}\s*$', ', /* end */ }') } }
            @{ What = 'the order of tags'; Edit = { param($text)
                    $text -replace '"tags": \{(\s*"stage": "live"),(\s*"team": "web")', '"tags": {$2,$1' }
            }
            @{ What = 'the order of providers and keys'; Edit = { param($text)
                    $read = $text | ConvertFrom-Json -AsHashtable
                    [array]::Reverse($read.providers)
                    $read | ConvertTo-Json -Depth 30 }
            }
            @{ What = 'a list for a single action, and its case'; Edit = { param($text)
                    $text -creplace '"sts:AssumeRoleWithWebIdentity"', '["STS:assumeRoleWithWebIdentity"]' }
            }
            @{ What = 'guest access, the basic flow and descriptions that are left out'; Edit = { param($text)
                    $text -replace '"guestAccess": true,' -replace '"basicFlow": "\w+",' -replace '"description": "[^"]*",' }
            }
            @{ What = 'keys of roles'; Edit = { param($text) $text -replace '"guest"', '"visitors"' } }
            @{ What = 'an ARN in place of placeholders'; Edit = { param($text)
                    $text -replace 'arn:\$\{Partition\}:iam::\$\{AccountId\}', 'arn:aws:iam::123456789012' }
            }
        ) {
            $text = & $Edit $document.Text
            $text | Should -Not -BeExactly $document.Text
            Compare-CognitoIdentityPool shop (Save-Text $text) | Should -BeNullOrEmpty
        }

        It 'does not count the order of statements' {
            $two = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:Get*","s3:List*"],"Resource":"*"},' +
                '{"Sid":"b","Effect":"Deny","Action":"s3:GetObject","Resource":"*"}]}'
            $turned = '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"s3:GetObject","Resource":["*"]},' +
                '{"Effect":"Allow","Action":["s3:List*","s3:Get*"],"Resource":"*"}]}'
            Set-PoolRole shop Guest -PermissionsPolicy $two
            $file = Save-Text (Export-CognitoIdentityPool shop).Text
            Set-PoolRole shop Guest -PermissionsPolicy $turned
            (Export-CognitoIdentityPool shop).Text | Should -Not -BeExactly ([System.IO.File]::ReadAllText($file))
            Compare-CognitoIdentityPool shop $file | Should -BeNullOrEmpty
        }

        It 'finds nothing after an import, but the name of the copy' {
            $document | Import-CognitoIdentityPool -Name copy -WarningAction Ignore | Out-Null
            Get-Shown (Compare-CognitoIdentityPool copy $file) | Should -Be 'name: shop -> copy'
            Compare-CognitoIdentityPool copy -ReferencePool shop | Should -BeNullOrEmpty
        }

        It 'finds nothing after an import into <_>' -ForEach 'eu-west-1', 'us-gov-west-1' {
            if ($_ -eq 'us-gov-west-1') { Set-PoolSandbox -ManagedPolicy @{ Name = 'extra'; Document = $wide } -Partition aws-us-gov }
            $null = $document | Import-CognitoIdentityPool -Region $_ -WarningAction Ignore
            Compare-CognitoIdentityPool -Path $file -Region $_ | Should -BeNullOrEmpty
            Get-CognitoIdentityPool shop -Region $_ | Compare-CognitoIdentityPool -ReferencePool (Get-CognitoIdentityPool shop) | Should -BeNullOrEmpty
        }
    }

    Context 'differences' {
        It 'shows <What>' -ForEach @(
            @{ What = 'guest access'; Change = { Set-PoolGuestAccess shop -Disable }; Shown = 'guestAccess: true -> false' }
            @{ What = 'the basic flow'; Change = { Set-CognitoIdentityPool shop -DeveloperProviderName login.dev -Tag @{ team = 'app' } }
                Shown = 'tags.team: web -> app', 'developerProvider:  -> login.dev'
            }
            @{ What = 'the name'; Change = { Set-CognitoIdentityPool shop -NewName store }; Shown = 'name: shop -> store' }
            @{ What = 'a provider that is missing'; Change = { Remove-PoolIdentityProvider shop Google -Force }
                Shown = "providers['accounts.google.com']: Google accounts.google.com (1-a.apps.googleusercontent.com) -> "
            }
            @{ What = 'a provider that is new'; Change = { Add-PoolIdentityProvider shop -FacebookAppId 123456789012345 }
                Shown = "providers['graph.facebook.com']:  -> Facebook graph.facebook.com (123456789012345)"
            }
            @{ What = 'another client'; Change = { Set-PoolIdentityProvider shop Google -ClientId 2-b.apps.googleusercontent.com -Force }
                Shown = "providers['accounts.google.com'].clientId: 1-a.apps.googleusercontent.com -> 2-b.apps.googleusercontent.com"
            }
            @{ What = 'a role setting'; Change = { Set-PoolIdentityProvider shop CognitoUserPool -RoleResolution AuthenticatedRole }
                Shown = "providers['cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123:1example23456789'].roleResolution: Deny -> AuthenticatedRole"
            }
            @{ What = 'a rule'; Change = { Set-PoolIdentityProvider shop CognitoUserPool -Rule @{
                        Claim = 'cognito:groups'; Operator = 'Equals'; Value = 'boss'; Role = 'admins' } }
                Shown = "providers['cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123:1example23456789'].rules[0].operator: Contains -> Equals",
                "providers['cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123:1example23456789'].rules[0].value: admin -> boss"
            }
            @{ What = 'a mapping of attributes'; Change = { Set-PoolIdentityProvider shop Google -AttributeMapping @{ tag = 'hd' } }
                Shown = "providers['accounts.google.com'].attributeMapping: Inactive -> tag=hd",
                'roles.authenticated.trustPolicy.Statement[0].Action[1]:  -> sts:TagSession'
            }
            @{ What = 'an attached policy'; Change = { Set-PoolRole shop Guest -AttachPolicy extra }
                Shown = "roles.guest.attachedPolicies['arn:aws:iam::123456789012:policy/extra']:  -> arn:aws:iam::123456789012:policy/extra"
            }
            @{ What = 'no role any more'; Change = { Set-PoolRole shop Authenticated -None -WarningAction Ignore }
                Shown = 'authenticatedRole: authenticated -> '
            }
        ) {
            $id = (Get-CognitoIdentityPool shop).IdentityPoolId
            & $Change | Out-Null
            Get-Shown (Compare-CognitoIdentityPool $id $file) | Should -Be $Shown
        }

        It 'shows where policies and trust differ' {
            $narrow = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}'
            Set-PoolRole shop Guest -PermissionsPolicy $narrow -PolicyName mine
            $file = Save-Text (Export-CognitoIdentityPool shop).Text
            Set-PoolRole shop Guest -PermissionsPolicy ($narrow -replace 'GetObject', 'PutObject') -PolicyName mine
            Get-Shown (Compare-CognitoIdentityPool shop $file) |
                Should -BeLike 'roles.guest.inlinePolicies.mine.Statement*Action*: *s3:GetObject* -> *s3:PutObject*'
        }
    }

    Context 'folders' {
        BeforeEach {
            $folder = Join-Path $TestDrive ([guid]::NewGuid())
            Export-CognitoIdentityPool -Path $folder
        }

        It 'shows a pool that is missing, and one that has no document' {
            Remove-CognitoIdentityPool shop -Force
            New-CognitoIdentityPool new -NoRole -GuestAccess | Out-Null
            $differences = Compare-CognitoIdentityPool -Path $folder
            $differences.IdentityPool | Should -Be 'shop', 'new'
            Get-Shown $differences | Should -Be 'name: shop -> ', 'name:  -> new'
            $differences[0].Reference | Should -Be 'shop.json'
            $differences[0].Source | Should -Be 'the identity pools of us-east-1'
            # A file is not asked for pools that it does not describe.
            (Compare-CognitoIdentityPool -Path "$folder/*.json").IdentityPool | Should -Be 'shop'
            Get-Shown (Get-CognitoIdentityPool new | Compare-CognitoIdentityPool -Path $folder) | Should -Be 'name:  -> new'
        }

        It 'shows every pool when the folder is empty' {
            Remove-Item "$folder/*"
            Get-Shown (Compare-CognitoIdentityPool -Path $folder) | Should -Be 'name:  -> shop'
        }

        It 'reads the folders of Regions, be they empty' {
            Remove-Item $folder -Recurse
            New-CognitoIdentityPool fern -NoRole -GuestAccess -Region eu-west-1 | Out-Null
            Export-CognitoIdentityPool -AllRegions -Path $folder
            Compare-CognitoIdentityPool -Path $folder | Should -BeNullOrEmpty
            Remove-Item "$folder/eu-west-1/*"
            Get-Shown (Compare-CognitoIdentityPool -Path $folder) | Should -Be 'name:  -> fern'
            Remove-Item "$folder/us-east-1" -Recurse
            (Compare-CognitoIdentityPool -Path $folder).IdentityPool | Sort-Object | Should -Be 'fern', 'shop'
        }

        It 'tells pools of one name apart by the names of the files' {
            Remove-Item "$folder/*"
            New-CognitoIdentityPool shop -AllowDuplicate -GuestAccess -NoRole -WarningAction Ignore | Out-Null
            Export-CognitoIdentityPool -Path $folder
            @(Get-ChildItem $folder).Name | Should -Match '^shop-[0-9a-f]{8}\.json$'
            Compare-CognitoIdentityPool -Path $folder | Should -BeNullOrEmpty
            Get-CognitoIdentityPool | Compare-CognitoIdentityPool -Path $folder | Should -BeNullOrEmpty
            $second = Get-CognitoIdentityPool | Where-Object { $_.Tags.Count -eq 0 }
            Set-CognitoIdentityPool $second -BasicFlow Active
            $difference = Compare-CognitoIdentityPool -Path $folder
            Get-Shown $difference | Should -BeLike 'basicFlow: * -> Active'
            $difference.Reference | Should -Be "shop-$($second.IdentityPoolId.Substring(10, 8)).json"
        }

        It 'goes on behind a pool that cannot be read' {
            New-CognitoIdentityPool blog -NoRole -GuestAccess | Out-Null
            Export-CognitoIdentityPool -Path $folder
            Set-PoolGuestAccess blog, shop -Disable
            Set-PoolSandbox -Fault @{ Operation = 'GetIdentityPoolRoles'; ErrorCode = 'AccessDeniedException'; Message = 'Not here.'; Times = 1 }
            $differences = Compare-CognitoIdentityPool -Path $folder -ErrorAction SilentlyContinue -ErrorVariable failed
            $differences.IdentityPool | Should -Be 'shop'
            "$($failed[0].TargetObject)" | Should -Be 'blog.json'
        }
    }

    Context 'what is left out, and Markdown' {
        It 'leaves paths out' {
            Set-CognitoIdentityPool shop -Tag @{ team = 'app' } -BasicFlow Active
            Set-PoolRole shop Guest -AttachPolicy extra
            (Compare-CognitoIdentityPool shop $file -Exclude tags*, roles.*.attachedPolicies*).Path | Should -Be 'basicFlow'
            Compare-CognitoIdentityPool shop $file -Exclude * | Should -BeNullOrEmpty
        }

        It 'writes one text for all pools, and one when there is nothing' {
            Compare-CognitoIdentityPool shop $file -AsMarkdown | Should -BeExactly "No differences.`n"
            Get-CognitoIdentityPool shop, shop | Compare-CognitoIdentityPool -Path $file -AsMarkdown | Should -BeExactly "No differences.`n"
            # What could not be compared is not equal.
            foreach ($text in @(
                    Compare-CognitoIdentityPool none $file -AsMarkdown -ErrorAction SilentlyContinue
                    Compare-CognitoIdentityPool shop -Path "$file.none" -AsMarkdown -ErrorAction SilentlyContinue
                    'none', 'shop' | Compare-CognitoIdentityPool -Path $file -AsMarkdown -ErrorAction SilentlyContinue)) {
                $text | Should -BeLike 'Not everything could be compared*'
            }
            Set-PoolGuestAccess shop -Disable
            $text = Get-CognitoIdentityPool shop | Compare-CognitoIdentityPool -Path $file -AsMarkdown
            @($text).Count | Should -Be 1
            $text | Should -BeExactly (@(
                    '## `shop`', '', "Expected by ``$file``.", '', '| Path | Expected | Actual |', '| --- | --- | --- |'
                    '| `guestAccess` | `true` | `false` |', '') -join "`n")
        }

        It 'never lets a value be Markdown or HTML' {
            $hostile = 'a|b`<img src=x>[l](http://e)' + "`u{202E}@team"
            $other = Save-Text ($document.Text -replace '"live"', (ConvertTo-Json $hostile))
            $text = Compare-CognitoIdentityPool -Path $file -DifferencePath $other -AsMarkdown
            $row = @($text -split "`n" | Where-Object { $_ -like '*tags.stage*' })
            $row.Count | Should -Be 1
            ($row[0] -replace '</?code>').Split('|').Count | Should -Be 5
            $row[0] -replace '</?code>' | Should -Not -Match '[<\[@]|\u202E'
        }
    }

    Context 'errors' {
        It 'refuses <What>' -ForEach @(
            @{ What = 'a call without what is expected'; Do = { Compare-CognitoIdentityPool shop }; Id = 'InvalidPath' }
            @{ What = 'both -Path and -ReferencePool'; Do = { Compare-CognitoIdentityPool shop $file -ReferencePool shop }; Id = 'InvalidReferencePool' }
            @{ What = '-DifferencePath beside a pool'; Do = { Compare-CognitoIdentityPool shop $file -DifferencePath $file }; Id = 'InvalidIdentityPool' }
            @{ What = 'a pool to compare that is not given'; Do = { Compare-CognitoIdentityPool -ReferencePool shop }; Id = 'InvalidIdentityPool' }
            @{ What = 'a file that is not there'; Do = { Compare-CognitoIdentityPool shop ./none.json }; Id = 'FileNotRead' }
            @{ What = 'a wildcard that fits nothing'; Do = { Compare-CognitoIdentityPool shop ./none*.json }; Id = 'FileNotRead' }
            @{ What = 'a pool that is not there'; Do = { Compare-CognitoIdentityPool shopp $file }; Id = 'PoolNotFound' }
            @{ What = 'a value for two pools'; Do = { Compare-CognitoIdentityPool shop -ReferencePool shop -Value @{ a = 'x' } }; Id = 'InvalidValue' }
            @{ What = 'a value that no document takes'; Do = { Compare-CognitoIdentityPool shop $file -Value @{ admin = 'x' } }; Id = 'InvalidValue' }
        ) {
            $failed = @(Get-Failure $Do)
            $failed.Count | Should -Be 1
            $failed[0].FullyQualifiedErrorId | Should -Be "$Id,CognitoPools.Commands.Pool.CompareCognitoIdentityPoolCommand"
        }

        It 'names the place in a document that is not valid, before any call' {
            $bad = Save-Text '{ "version": 1, "name": "shop", "roles": { "guest": { "trustPolcy": {} } } }'
            $before = (Get-PoolSandbox).Calls.Count
            foreach ($failed in (Get-Failure { Compare-CognitoIdentityPool -Path $bad }), (Get-Failure {
                        Compare-CognitoIdentityPool -Path $file -DifferencePath $bad
                    })) {
                $failed.FullyQualifiedErrorId | Should -BeLike 'InvalidPoolDocument,*'
                "$failed" | Should -BeLike "*$(Split-Path $bad -Leaf), `$.roles.guest.trustPolcy*: *"
                $failed.ErrorDetails.RecommendedAction | Should -BeLike "Did you mean 'trustPolicy'? The keys are *."
            }
            (Get-PoolSandbox).Calls.Count | Should -Be $before
        }
    }

    It 'takes a value for either side' {
        $template = Save-Text ((Export-CognitoIdentityPool shop -Format CloudFormation -WarningAction Ignore).Text -replace
            '^\{', '{ "Parameters": { "Stage": { "Type": "String", "Default": "live" } },' -replace '"live"\s*\}(?!,\s*"Res| \})', '{ "Ref": "Stage" } }')
        [System.IO.File]::ReadAllText($template) | Should -BeLike '*"Ref": "Stage"*'
        Compare-CognitoIdentityPool shop $template -Value @{ Stage = 'live' } | Should -BeNullOrEmpty
        Get-Shown (Compare-CognitoIdentityPool shop $template -Value @{ Stage = 'test' }) | Should -Be 'tags.stage: test -> live'
        Get-Shown (Compare-CognitoIdentityPool -Path $file -DifferencePath $template -Value @{ Stage = 'test' }) | Should -Contain 'tags.stage: live -> test'
        $failed = Get-Failure { Compare-CognitoIdentityPool shop $template -Value @{ Stag = 'test' } }
        $failed.ErrorDetails.RecommendedAction | Should -Be "Did you mean 'Stage'?"
        $null = $document | Compare-CognitoIdentityPool -Path $file -Value @{ Stag = 'test' } -WarningVariable warnings -WarningAction SilentlyContinue
        "$warnings" | Should -Be "No document used the value 'Stag' of -Value."
    }

    It 'never shows a secret' {
        Add-PoolIdentityProvider shop -Provider @{ Twitter = 'key;secret-of-twitter' }
        $whole = Save-Text (Export-CognitoIdentityPool shop).Text
        Compare-CognitoIdentityPool shop $whole | Should -BeNullOrEmpty
        $all = @(
            Compare-CognitoIdentityPool shop $file -Verbose 4>&1 | Format-List | Out-String
            Compare-CognitoIdentityPool shop $file -AsMarkdown
            Compare-CognitoIdentityPool shop $file | ConvertTo-Json
        )
        "$all" | Should -Match 'api\.twitter\.com'
        "$all" | Should -Not -Match 'secret-of-twitter'
    }
}
