BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')

    function Get-Failure([scriptblock] $run) {
        try { & $run 2>&1 3>$null | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] } | Select-Object -First 1 }
        catch { $_ }
    }
    function Get-Warning([scriptblock] $run) {
        @(& $run 3>&1 2>$null | Where-Object { $_ -is [System.Management.Automation.WarningRecord] } | ForEach-Object Message)
    }
    function CountOf($operation) { @((Get-PoolSandbox).Calls | Where-Object Operation -eq $operation).Count }
}

Describe 'Test-CognitoIdentityPool' {
    BeforeEach {
        Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
        $tidy = New-CognitoIdentityPool tidy -UserPoolId us-east-1_Example01 -ClientId 1example23456789
        $shop = New-CognitoIdentityPool shop -GuestAccess -UserPoolId us-east-1_Example01 -ClientId 1example23456789
        Set-CognitoIdentityPool shop -BasicFlow Active -WarningAction SilentlyContinue
    }
    AfterEach { Disconnect-PoolAccount }

    Context 'which pools' {
        It 'says nothing of a pool without a fault' {
            Test-CognitoIdentityPool tidy | Should -BeNullOrEmpty
        }

        It 'audits every pool without a name' {
            (Test-CognitoIdentityPool).Pool | Select-Object -Unique | Should -Be 'shop'
            (Test-CognitoIdentityPool).Id | Should -Contain 'GuestEnabled'
        }

        It 'takes names, ids, wildcards, objects and rows' {
            foreach ($given in 'shop', $shop.IdentityPoolId, 'sh*') { (Test-CognitoIdentityPool $given).Id | Should -Contain 'GuestEnabled' }
            ($shop | Test-CognitoIdentityPool).Id | Should -Contain 'GuestEnabled'
            ($shop | ConvertTo-Csv | ConvertFrom-Csv | Test-CognitoIdentityPool).Id | Should -Contain 'GuestEnabled'
            (Get-CognitoIdentityPool | Test-CognitoIdentityPool).Id | Should -Contain 'GuestEnabled'
            ('tidy', 'shop' | Test-CognitoIdentityPool).Pool | Select-Object -Unique | Should -Be 'shop'
        }

        It 'audits every Region' {
            New-CognitoIdentityPool far -GuestAccess -Region eu-west-1 | Out-Null
            $found = Test-CognitoIdentityPool -AllRegions -Id GuestEnabled
            $found.Pool | Sort-Object | Should -Be 'far', 'shop'
        }

        It 'goes on after a pool that does not exist' {
            $found = 'none', 'shop' | Test-CognitoIdentityPool -Id GuestEnabled -ErrorVariable errors -ErrorAction SilentlyContinue
            $errors[0].FullyQualifiedErrorId | Should -BeLike 'PoolNotFound,*'
            $found.Pool | Should -Be 'shop'
        }

        It 'warns when no pool was audited' {
            Get-Warning { Test-CognitoIdentityPool none* } | Should -Be 'No identity pool was audited.'
        }

        It 'changes nothing' {
            Set-PoolSandbox -ClearCall
            Test-CognitoIdentityPool -Account | Out-Null
            @((Get-PoolSandbox).Calls | Where-Object Changing) | Should -BeNullOrEmpty
        }
    }

    Context 'a finding' {
        It 'names the pool, the setting, the reason and a command' {
            $found = Test-CognitoIdentityPool shop -Id GuestEnabled
            $found.Severity | Should -Be 'Medium'
            $found.Status | Should -Be 'Found'
            $found.IdentityPoolId | Should -Be $shop.IdentityPoolId
            $found.Target | Should -Be 'Guest access'
            $found.Evidence | Should -Be 'GuestAccess: True'
            $found.Why | Should -Not -BeNullOrEmpty
            $found.Reference | Should -BeLike 'https://*'
            Invoke-Expression $found.Remedy
            Test-CognitoIdentityPool shop -Id GuestEnabled | Should -BeNullOrEmpty
        }

        It 'gives the gravest first' {
            $all = [int[]] (Test-CognitoIdentityPool shop).Severity
            $all | Should -Be ($all | Sort-Object -Descending)
        }

        It 'survives CSV, JSON and CLIXML' {
            $found = Test-CognitoIdentityPool shop -Id GuestEnabled
            ($found | ConvertTo-Csv | ConvertFrom-Csv).Severity | Should -Be 'Medium'
            ($found | ConvertTo-Json -EnumsAsStrings | ConvertFrom-Json).Id | Should -Be 'GuestEnabled'
            $found | Group-Object Severity | ForEach-Object Name | Should -Be 'Medium'
        }
    }

    Context 'which checks' {
        It 'takes ids and patterns' {
            (Test-CognitoIdentityPool shop -Id Guest*).Id | Sort-Object | Should -Be 'GuestBasicFlow', 'GuestEnabled'
            (Test-CognitoIdentityPool shop -ExcludeId GuestEnabled).Id | Should -Not -Contain 'GuestEnabled'
            (Test-CognitoIdentityPool shop -Id Guest* -ExcludeId *Flow).Id | Should -Be 'GuestEnabled'
        }

        It 'refuses an id that no check has, with the nearest' {
            { Test-CognitoIdentityPool shop -Id GuestEnable } | Should -Throw '*GuestEnabled*'
        }

        It 'leaves out what is less severe' {
            (Test-CognitoIdentityPool shop -Severity High).Id | Should -Not -Contain 'GuestEnabled'
        }

        It 'reads no role when no check needs one' {
            Set-PoolSandbox -ClearCall
            Test-CognitoIdentityPool shop -Id GuestEnabled | Out-Null
            CountOf GetRole | Should -Be 0
        }

        It 'shows checks that found nothing with -All' {
            $all = Test-CognitoIdentityPool tidy -All
            $all.Status | Select-Object -Unique | Should -Be 'Passed'
            $all.Id | Should -Contain 'GuestEnabled'
        }
    }

    Context 'what cannot be read' {
        It 'is not checked, with the permission and the checks: <operation>' -ForEach @(
            @{ operation = 'GetRole'; permission = 'iam:GetRole'; check = '*Trust*' }
            @{ operation = 'ListRolePolicies'; permission = 'iam:ListRolePolicies'; check = '*Policy*' }
            @{ operation = 'GetIdentityPoolRoles'; permission = 'cognito-identity:GetIdentityPoolRoles'; check = '*Rule*' }
        ) {
            Set-PoolSandbox -Fault @{
                Operation = $operation; Kind = 'Error'; Times = 1000
                ErrorCode = if ($operation -like 'GetIdentity*') { 'NotAuthorizedException' } else { 'AccessDenied' }
                Message = "User: arn:aws:iam::123456789012:user/a is not authorized to perform: $permission on resource: x"
            }
            $found = @(Test-CognitoIdentityPool tidy)
            $found.Id | Select-Object -Unique | Should -Be 'NotChecked'
            $found[0].Status | Should -Be 'NotChecked'
            $found[0].Evidence | Should -BeLike "*$permission*"
            $found[0].Why | Should -BeLike $check
            Test-CognitoIdentityPool tidy -Quiet | Should -BeFalse
            # What was not checked may be grave.
            (Test-CognitoIdentityPool tidy -Severity Critical).Id | Should -Contain 'NotChecked'
            Test-CognitoIdentityPool tidy -ExcludeId NotChecked | Should -BeNullOrEmpty
        }
    }

    Context '-Quiet' {
        It 'answers true or false' {
            Test-CognitoIdentityPool tidy -Quiet | Should -BeTrue
            Test-CognitoIdentityPool shop -Quiet | Should -BeFalse
            Test-CognitoIdentityPool -Quiet | Should -BeFalse
            Test-CognitoIdentityPool shop -Id GuestEnabled -Severity High -Quiet | Should -BeTrue
        }

        It 'answers false when no pool was audited' {
            Test-CognitoIdentityPool none* -Quiet -WarningAction SilentlyContinue | Should -BeFalse
        }

        It 'refuses to leave no check' {
            (Get-Failure { Test-CognitoIdentityPool tidy -Id GuestEnabled -ExcludeId Guest* -Quiet }).FullyQualifiedErrorId |
                Should -BeLike 'InvalidId,*'
        }

        It 'answers false when a pool could not be audited' {
            Test-CognitoIdentityPool none -Quiet -ErrorAction SilentlyContinue | Should -BeFalse
        }

        It 'does not go with -All or -AsPlan' {
            (Get-Failure { Test-CognitoIdentityPool shop -Quiet -All }).FullyQualifiedErrorId | Should -BeLike 'Invalid*,*'
            (Get-Failure { Test-CognitoIdentityPool shop -Quiet -AsPlan }).FullyQualifiedErrorId | Should -BeLike 'Invalid*,*'
        }
    }

    Context '-AsPlan' {
        It 'writes a plan that removes the finding, and says whom it cuts off' {
            $plan = Test-CognitoIdentityPool shop -Id GuestEnabled -AsPlan
            "$($plan.Warnings)" | Should -BeLike '*Guests*'
            $plan | Invoke-PoolPlan -Force -WarningAction SilentlyContinue
            (Get-CognitoIdentityPool shop).GuestAccess | Should -BeFalse
        }

        It 'changes nothing with -WhatIf' {
            Test-CognitoIdentityPool shop -Id GuestEnabled -AsPlan | Invoke-PoolPlan -WhatIf -WarningAction SilentlyContinue
            (Get-CognitoIdentityPool shop).GuestAccess | Should -BeTrue
        }

        It 'names the findings that no plan repairs' {
            Set-CognitoIdentityPool shop -DeveloperProviderName login.shop -Confirm:$false
            Get-Warning { Test-CognitoIdentityPool shop -Id DeveloperProvider -AsPlan } | Should -BeLike '*DeveloperProvider*Remedy*'
        }
    }

    Context '-SuppressionPath' {
        BeforeAll {
            function Write-Suppression($text) {
                $file = Join-Path $TestDrive "$([guid]::NewGuid()).suppressions.json"
                Set-Content $file $text
                $file
            }
        }

        It 'accepts findings of a pool' {
            $file = Write-Suppression '{ "suppressions": [ { "id": "GuestEnabled", "identityPool": "shop", "reason": "Public", "expires": "2999-01-31" } ] }'
            (Test-CognitoIdentityPool -SuppressionPath $file).Id | Should -Not -Contain 'GuestEnabled'
            $all = Test-CognitoIdentityPool -SuppressionPath $file -All | Where-Object Status -eq Suppressed
            $all.Suppression | Should -Be 'Public (until 2999-01-31)'
            Test-CognitoIdentityPool shop -Id GuestEnabled -SuppressionPath $file -Quiet | Should -BeTrue
        }

        It 'reports a finding again after the last day' {
            $file = Write-Suppression '{ "suppressions": [ { "id": "GuestEnabled", "target": "Guest*", "reason": "Public", "expires": "2001-01-31" } ] }'
            $found = Test-CognitoIdentityPool shop -Id GuestEnabled -SuppressionPath $file
            $found.Status | Should -Be 'Found'
            $found.Suppression | Should -Be 'expired on 2001-01-31: Public'
        }

        It 'names those that accept nothing' {
            $file = Write-Suppression '{ "suppressions": [ { "id": "GuestEnabled", "identityPool": "tidy", "reason": "Old" } ] }'
            Get-Warning { Test-CognitoIdentityPool -SuppressionPath $file } | Should -BeLike '*GuestEnabled, tidy*matches no finding*'
            # Of what was not looked for nothing is known.
            Get-Warning { Test-CognitoIdentityPool -Severity High -SuppressionPath $file } | Should -BeNullOrEmpty
            $orphan = Write-Suppression '{ "suppressions": [ { "id": "TrustOrphan", "reason": "Old" } ] }'
            Get-Warning { Test-CognitoIdentityPool -SuppressionPath $orphan } | Should -BeNullOrEmpty
            Get-Warning { Test-CognitoIdentityPool -Account -SuppressionPath $orphan } | Should -BeLike '*TrustOrphan*'
            Get-Warning { Test-CognitoIdentityPool shop -SuppressionPath $file } | Should -BeNullOrEmpty
        }

        It 'refuses a bad file before any call: <text>' -ForEach @(
            @{ text = '{'; says = '*line*not valid JSON*' }
            @{ text = '{ "suppressions": [ { "id": "GuestEnable", "reason": "x" } ] }'; says = '*suppressions*0*GuestEnabled*' }
            @{ text = '{ "suppressions": [ { "id": "GuestEnabled" } ] }'; says = '*reason*' }
            @{ text = '{ "suppressions": [ { "id": "GuestEnabled", "reason": " " } ] }'; says = '*reason*' }
            @{ text = '{ "suppressions": [ { "id": "GuestEnabled", "reason": "x", "expires": "31.01.2027" } ] }'; says = '*2027-01-31*' }
            @{ text = '{ "suppressions": [ { "id": "GuestEnabled", "reason": "x", "pool": "shop" } ] }'; says = '*pool*' }
        ) {
            $file = Write-Suppression $text
            Set-PoolSandbox -ClearCall
            $failure = Get-Failure { Test-CognitoIdentityPool shop -SuppressionPath $file }
            $failure.FullyQualifiedErrorId | Should -BeLike 'Invalid*,*'
            "$failure $($failure.ErrorDetails.RecommendedAction)" | Should -BeLike $says
            (Get-PoolSandbox).Calls | Should -BeNullOrEmpty
        }

        It 'stands beside pool documents' {
            $folder = Join-Path $TestDrive 'pools'
            Export-CognitoIdentityPool shop -Path $folder
            Set-Content (Join-Path $folder 'suppressions.json') '{ "suppressions": [] }'
            Compare-CognitoIdentityPool shop -Path $folder | Should -BeNullOrEmpty
            Import-CognitoIdentityPool -Path (Join-Path $folder '*.json') -WhatIf
        }
    }

    Context 'a remedy' {
        It 'says whom it cuts off' {
            (Test-CognitoIdentityPool shop -Id GuestEnabled).Remedy | Should -BeLike "# Guests will no longer get credentials*`n*-Disable"
        }

        It 'of several findings of one policy does not bring back what another took' {
            Set-PoolRole shop Guest -Confirm:$false -PermissionsPolicy ('{"Version":"2012-10-17","Statement":[' +
                '{"Effect":"Allow","Action":"iam:*","Resource":"*"},{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::b/*"},' +
                '{"Effect":"Allow","Action":"polly:*","Resource":"*"}]}')
            $found = Test-CognitoIdentityPool shop -Id Policy*
            $found.Count | Should -BeGreaterThan 1
            foreach ($one in $found) { Invoke-Expression "$($one.Remedy) -Confirm:`$false" 3>$null }
            Test-CognitoIdentityPool shop -Id Policy* | Should -BeNullOrEmpty
            (Get-PoolPermission shop Guest).Action | Should -Be 'polly:*'
        }
    }

    It 'takes the lines of a program for a user pool' {
        $lines = '{', '  "UserPoolClient": { "ClientId": "1example23456789", "WriteAttributes": [ "name" ] }', '}'
        { Test-CognitoIdentityPool tidy -UserPool $lines -ErrorAction Stop } | Should -Not -Throw
        { Test-CognitoIdentityPool tidy -UserPool ($lines -join "`n") -ErrorAction Stop } | Should -Not -Throw
    }

    It 'runs in strict mode and in a parallel runspace' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        $account = Get-PoolAccount
        $module = (Get-Module CognitoPools).Path
        $found = 'shop' | ForEach-Object -Parallel {
            Set-StrictMode -Version Latest
            Import-Module $using:module
            Test-CognitoIdentityPool $_ -Id GuestEnabled -Connection $using:account
        }
        $found.Id | Should -Be 'GuestEnabled'
    }
}
