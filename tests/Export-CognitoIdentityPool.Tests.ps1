BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
    $schema = Join-Path $PSScriptRoot '../out/CognitoPools/pool-document.schema.json'
    function Get-Text($pool) { (Export-CognitoIdentityPool $pool -WarningAction Ignore).Text }
}

Describe 'Export-CognitoIdentityPool' {
    BeforeEach {
        Connect-PoolAccount -Sandbox | Out-Null
        New-CognitoIdentityPool shop -GuestAccess -UserPoolId us-east-1_AbCdEf123 -ClientId 1example23456789 -Tag @{ team = 'web' } | Out-Null
        $folder = Join-Path $TestDrive ([guid]::NewGuid())
    }
    AfterAll { Disconnect-PoolAccount }

    Context 'the document' {
        It 'fits the published schema, with everything that a pool can have' {
            Set-PoolSandbox -SamlProvider okta -OpenIdConnectProvider https://login.example.com
            New-PoolRole shop Authenticated -RoleName admins | Out-Null
            Add-PoolIdentityProvider shop -Provider @{ Saml = 'okta'; RoleSetting = 'Rules'
                Rules = @{ Claim = 'dept'; Operator = 'Equals'; Value = 'it'; Role = 'admins' } } -RepairTrust
            Add-PoolIdentityProvider shop -Provider @{ Twitter = 'key;secret-of-twitter' }
            Add-PoolIdentityProvider shop -OpenIdConnectProvider https://login.example.com -AttributeMapping @{ team = 'team' } -RepairTrust
            Set-CognitoIdentityPool shop -DeveloperProviderName login.example.com
            $text = Get-Text shop
            Test-Json -Json $text -SchemaFile $schema -ErrorAction Stop | Should -BeTrue
            $read = $text | ConvertFrom-Json
            $read.providers.type | Should -Be 'CognitoUserPool', 'Twitter', 'OpenIdConnect', 'Saml'
            $read.providers[3].rules[0].role | Should -Be 'admins'
            $read.roles.admins.name | Should -Be 'admins'
            $read.developerProvider | Should -Be 'login.example.com'
        }

        It 'has placeholders in ARNs, trust and region, and never in the names of providers' {
            $read = Get-Text shop | ConvertFrom-Json
            $read.region | Should -Be '${Region}'
            $read.providers[0].name | Should -Be 'cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123'
            $statement = $read.roles.guest.trustPolicy.Statement[0]
            $statement.Principal.Federated | Should -Be '${CognitoPrincipal}'
            $statement.Condition.StringEquals.'${CognitoKeyPrefix}:aud' | Should -Be '${IdentityPoolId}'
        }

        It 'keeps the policy variables of IAM and the names of buckets' {
            $policy = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject",' +
                '"Resource":"arn:aws:s3:::us-east-1-123456789012/${aws:PrincipalTag/team}/${cognito-identity.amazonaws.com:sub}/${Region}"}]}'
            Set-PoolRole shop Authenticated -PermissionsPolicy $policy
            $resource = (Get-Text shop | ConvertFrom-Json).roles.authenticated.inlinePolicies.'cognito-identity-pool-permissions'.Statement[0].Resource
            $resource | Should -BeExactly ('arn:${Partition}:s3:::us-east-1-123456789012/${aws:PrincipalTag/team}/' +
                '${${CognitoKeyPrefix}:sub}/$${Region}')
            # And back.
            Get-CognitoIdentityPool shop | Export-CognitoIdentityPool | Import-CognitoIdentityPool -Name copy | Out-Null
            (Get-PoolRole copy -IdentityType Authenticated -IncludePolicy).Policies[0].Document | ConvertFrom-Json |
                ForEach-Object { $_.Statement[0].Resource } | Should -BeExactly ($policy | ConvertFrom-Json).Statement[0].Resource
        }

        It 'never has a consumer secret, and names its place' {
            Add-PoolIdentityProvider shop -Provider @{ Twitter = 'key;secret-of-twitter' }
            $text = Get-Text shop
            $text | Should -Not -Match 'secret-of-twitter'
            ($text | ConvertFrom-Json).providers[1] | Select-Object clientId, secret | ConvertTo-Json -Compress |
                Should -Be '{"clientId":"key","secret":"TwitterSecret"}'
        }

        It 'has the roles that were made for the pool, also those that only tokens name' {
            New-PoolRole shop Authenticated -RoleName token-users | Out-Null
            $document = Export-CognitoIdentityPool shop
            ($document.Text | ConvertFrom-Json).roles.'token-users'.name | Should -Be 'token-users'
            Remove-CognitoIdentityPool shop -RemoveRole -Force
            $document | Import-CognitoIdentityPool | Out-Null
            Get-Text shop | Should -BeExactly $document.Text
        }

        It 'only refers to a role that cannot be read, and says so' {
            Set-PoolSandbox -Fault @{ Operation = 'GetRole'; ErrorCode = 'AccessDenied'; Message = 'Not you.'; Times = 10 }
            $document = Export-CognitoIdentityPool shop -WarningVariable warnings -WarningAction SilentlyContinue
            ($document.Text | ConvertFrom-Json).roles.guest.arn | Should -BeLike 'arn:${Partition}:iam::${AccountId}:role/*shop_guestrole'
            "$($warnings[0])" | Should -BeLike 'Identity pool shop (*Not you.* The document only references the role.'
            $document.Warnings.Count | Should -Be 2
        }

        It 'is not written when a part of the pool cannot be read' {
            Set-PoolSandbox -Fault @{ Operation = 'GetIdentityPoolRoles'; ErrorCode = 'NotAuthorizedException'; Message = 'Not you.'; Times = 10 }
            Export-CognitoIdentityPool shop -Path $folder -ErrorVariable failed -ErrorAction SilentlyContinue
            $failed[0].FullyQualifiedErrorId | Should -BeLike 'PoolPartUnreadable*'
            Export-CognitoIdentityPool -Path $folder -ErrorVariable failed -ErrorAction SilentlyContinue
            $failed[0].FullyQualifiedErrorId | Should -BeLike 'PoolPartUnreadable*'
            Test-Path $folder | Should -BeFalse
        }

        It 'is text wherever text is wanted' {
            $document = Export-CognitoIdentityPool shop
            "$document" | Should -Be $document.Text
            $document | Set-Content (Join-Path $TestDrive a.json)
            Get-Content (Join-Path $TestDrive a.json) -Raw | Should -Be "$($document.Text)$([Environment]::NewLine)"
            ($document | Out-String -Width 80) | Should -Match '"guestAccess": true'
        }
    }

    Context 'files' {
        It 'writes a file, and leaves one alone that has the text already' {
            $file = Join-Path $folder shop.json
            Export-CognitoIdentityPool shop -Path $file
            Get-Content $file -Raw | Should -BeExactly (Get-Text shop)
            $time = [datetime]::new(2020, 1, 1)
            (Get-Item $file).LastWriteTime = $time
            Export-CognitoIdentityPool shop -Path $file
            (Get-Item $file).LastWriteTime | Should -Be $time
            Set-PoolGuestAccess shop -Disable
            (Export-CognitoIdentityPool shop -Path $file -PassThru).FullName | Should -Be $file
            (Get-Item $file).LastWriteTime | Should -Not -Be $time
        }

        It 'writes a file for each pool, by name, and by Region with -AllRegions' {
            New-CognitoIdentityPool kiosk -GuestAccess -Region eu-west-1 | Out-Null
            Export-CognitoIdentityPool -Path $folder
            Export-CognitoIdentityPool -AllRegions -Path (Join-Path $folder all)
            Get-ChildItem $folder -Recurse -File -Name | ForEach-Object { $_ -replace '\\', '/' } | Sort-Object |
                Should -Be 'all/eu-west-1/kiosk.json', 'all/us-east-1/shop.json', 'shop.json'
        }

        It 'writes templates with what adopts the pool, a folder for each configuration of Terraform' {
            Export-CognitoIdentityPool shop -Path $folder -Format CloudFormation
            Export-CognitoIdentityPool shop -Path $folder -Format Terraform
            Get-ChildItem $folder -Recurse -File -Name | ForEach-Object { $_ -replace '\\', '/' } | Sort-Object |
                Should -Be 'shop.resources-to-import.json', 'shop.template.json', 'shop/main.tf'
            $template = Get-Content (Join-Path $folder shop.template.json) -Raw | ConvertFrom-Json
            $template.Resources.IdentityPool.DeletionPolicy | Should -Be 'Retain'
            $id = (Get-CognitoIdentityPool shop).IdentityPoolId
            ($template.Resources.GuestRole.Properties.Tags | Where-Object Key -EQ 'cognitopools:identity-pool-id').Value | Should -Be $id
            $import = Get-Content (Join-Path $folder shop.resources-to-import.json) -Raw | ConvertFrom-Json
            ($import | Where-Object ResourceType -EQ AWS::Cognito::IdentityPool).ResourceIdentifier.Id | Should -Be $id
            Get-Content (Join-Path $folder shop/main.tf) -Raw | Should -Match "id = `"$id`""
        }

        It 'does not replace a document by one whose roles could not be read, unless -Force is given' {
            Export-CognitoIdentityPool shop -Path $folder
            $file = Join-Path $folder shop.json
            $before = Get-Content $file -Raw
            Set-PoolSandbox -Fault @{ Operation = 'GetRolePolicy'; ErrorCode = 'AccessDenied'; Message = 'Not you.'; Times = 9 }
            { Export-CognitoIdentityPool shop -Path $folder -ErrorAction Stop } |
                Should -Throw -ErrorId 'RoleNotRead*' -ExpectedMessage "*no file was written. IAM roles 'shop_*' and 'shop_*': *Not you.*"
            Get-Content $file -Raw | Should -BeExactly $before
            Export-CognitoIdentityPool shop -Path $folder -Force -WarningAction Ignore
            (Get-Content $file -Raw | ConvertFrom-Json).roles.guest.arn | Should -Not -BeNullOrEmpty
        }

        It 'gives pools of one name, also but for its case, files of their own' {
            New-CognitoIdentityPool shop -AllowDuplicate -GuestAccess | Out-Null
            New-CognitoIdentityPool SHOP -GuestAccess | Out-Null
            Export-CognitoIdentityPool -Path $folder
            $names = Get-ChildItem $folder -Name
            $names.Count | Should -Be 3
            $names | ForEach-Object { $_ | Should -Match '^shop-[0-9a-f]{8}\.json$' }
        }

        It 'cannot be led out of the folder by the name of a pool' {
            foreach ($name in '..', '.', 'CON', " a`tb ", ('a' * 128)) { New-CognitoIdentityPool $name -GuestAccess | Out-Null }
            Export-CognitoIdentityPool -Path $folder -Confirm:$false
            (Get-ChildItem $folder -File).Count | Should -Be 6
            (Get-ChildItem $TestDrive -File -Filter *.json).Count | Should -Be 0
            (Get-ChildItem $folder -Name) | Should -Contain 'CON_.json'
        }

        It 'takes the place of a link and does not follow it' -Skip:$IsWindows {
            New-Item -ItemType Directory $folder | Out-Null
            $elsewhere = Join-Path $TestDrive elsewhere.txt
            Set-Content $elsewhere 'mine'
            New-Item -ItemType SymbolicLink -Path (Join-Path $folder shop.json) -Target $elsewhere | Out-Null
            Export-CognitoIdentityPool shop -Path $folder
            Get-Content $elsewhere | Should -Be 'mine'
            (Get-Item (Join-Path $folder shop.json)).LinkType | Should -BeNullOrEmpty
        }

        It 'refuses one file for several pools' {
            New-CognitoIdentityPool blog -GuestAccess | Out-Null
            $file = Join-Path $folder one.json
            Export-CognitoIdentityPool shop, blog -Path $file -ErrorVariable failed -ErrorAction SilentlyContinue
            $failed[0].FullyQualifiedErrorId | Should -BeLike 'InvalidPath*'
            (Get-Content $file -Raw | ConvertFrom-Json).name | Should -Be 'shop'
        }

        It 'replaces no file with -NoClobber, and a read-only one only with -Force' {
            Export-CognitoIdentityPool shop -Path $folder
            Set-PoolGuestAccess shop -Disable
            $file = Join-Path $folder shop.json
            if ($IsLinux) {
                { Export-CognitoIdentityPool shop -Path /proc/pool.json -ErrorAction Stop } |
                    Should -Throw -ErrorId 'FileNotWritten*' -ExpectedMessage "*: Could not find file '/proc/pool.json'.*"
            }
            { Export-CognitoIdentityPool shop -Path $folder -NoClobber -ErrorAction Stop } | Should -Throw -ErrorId 'FileNotWritten*'
            (Get-Item $file).IsReadOnly = $true
            { Export-CognitoIdentityPool shop -Path $folder -ErrorAction Stop } | Should -Throw -ErrorId 'FileNotWritten*'
            (Get-Content $file -Raw | ConvertFrom-Json).guestAccess | Should -BeTrue
            Export-CognitoIdentityPool shop -Path $folder -Force
            (Get-Content $file -Raw | ConvertFrom-Json).guestAccess | Should -BeFalse
        }

        It 'writes nothing with -WhatIf' {
            Export-CognitoIdentityPool shop -Path $folder -WhatIf
            Test-Path $folder | Should -BeFalse
        }

        It 'calls nothing that changes the account' {
            $before = @((Get-PoolSandbox).Calls | Where-Object Changing).Count
            Export-CognitoIdentityPool -Path $folder
            @((Get-PoolSandbox).Calls | Where-Object Changing).Count | Should -Be $before
        }
    }

    Context 'selection' {
        It 'takes names, wildcards, ids, objects and tags' {
            New-CognitoIdentityPool blog -GuestAccess | Out-Null
            (Export-CognitoIdentityPool).Name | Should -Be 'shop', 'blog'
            (Export-CognitoIdentityPool sh*).Name | Should -Be 'shop'
            (Export-CognitoIdentityPool -Tag @{ team = 'w*' }).Name | Should -Be 'shop'
            (Get-CognitoIdentityPool | Export-CognitoIdentityPool).Name | Should -Be 'shop', 'blog'
            (Get-CognitoIdentityPool blog).IdentityPoolId | Export-CognitoIdentityPool | ForEach-Object Name | Should -Be 'blog'
        }

        It 'goes on after a pool that is not there' {
            $all = 'none', 'shop' | Export-CognitoIdentityPool -ErrorVariable failed -ErrorAction SilentlyContinue
            $all.Name | Should -Be 'shop'
            $failed[0].FullyQualifiedErrorId | Should -BeLike 'PoolNotFound*'
        }

        It 'is refused by <_>, which destroys' -ForEach 'Remove-CognitoIdentityPool', 'Remove-PoolRole', 'Remove-PoolIdentity' {
            $document = Export-CognitoIdentityPool shop
            $document | & $_ -Force -ErrorVariable failed -ErrorAction SilentlyContinue
            $failed.Count | Should -Be 1
            Get-CognitoIdentityPool shop | Should -Not -BeNullOrEmpty
        }
    }
}
