BeforeAll {
    Set-StrictMode -Version Latest
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')

    function Get-Change { @((Get-PoolSandbox).Calls | Where-Object Changing | ForEach-Object Operation) }

    function Get-PlanError([scriptblock] $script) {
        & $script -ErrorAction Continue 2>&1 | Where-Object { $_ -is [Management.Automation.ErrorRecord] }
    }

    $google = '1-a.apps.googleusercontent.com'
    $forms = @{
        object = { $args[0] }
        JSON = { $args[0].ToJson() }
        lines = { $args[0].ToJson() -split "`n" }
        'ConvertFrom-Json' = { $args[0].ToJson() | ConvertFrom-Json }
        'ConvertTo-Json at its own depth' = { $args[0] | ConvertTo-Json -WarningAction Ignore | ConvertFrom-Json }
        CLIXML = {
            $args[0] | Export-Clixml (Join-Path $TestDrive 'plan.xml')
            Import-Clixml (Join-Path $TestDrive 'plan.xml')
        }
        job = {
            [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($args[0], 1))
        }
        file = { Set-Content -LiteralPath (Join-Path $TestDrive 'plan.json') $args[0].ToJson(); Get-Item (Join-Path $TestDrive 'plan.json') }
        'lines of a file' = {
            Set-Content -LiteralPath (Join-Path $TestDrive 'plan.json') $args[0].ToJson()
            Get-Content (Join-Path $TestDrive 'plan.json')
        }
    }
}

Describe 'Invoke-PoolPlan' {
    BeforeEach {
        Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
        Set-PoolSandbox -ManagedPolicy @{ Name = 'extra'; Document = (New-PoolRolePolicy -Template DenyAll) }
        $pool = New-CognitoIdentityPool shop -GuestAccess -Provider @{ Google = $google } -Tag @{ old = '1'; keep = '2' }
        $bare = New-CognitoIdentityPool bare -NoRole -BasicFlow Active -WarningAction Ignore
        $unused = New-PoolRole shop Authenticated shop-web -AttachPolicy extra
        $foreign = New-PoolTrustPolicy 'us-east-1:11111111-2222-3333-4444-555555555555' Guest
        Set-PoolSandbox -Role @{ Name = 'other'; TrustPolicy = $foreign }
        Set-PoolSandbox -ClearCall
    }
    AfterEach { Disconnect-PoolAccount }

    Context 'a plan of <name>' -ForEach @(
        @{ name = 'New-CognitoIdentityPool'; again = 'PlanOutdated'
            make = { New-CognitoIdentityPool fresh -GuestAccess -Provider @{ Google = $google; AttributeMapping = 'Default' } -Tag @{ a = 'b' } -AsPlan } }
        @{ name = 'New-CognitoIdentityPool -UseExisting'; again = ''
            make = { New-CognitoIdentityPool bare -UseExisting -GuestAccess -Provider @{ Facebook = '123456789012345' } -AsPlan } }
        @{ name = 'Set-CognitoIdentityPool'; again = ''
            make = { Set-CognitoIdentityPool shop -NewName web -Tag @{ keep = '3'; more = 'x' } -RemoveTag old -AsPlan } }
        @{ name = 'Set-CognitoIdentityPool that cannot be undone'; again = ''
            make = { Set-CognitoIdentityPool bare -NewName naked -DeveloperProviderName login.bare -AsPlan } }
        @{ name = 'Remove-CognitoIdentityPool'; again = ''; make = { Remove-CognitoIdentityPool shop -RemoveRole -AsPlan } }
        @{ name = 'Set-PoolGuestAccess'; again = ''; make = { Set-PoolGuestAccess bare -Enable -CreateRole -AsPlan } }
        @{ name = 'Set-PoolRole -Role'; again = ''
            make = { Set-PoolRole shop Guest -Role other -RepairTrust -AsPlan -WarningAction Ignore } }
        @{ name = 'Set-PoolRole -PermissionsPolicy'; again = ''
            make = { Set-PoolRole shop Guest -PermissionsPolicy (New-PoolRolePolicy -S3Bucket files) -AttachPolicy extra -AsPlan } }
        @{ name = 'New-PoolRole'; again = ''
            make = { New-PoolRole shop Authenticated rule-users -PermissionsPolicy (New-PoolRolePolicy -S3Bucket files) -PermissionsBoundary extra -AsPlan } }
        @{ name = 'Remove-PoolRole'; again = ''; make = { Remove-PoolRole shop-web -AsPlan } }
        @{ name = 'Add-PoolIdentityProvider'; again = ''
            make = { Add-PoolIdentityProvider shop -FacebookAppId 123456789012345 -AttributeMapping Default -AsPlan } }
        @{ name = 'Set-PoolIdentityProvider'; again = ''
            make = { Set-PoolIdentityProvider shop Google -RoleResolution Deny -AttributeMapping @{ team = 'sub' } -RepairTrust `
                    -Rule @{ Claim = 'sub'; Operator = 'Equals'; Value = 'y'; Role = 'shop-web' } -AsPlan } }
        @{ name = 'Remove-PoolIdentityProvider'; again = ''; make = { Remove-PoolIdentityProvider shop Google -AsPlan } }
    ) {
        It 'runs as <_>' -ForEach 'object', 'JSON', 'lines', 'ConvertFrom-Json', 'ConvertTo-Json at its own depth', 'CLIXML', 'job', 'file',
            'lines of a file' {
            $plan = & $make
            $plan.Steps.Count | Should -BeGreaterThan 0
            & $forms[$_] $plan | Invoke-PoolPlan -Force -ErrorAction Stop -WarningVariable warned -WarningAction SilentlyContinue
            $changes = Get-Change
            foreach ($step in $plan.Steps) { $changes | Should -Contain ($step.Operation -replace '.*:') }
            if ($name -notlike 'Remove-*') { $changes.Count | Should -Be $plan.Steps.Count }
            Set-PoolSandbox -ClearCall
            $json = $plan.ToJson()
            $problem = Get-PlanError { $json | Invoke-PoolPlan -Force @args -WarningAction SilentlyContinue }
            "$($problem | ForEach-Object FullyQualifiedErrorId)" | Should -BeLike "$again*"
            if (-not $again) { $problem | Should -BeNullOrEmpty }
            Get-Change | Should -BeNullOrEmpty
        }

        It 'shows the same steps as JSON and Markdown' {
            $plan = & $make
            ($plan.ToJson() | ConvertFrom-Json).steps.description | Should -Be $plan.Steps.Description
            foreach ($step in $plan.Steps) { $plan.ToMarkdown() | Should -Match ([regex]::Escape($step.Operation)) }
            $plan.ToJson() | Should -Be $plan.ToJson()
            $plan.Definition | Should -Not -Match "`n"
        }

        It 'changes nothing with -WhatIf' {
            (& $make).ToJson() | Invoke-PoolPlan -WhatIf -Force -WarningAction SilentlyContinue
            Get-Change | Should -BeNullOrEmpty
        }
    }

    Context 'when something has changed since' {
        It 'keeps an edit of something else' {
            $plan = Set-CognitoIdentityPool shop -Tag @{ stage = 'prod' } -AsPlan
            Set-CognitoIdentityPool shop -NewName web -Tag @{ theirs = 'x' } -BasicFlow Active
            $now = $plan.ToJson() | Invoke-PoolPlan -PassThru
            $now.Name, $now.BasicFlow, $now.Tags['theirs'], $now.Tags['stage'] | Should -Be 'web', 'Active', 'x', 'prod'
        }

        It 'refuses <what>' -ForEach @(
            @{ what = 'another value of the setting'; says = '*Name: shop -> net*'; arrange = { }
                make = { Set-CognitoIdentityPool shop -NewName web -AsPlan }; change = { Set-CognitoIdentityPool shop -NewName net } }
            @{ what = 'another value of the tag'; says = '*Tag keep: 2 -> 5*'; arrange = { }
                make = { Set-CognitoIdentityPool shop -Tag @{ keep = '3' } -AsPlan }; change = { Set-CognitoIdentityPool shop -Tag @{ keep = '5' } } }
            @{ what = 'a pool that no longer exists'; says = '*no longer exists*'; arrange = { }
                make = { Set-CognitoIdentityPool shop -Tag @{ keep = '3' } -AsPlan }; change = { Remove-CognitoIdentityPool shop -Force } }
            @{ what = 'a new pool whose name is taken'; says = '*an identity pool of this name was created*'; arrange = { }
                make = { New-CognitoIdentityPool fresh -NoRole -AsPlan -WarningAction Ignore }
                change = { New-CognitoIdentityPool fresh -NoRole -WarningAction Ignore } }
            @{ what = 'a new role whose name is taken'; says = "*IAM role 'bare_guestrole' was created*"; arrange = { }
                make = { Set-PoolGuestAccess bare -Enable -CreateRole -AsPlan }
                change = { Set-PoolSandbox -Role @{ Name = 'bare_guestrole'; TrustPolicy = $foreign } } }
            @{ what = 'another trust policy'; says = "*the trust policy of IAM role 'other' was changed*"; arrange = { }
                make = { Set-PoolRole shop Guest -Role other -RepairTrust -AsPlan }
                change = {
                    $trust = New-PoolTrustPolicy 'us-east-1:11111111-2222-3333-4444-666666666666' Guest
                    Set-PoolSandbox -Role @{ Name = 'other'; TrustPolicy = $trust }
                } }
            @{ what = 'another permissions policy'; says = "*the policy 'cognito-identity-pool-permissions' of IAM role 'shop_guestrole' was changed*"
                arrange = { }
                make = { Set-PoolRole shop Guest -PermissionsPolicy (New-PoolRolePolicy -S3Bucket files) -AsPlan }
                change = { Set-PoolRole shop Guest -PermissionsPolicy (New-PoolRolePolicy -S3Bucket others) } }
            @{ what = 'to remove a pool with a new tag'; says = '*Tag new: (none) -> x*'; arrange = { }
                make = { Remove-CognitoIdentityPool shop -AsPlan }; change = { Set-CognitoIdentityPool shop -Tag @{ new = 'x' } } }
            @{ what = 'to remove a role that a rule uses now'; says = '*must stay, because * uses it*'; arrange = { }
                make = { Remove-PoolRole shop-web -AsPlan }
                change = {
                    $rule = @{ Claim = 'a'; Operator = 'Equals'; Value = 'b'; Role = 'shop-web' }
                    Set-PoolIdentityProvider shop Google -RoleResolution Deny -Rule $rule
                } }
            @{ what = 'to remove a role with another policy'; says = "*attached policies of IAM role 'shop-web'*"; arrange = { }
                make = { Remove-PoolRole shop-web -AsPlan }
                change = { Set-PoolIdentityProvider shop Google -RoleResolution Deny -Rule @{ Claim = 'a'; Operator = 'Equals'; Value = 'b'; Role = 'shop-web' }
                    Set-PoolRole shop Authenticated -Role shop-web -DetachPolicy extra
                } }
        ) {
            & $arrange
            $json = (& $make -WarningAction Ignore).ToJson()
            & $change | Out-Null
            Set-PoolSandbox -ClearCall
            $problem = Get-PlanError { $json | Invoke-PoolPlan -Force @args }
            $problem.FullyQualifiedErrorId | Should -BeLike 'PlanOutdated,*'
            "$problem" | Should -BeLike $says
            "$problem" | Should -BeLike '*Nothing was changed.*'
            Get-Change | Should -BeNullOrEmpty
        }

        It 'runs plans for one pool one after the other' {
            $plans = (Set-CognitoIdentityPool shop -NewName web -AsPlan), (Set-CognitoIdentityPool shop -Tag @{ a = 'b' } -AsPlan),
            (Set-CognitoIdentityPool shop -NewName net -AsPlan), (Set-PoolGuestAccess shop -Disable -AsPlan)
            $json = $plans | ForEach-Object ToJson
            $problem = $null
            $json | Invoke-PoolPlan -ErrorVariable problem -ErrorAction SilentlyContinue -WarningVariable warned -WarningAction SilentlyContinue
            @($problem | ForEach-Object FullyQualifiedErrorId) | Should -BeLike 'PlanOutdated,*'
            $now = Get-CognitoIdentityPool web
            $now.Tags['a'], $now.GuestAccess | Should -Be 'b', $false
            "$warned" | Should -Not -BeLike '*Somebody else*'
        }

        It 'makes a second pool when the plan knew the first' {
            $plan = New-CognitoIdentityPool bare -AllowDuplicate -NoRole -AsPlan -WarningAction Ignore
            $plan.ToJson() | Invoke-PoolPlan -ErrorAction Stop
            @(Get-CognitoIdentityPool | Where-Object Name -eq bare).Count | Should -Be 2
        }
    }

    Context 'secrets' {
        BeforeEach {
            Add-PoolIdentityProvider shop -Provider @{ Twitter = 'akey;PLaNt3d1' }
            Set-PoolSandbox -ClearCall
        }

        It 'are in no form of a plan' {
            $plan = Set-PoolIdentityProvider shop Twitter -ClientId 'other;PLaNt3d2' -Force -AsPlan
            $plan.ToJson(), $plan.Definition, $plan.ToMarkdown(), ($plan | ConvertTo-Json -Depth 9 -WarningAction Ignore) |
                Should -Not -Match 'PLaNt3d'
        }

        It 'that a plan does not change stay' {
            (Set-CognitoIdentityPool shop -NewName web -AsPlan).ToJson() | Invoke-PoolPlan
            Set-PoolSandbox -ClearCall
            # Setting what is there changes nothing.
            Set-PoolIdentityProvider web Twitter -ClientId 'akey;PLaNt3d1' -Force
            Get-Change | Should -BeNullOrEmpty
        }

        It 'that a plan sets are given with -Value, as <_>' -ForEach 'text', 'SecureString' {
            $secret = if ($_ -eq 'text') { 'PLaNt3d2' } else { ConvertTo-SecureString PLaNt3d2 -AsPlainText -Force }
            # Only the secret is another one.
            $json = (Set-PoolIdentityProvider shop Twitter -ClientId 'akey;PLaNt3d2' -Force -AsPlan).ToJson()
            ($json | ConvertFrom-Json).change.secrets | Should -Be 'api.twitter.com'
            $problem = Get-PlanError { $json | Invoke-PoolPlan -Force @args }
            $problem.FullyQualifiedErrorId | Should -BeLike 'PlanSecretMissing,*'
            "$problem" | Should -BeLike '*api.twitter.com*'
            Get-Change | Should -BeNullOrEmpty
            # By the name of the provider, or by the one that Import-CognitoIdentityPool takes.
            $name = if ($_ -eq 'text') { 'api.twitter.com' } else { 'TwitterSecret' }
            $json | Invoke-PoolPlan -Force -Value @{ $name = $secret } -ErrorAction Stop
            Set-PoolSandbox -ClearCall
            Set-PoolIdentityProvider shop Twitter -ClientId 'akey;PLaNt3d2' -Force
            Get-Change | Should -BeNullOrEmpty
        }

        It 'of an object are known' {
            New-CognitoIdentityPool fresh -NoRole -Provider @{ Twitter = 'akey;PLaNt3d1' } -AsPlan -WarningAction Ignore | Invoke-PoolPlan -ErrorAction Stop
            Get-Change | Should -Contain 'CreateIdentityPool'
        }

        It 'that nothing sets are refused' {
            $json = (New-CognitoIdentityPool fresh -NoRole -Provider @{ Twitter = 'akey;PLaNt3d1' } -AsPlan -WarningAction Ignore).ToJson()
            $problem = Get-PlanError { $json | Invoke-PoolPlan -WhatIf -Value @{ 'api.twiter.com' = 'PLaNt3d1' } @args }
            "$problem" | Should -BeLike "*'api.twiter.com'*"
            "$problem" | Should -Not -BeLike '*PLaNt3d*'
            $problem.FullyQualifiedErrorId | Should -BeLike 'InvalidValue,*'
        }
    }

    Context 'files and texts that are not plans' {
        It 'names <what>' -ForEach @(
            @{ what = 'an unknown key'; edit = { $args[0].Replace('"basicFlow"', '"basicFlwo"') }; says = "*`$.change.current.basicFlwo*basicFlow*" }
            @{ what = 'a newer version'; edit = { $args[0].Replace('"version": 1', '"version": 2') }; says = '*$.version*version 2*' }
            @{ what = 'another kind'; edit = { $args[0].Replace('"kind": "PoolPlan"', '"kind": "Plan"') }; says = '*$.kind*' }
            @{ what = 'a line that is not JSON'; edit = { $args[0].Replace('"region":', '"region"') }; says = '*line 5: the text is not valid JSON*' }
            @{ what = 'an end that is missing'; edit = { $args[0].Substring(0, 200) }; says = '*the text is not valid JSON*' }
            @{ what = 'another step'; edit = { $args[0].Replace('"Name: shop -> web"', '"Name: shop -> net"') }
                says = '*$.steps[[]0].changes[[]0]*review it*' }
            @{ what = 'another change'; edit = { $args[0].Replace('"name": "web"', '"name": "net"') }; says = '*$.steps[[]0].changes[[]0]*review it*' }
            @{ what = 'a change that is missing'; edit = { $args[0].Replace('"change":', '"removal":') }; says = '*$.removal*' }
            @{ what = 'a wrong enumeration'; edit = { $args[0].Replace('"Inactive"', '"Inactiv"') }; says = "*basicFlow*'Inactiv'*Inactive*" }
            @{ what = 'JSON of something else'; edit = { '{ "IdentityPoolId": "x" }' }; says = '*not a plan*' }
            @{ what = 'a text'; edit = { 'shop' }; says = '*not valid JSON*' }
            @{ what = 'an empty text'; edit = { '' }; says = '*no plan*' }
        ) {
            $json = & $edit (Set-CognitoIdentityPool shop -NewName web -AsPlan).ToJson()
            $problem = Get-PlanError { $json | Invoke-PoolPlan -Force @args }
            "$problem" | Should -BeLike $says
            $problem.FullyQualifiedErrorId | Should -BeLike 'InvalidPlan,*'
            Get-Change | Should -BeNullOrEmpty
        }

        It 'refuses <what>, an object of the module' -ForEach @(
            @{ what = 'a pool'; get = { Get-CognitoIdentityPool shop } }, @{ what = 'a role'; get = { Get-PoolRole shop -IdentityType Guest } }
            @{ what = 'a document'; get = { [CognitoPools.PlanDocument]::new('a', '{}') } }
            @{ what = 'a number'; get = { 5 } }
            @{ what = 'a selected plan'; get = { Set-CognitoIdentityPool shop -NewName web -AsPlan | Select-Object IdentityPool, Region } }
        ) {
            $given = & $get
            $problem = Get-PlanError { $given | Invoke-PoolPlan @args }
            $problem.FullyQualifiedErrorId | Should -BeLike 'NotAPlan,*'
        }

        It 'reads files by wildcard, and a bad one does not stop the others' {
            Set-Content -LiteralPath (Join-Path $TestDrive 'a[1].json') (Set-CognitoIdentityPool shop -NewName web -AsPlan).ToJson()
            Set-Content -LiteralPath (Join-Path $TestDrive 'b.json') '{'
            Set-Content -LiteralPath (Join-Path $TestDrive 'c.json') (Set-CognitoIdentityPool bare -Tag @{ a = 'b' } -AsPlan).ToJson()
            Remove-Item (Join-Path $TestDrive 'plan.json') -ErrorAction Ignore
            $problem = $null
            (Invoke-PoolPlan -Path (Join-Path $TestDrive '*.json') -PassThru -ErrorVariable problem -ErrorAction SilentlyContinue).Name |
                Should -Be 'web', 'bare'
            @($problem).Count | Should -Be 1
            "$problem" | Should -BeLike '*b.json*line 2*'
            Invoke-PoolPlan -Path (Join-Path $TestDrive 'a[1].json') -PassThru | ForEach-Object Name | Should -Be 'web'
        }

        It 'refuses a file that is not there, and a path for a plan' {
            (Get-PlanError { Invoke-PoolPlan -Path (Join-Path $TestDrive 'nosuch.json') @args }).FullyQualifiedErrorId | Should -BeLike 'InvalidPath,*'
            Set-Content -LiteralPath (Join-Path $TestDrive 'd.json') '{}'
            "$(Get-PlanError { Join-Path $TestDrive 'd.json' | Invoke-PoolPlan @args })" | Should -BeLike '*-Path*'
            "$(Get-PlanError { '{}' | Invoke-PoolPlan -Path x @args })" | Should -BeLike '*piped plans*'
        }
    }

    Context 'accounts' {
        It 'refuses a plan of another account' {
            $json = (New-CognitoIdentityPool fresh -NoRole -AsPlan -WarningAction Ignore).ToJson()
            $json = $json.Replace('"account": "123456789012"', '"account": "210987654321"')
            $problem = Get-PlanError { $json | Invoke-PoolPlan @args }
            $problem.FullyQualifiedErrorId | Should -BeLike 'PlanOfOtherAccount,*'
            "$problem" | Should -BeLike '*210987654321*123456789012*'
        }

        It 'refuses a plan of AWS in a sandbox' {
            $json = (New-CognitoIdentityPool fresh -NoRole -AsPlan -WarningAction Ignore).ToJson() -replace '\s*"sandbox": true,'
            (Get-PlanError { $json | Invoke-PoolPlan @args }).FullyQualifiedErrorId | Should -BeLike 'PlanOfOtherAccount,*'
            Get-Change | Should -BeNullOrEmpty
        }

        It 'refuses another Region' {
            $json = (New-CognitoIdentityPool fresh -NoRole -AsPlan -WarningAction Ignore).ToJson()
            (Get-PlanError { $json | Invoke-PoolPlan -Region eu-west-1 @args }).FullyQualifiedErrorId | Should -BeLike 'InvalidRegion,*'
            $json = (Set-CognitoIdentityPool shop -NewName web -AsPlan).ToJson()
            (Get-PlanError { $json | Invoke-PoolPlan -Region eu-west-1 @args }).FullyQualifiedErrorId | Should -BeLike 'RegionMismatch,*'
        }

        It 'runs an object on the connection that it came from' {
            $plan = Set-CognitoIdentityPool shop -NewName web -AsPlan
            $first = Get-PoolAccount
            Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
            $plan | Invoke-PoolPlan -ErrorAction Stop
            (Get-CognitoIdentityPool web -Connection $first).Name | Should -Be 'web'
        }
    }

    It 'undoes a run that fails' {
        $json = (Set-CognitoIdentityPool shop -NewName web -Tag @{ a = 'b' } -AsPlan).ToJson()
        Set-PoolSandbox -Fault @{ Operation = 'TagResource'; ErrorCode = 'InvalidParameterException'; Message = 'no' }
        (Get-PlanError { $json | Invoke-PoolPlan @args }).FullyQualifiedErrorId | Should -BeLike 'ChangeFailed*'
        (Get-CognitoIdentityPool).Name | Should -Contain 'shop'
    }

    It 'asks before what cannot be undone' {
        $json = (Remove-CognitoIdentityPool shop -AsPlan).ToJson()
        $shell = [powershell]::Create()
        $shell.AddScript('param($module, $json, $account) Import-Module $module; $json | Invoke-PoolPlan -Connection $account').
            AddArgument((Get-Module CognitoPools).Path).AddArgument($json).AddArgument((Get-PoolAccount)).Invoke()
        $shell.Streams.Error[0].FullyQualifiedErrorId | Should -BeLike 'ConfirmationNotPossible,*'
        $shell.Dispose()
        Get-Change | Should -BeNullOrEmpty
        $json | Invoke-PoolPlan -Confirm:$false
        Get-Change | Should -Be 'DeleteIdentityPool'
    }

    It 'is the cmdlet for a plan that another cmdlet refuses' {
        $plan = Remove-CognitoIdentityPool shop -AsPlan
        $problem = $null
        $plan, ($plan | ConvertTo-Json -WarningAction Ignore | ConvertFrom-Json) |
            Remove-CognitoIdentityPool -Force -ErrorVariable problem -ErrorAction SilentlyContinue
        $problem | ForEach-Object FullyQualifiedErrorId | Should -BeLike 'NotAnIdentityPool,*'
        $problem[0].ErrorDetails.RecommendedAction | Should -BeLike '*Invoke-PoolPlan*'
        Get-Change | Should -BeNullOrEmpty
    }

    Context 'Markdown' {
        It 'keeps names from becoming marks' {
            $hostile = 'a`b | <img> [x](http://y) *z* @all'
            $text = (Set-CognitoIdentityPool shop -Tag @{ note = $hostile } -AsPlan).ToMarkdown()
            $text | Should -Not -Match 'shop \\\('
            $text | Should -Match ([regex]::Escape('``Tag note: (none) -> a`b'))
            $text | Should -Not -Match '(?m)^(?!.*``).*<img>'
            $text | Should -Not -Match '@all\b(?!`)(?<!``.*)'
        }

        It 'fences a document longer than any run of backticks in it' {
            $policy = '{"Version":"2012-10-17","Statement":[{"Sid":"x","Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::a/````json"}]}'
            $text = (Set-PoolRole shop Guest -PermissionsPolicy $policy -AsPlan).ToMarkdown()
            $text | Should -Match '(?m)^\s+`{5}json$'
        }
    }
}
