# Rows of files, hashtables and foreign objects set what their columns name; the module's own objects say on a Set- cmdlet what
# is edited and never how.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')

    function Copy-Deserialized { process { [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($_)) } }
}

Describe 'Rows and objects' {
    BeforeEach {
        Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
        $pool = New-CognitoIdentityPool shop -GuestAccess -BasicFlow Active -UserPoolId us-east-1_AbCdEf123 -ClientId abc `
            -Provider @{ Google = '1-a.apps.googleusercontent.com' }
        New-CognitoIdentityPool blog -GuestAccess | Out-Null
        Set-PoolSandbox -ClearCall
    }
    AfterEach { Disconnect-PoolAccount }

    Context 'an object of the module on a Set- cmdlet' {
        BeforeEach {
            $rule = @{ Claim = 'a'; Value = 'b'; Role = $pool.AuthenticatedRole }
            Set-PoolIdentityProvider shop CognitoUserPool -Rule $rule -RoleResolution Deny -WarningAction Ignore
        }

        It 'keeps the rule that somebody changed between Get and Set: <form>' -ForEach @(
            @{ form = 'live'; through = { $_ } }, @{ form = 'deserialized'; through = { $_ | Copy-Deserialized } }
            @{ form = 'selected'; through = { $_ | Select-Object * } }
        ) {
            $read = Get-PoolIdentityProvider shop CognitoUserPool | ForEach-Object $through
            Set-PoolIdentityProvider shop CognitoUserPool -Rule @{ Claim = 'new'; Value = 'c'; Role = $pool.AuthenticatedRole } -WarningAction Ignore
            $read | Set-PoolIdentityProvider -RoleResolution AuthenticatedRole -WarningAction Ignore
            $after = Get-PoolIdentityProvider shop CognitoUserPool
            $after.Rules.Claim | Should -Be 'new'
            $after.RoleResolution | Should -Be 'AuthenticatedRole'
        }

        It 'keeps the state that somebody changed of a pool, and gives no warning' {
            $read = Get-CognitoIdentityPool shop
            Set-CognitoIdentityPool shop -BasicFlow Inactive -Tag @{ team = 'web' }
            $read | Set-CognitoIdentityPool -NewName store -WarningVariable warned
            $after = Get-CognitoIdentityPool store
            $after.BasicFlow | Should -Be 'Inactive'
            "$($after.Tags)" | Should -Be 'team=web'
            $warned | Should -BeNullOrEmpty
        }

        It 'tells which settings of a selected object are not used' {
            Get-CognitoIdentityPool shop | Select-Object * | Set-CognitoIdentityPool -NewName store -WarningVariable warned -WarningAction Ignore
            $warned | Should -BeLike '*-BasicFlow*'
            (Get-CognitoIdentityPool store).BasicFlow | Should -Be 'Active'
        }

        It 'is refused beside the pool as an argument' {
            { Get-CognitoIdentityPool shop | Set-CognitoIdentityPool -IdentityPool blog -ErrorAction Stop } |
                Should -Throw -ErrorId 'InvalidIdentityPool,*' -ExpectedMessage '*but the pipeline contains an identity pool.*'
            (Get-PoolSandbox).Calls | Where-Object Changing | Where-Object Operation -eq 'UpdateIdentityPool' | Should -BeNullOrEmpty
        }

        It 'names the provider for a pool that is an argument' {
            Get-PoolIdentityProvider shop CognitoUserPool | Set-PoolIdentityProvider shop -RoleResolution AuthenticatedRole -WarningAction Ignore
            (Get-PoolIdentityProvider shop CognitoUserPool).RoleResolution | Should -Be 'AuthenticatedRole'
        }
    }

    Context 'a row' {
        It 'sets what its columns name: <form>' -ForEach @(
            @{ form = 'an object'; row = { [pscustomobject]@{ IdentityPool = 'shop'; Provider = 'Google'; ClientId = '2-b.apps.googleusercontent.com' } } }
            @{ form = 'a hashtable'; row = { @{ IdentityPool = 'shop'; Provider = 'Google'; ClientId = '2-b.apps.googleusercontent.com' } } }
            @{ form = 'CSV'; row = { "IdentityPool,Provider,ClientId`nshop,Google,2-b.apps.googleusercontent.com" | ConvertFrom-Csv } }
            @{ form = 'JSON'; row = { '[{"IdentityPool":"shop","Provider":"Google","ClientId":"2-b.apps.googleusercontent.com"}]' | ConvertFrom-Json } }
        ) {
            & $row | Set-PoolIdentityProvider -Force
            (Get-PoolIdentityProvider shop Google).ClientId | Should -Be '2-b.apps.googleusercontent.com'
        }

        It 'loses to an argument, and says so' {
            [pscustomobject]@{ IdentityPool = 'shop'; BasicFlow = 'Inactive' } |
                Set-CognitoIdentityPool -BasicFlow Active -WarningVariable warned -WarningAction Ignore
            $warned | Should -Be "The column 'BasicFlow' of the input is not used, because -BasicFlow is specified as an argument."
            (Get-CognitoIdentityPool shop).BasicFlow | Should -Be 'Active'
        }

        It 'warns once of a column that names a parameter which takes no column' {
            1, 2 | ForEach-Object { [pscustomobject]@{ IdentityPool = 'shop'; Guest = $true } } |
                Get-PoolIdentity -WarningVariable warned -WarningAction Ignore
            $warned | Should -HaveCount 1
            $warned | Should -BeLike "*'Guest'*only as an argument*"
        }

        It 'says nothing of columns that have another meaning' {
            [pscustomobject]@{ IdentityPool = 'shop'; Colour = 'red' } | Set-CognitoIdentityPool -BasicFlow Inactive -WarningVariable warned
            $warned | Should -BeNullOrEmpty
        }

        It 'is refused when a value does not fit, with the choices: <form>' -ForEach @(
            @{ form = 'an object'; row = { [pscustomobject]@{ IdentityPool = 'shop'; Provider = 'Google'; RoleSetting = 'Tokn' } }
                id = 'ParameterArgumentTransformationError,*' }
            @{ form = 'a hashtable'; row = { @{ IdentityPool = 'shop'; Provider = 'Google'; RoleSetting = 'Tokn' } }; id = 'InvalidRoleSetting,*' }
        ) {
            { & $row | Set-PoolIdentityProvider -ErrorAction Stop } |
                Should -Throw -ErrorId $id -ExpectedMessage '*Tokn*is not a valid value*Did you mean ''Token''*'
            (Get-PoolSandbox).Calls | Where-Object Changing | Should -BeNullOrEmpty
        }

        It 'is refused when a cell is empty: <column>' -ForEach @(
            @{ column = 'ClientId'; call = { $_ | Set-PoolIdentityProvider -ErrorAction Stop } }
            @{ column = 'NewName'; call = { $_ | Set-CognitoIdentityPool -ErrorAction Stop } }
        ) {
            $row = [pscustomobject]@{ IdentityPool = 'shop'; Provider = 'Google' }
            $row | Add-Member $column ''
            { $row | ForEach-Object $call } | Should -Throw -ErrorId "Invalid$column,*"
        }

        It 'does not stop the next one' {
            @{ IdentityPool = 'shop'; BasicFlow = 'Of' }, @{ IdentityPool = 'blog'; BasicFlow = 'Active' } |
                Set-CognitoIdentityPool -ErrorVariable failed -ErrorAction SilentlyContinue
            $failed | Should -HaveCount 1
            $failed[0].TargetObject.IdentityPool | Should -Be 'shop'
            (Get-CognitoIdentityPool blog).BasicFlow | Should -Be 'Active'
        }

        It 'leaves nothing behind for the next one' {
            @{ IdentityPool = 'shop'; BasicFlow = 'Inactive' }, @{ IdentityPool = 'blog'; NewName = 'news' } | Set-CognitoIdentityPool
            (Get-CognitoIdentityPool news).BasicFlow | Should -Be 'Inactive'
            (Get-CognitoIdentityPool shop).BasicFlow | Should -Be 'Inactive'
            (Get-PoolSandbox).Calls.Operation | Where-Object { $_ -eq 'UpdateIdentityPool' } | Should -HaveCount 2
        }

        It 'makes a pool with all that its columns say: <form>' -ForEach @(
            @{ form = 'a hashtable'; row = { @{ Name = 'new'; GuestAccess = $true; BasicFlow = 'Active'; Tag = @{ a = 'b' } } } }
            @{ form = 'CSV'; row = { "Name,GuestAccess,BasicFlow,Tag`nnew,True,Active,a=b" | ConvertFrom-Csv } }
            @{ form = 'JSON'; row = { '{"Name":"new","GuestAccess":true,"BasicFlow":1,"Tag":[{"Key":"a","Value":"b"}]}' | ConvertFrom-Json } }
        ) {
            & $row | New-CognitoIdentityPool | Out-Null
            $made = Get-CognitoIdentityPool new
            $made.GuestAccess | Should -BeTrue
            $made.BasicFlow | Should -Be 'Active'
            "$($made.Tags)" | Should -Be 'a=b'
        }

        It 'of roles names the role and no role to create' {
            Set-PoolSandbox -ManagedPolicy @{ Name = 'extra'; Document = New-PoolRolePolicy }
            Get-PoolRole shop -IdentityType Guest | ConvertTo-Csv | ConvertFrom-Csv | Set-PoolRole -AttachPolicy extra
            (Get-PoolRole shop -IdentityType Guest -IncludePolicy).Policies.Name | Should -Contain 'extra'
        }
    }

    Context 'what names a pool' {
        It 'may be the ARN' {
            (Get-CognitoIdentityPool (Get-CognitoIdentityPool shop).Arn).Name | Should -Be 'shop'
        }

        It 'is not a user pool, and the message says so: <form>' -ForEach @(
            @{ form = 'us-east-1_AbCdEf123' }, @{ form = 'arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_AbCdEf123' }
            @{ form = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123/' }
        ) {
            { Set-CognitoIdentityPool $form -NewName x -ErrorAction Stop } |
                Should -Throw -ErrorId 'InvalidIdentityPool,*' -ExpectedMessage '*is a user pool*'
        }

        It 'is told by its type when it cannot be read' {
            { Get-Date | Set-CognitoIdentityPool -NewName x -ErrorAction Stop } |
                Should -Throw -ErrorId 'InvalidIdentityPool,*' -ExpectedMessage '*System.DateTime*'
        }
    }

    Context 'what a practised user tries next' {
        It 'refuses a rule whose operator is misspelt, also from the pipeline: <form>' -ForEach @(
            @{ form = 'a hashtable'; rule = @{ Claim = 'hd'; MatchTyp = 'NotEqual'; Value = 'x'; RoleARN = 'users' } }
            @{ form = 'an object'; rule = [pscustomobject]@{ Claim = 'hd'; Match = 'NotEqual'; Value = 'x'; Role = 'users' } }
        ) {
            { $rule | New-PoolRoleRule -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidRule,*' -ExpectedMessage '*Match*'
        }

        It 'has objects that a script cannot change' {
            $read = Get-CognitoIdentityPool shop
            { $read.IdentityPoolId = (Get-CognitoIdentityPool blog).IdentityPoolId } | Should -Throw '*read*only*'
            { $read.Providers[0].ClientId = 'x' } | Should -Throw '*read*only*'
            { (Get-PoolRole shop)[0].RoleArn = 'x' } | Should -Throw '*read*only*'
        }

        It 'takes the provider that is piped for the one that is meant: <cmdlet>' -ForEach @(
            @{ cmdlet = 'Add-PoolSandboxIdentity'; does = { ($_ | Add-PoolSandboxIdentity -PassThru).Logins }; gives = 'accounts.google.com' }
            @{ cmdlet = 'Resolve-PoolRole'; does = { ($_ | Resolve-PoolRole -Claim @{ sub = 'me' }).Provider }; gives = 'accounts.google.com' }
            @{ cmdlet = 'New-PoolSandboxToken'; does = { [bool]($_ | New-PoolSandboxToken) }; gives = $true }
            @{ cmdlet = 'New-PoolTrustPolicy'
                does = { ($_ | New-PoolTrustPolicy -IdentityType Authenticated -Compact) -match 'accounts.google.com' }
                gives = $true }
            @{ cmdlet = 'Get-PoolIdentity'
                does = { Add-PoolSandboxIdentity shop; Add-PoolSandboxIdentity shop -Provider Google; ($_ | Get-PoolIdentity).Logins }
                gives = 'accounts.google.com' }
        ) {
            $_ = Get-PoolIdentityProvider shop Google
            & $does | Should -Be $gives
        }

        It 'takes the login of a row, and never makes a guest of that user' {
            $login = @{ Google = New-PoolSandboxToken shop Google -Subject me }
            $id = ([pscustomobject]@{ IdentityPool = 'shop'; Login = $login } | Get-PoolCredential).IdentityId
            (Get-PoolIdentity -IdentityId $id).Logins | Should -Be 'accounts.google.com'
        }

        It 'takes roles as objects where they are named' {
            $role = Get-PoolRole shop -IdentityType Guest
            (Get-PoolRole shop $role).RoleName | Should -Be $role.RoleName
            (Get-PoolRole shop (Get-PoolRole shop)).Count | Should -Be 2
            (Find-PoolRole $role).RoleName | Should -Be $role.RoleName
        }

        It 'takes a provider from JSON as a hashtable' {
            Get-PoolIdentityProvider shop Google | ConvertTo-Json -Depth 6 | ConvertFrom-Json -AsHashtable | Add-PoolIdentityProvider blog
            Get-PoolIdentityProvider shop CognitoUserPool | ConvertTo-Json -Depth 6 | ConvertFrom-Json -AsHashtable |
                ForEach-Object { Add-PoolIdentityProvider blog -Provider $_ }
            (Get-PoolIdentityProvider blog).Type | Should -Be 'CognitoUserPool', 'Google'
        }

        It 'takes numbers as a file has them' {
            ("Claim,Operator,Value,Role`nhd,1,y,users" | ConvertFrom-Csv | New-PoolRoleRule).Operator | Should -Be 'NotEqual'
        }

        It 'refuses the ARN of another partition' {
            $arn = (Get-CognitoIdentityPool shop).Arn -replace '^arn:aws:', 'arn:aws-cn:'
            { Get-CognitoIdentityPool $arn -ErrorAction Stop } | Should -Throw
        }
    }
}
