# Every example of the cmdlets' help and of the about topics runs here, in a sandbox of its own with what the examples speak of:
# the help uses one set of names all through, and Arrange makes it.
$helpFolder = Join-Path $PSScriptRoot '../out/CognitoPools/en-US'

# What a sandbox cannot show: profiles and keys of a real account. They are parsed and their parameters bound by name.
$realAccount = 'Connect-PoolAccount: A profile', 'Connect-PoolAccount: The keys of a runbook',
    'Connect-PoolAccount: Leave half of the quotas to other programs',
    'Get-PoolAccount: Another profile', 'Disconnect-PoolAccount: Return to the default credentials'

$commands = ([xml](Get-Content (Join-Path $helpFolder 'CognitoPools.dll-Help.xml') -Raw)).helpItems.command
# What the notes of each cmdlet say that it calls; the permissions that the build appends are held below.
$notes = @{}
$commands | ForEach-Object {
    $notes[$_.details.name] = @($_.alertSet.alert.para | Where-Object { $_ -notlike 'Required permissions:*' }) -join ' '
}
$examples = @(foreach ($command in $commands) {
    foreach ($example in $command.examples.example) {
        $title = $example.title -replace '^-+ Example \d+: ' -replace ' -+$'
        @{ name = "$($command.details.name): $title"; code = $example.code }
    }
})
$inTopics = @(foreach ($topic in Get-ChildItem (Join-Path $PSScriptRoot '../en-US') -Filter 'about_*.help.txt') {
    # A block of lines that are indented by eight and begin with a command or a variable.
    $text = (Get-Content $topic.FullName -Raw) -replace "`r"
    $number = 0
    foreach ($block in [regex]::Matches($text, '(?m)(?<=\n\n) {8}(?=[A-Z]\w+-\w+ |\$|\()[^\n]+\n(?: {8}[^\n]+\n)*')) {
        $number++
        @{ name = "$($topic.Name -replace '\.help\.txt$'): block $number"; topic = $topic.Name; code = $block.Value -replace '(?m)^ {8}' }
    }
})
$runnable = @($examples + $inTopics | Where-Object { $realAccount -notcontains $_.name } | ForEach-Object {
    $code = $_.code
    $_.notes = ($notes.Keys | Where-Object { $code -match "\b$_\b" } | ForEach-Object { $notes[$_] }) -join ' '
    $_
})
$onlyBound = @($examples | Where-Object { $realAccount -contains $_.name })

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
    $script:folder = Join-Path ([IO.Path]::GetTempPath()) "cognitopools-examples-$([guid]::NewGuid())"
    New-Item -ItemType Directory $script:folder | Out-Null
    $script:before = (Get-Location).Path
    $script:environment = @{}
    'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN' |
        ForEach-Object { $script:environment[$_] = [Environment]::GetEnvironmentVariable($_) }

    function Arrange {
        $google = '123-abc.apps.googleusercontent.com'
        Set-PoolSandbox -SamlProvider okta `
            -OpenIdConnectProvider https://login.example.com, https://token.actions.githubusercontent.com `
            -ManagedPolicy @{ Name = 'CompanyBoundary'; Document = (New-PoolRolePolicy) },
            @{ Name = 'AmazonS3ReadOnlyAccess'; Document = (New-PoolRolePolicy); AwsManaged = $true }
        New-CognitoIdentityPool shop -GuestAccess -BasicFlow Active -UserPoolId us-east-1_AbCdEf123 -ClientId 1example23456789 `
            -Provider @{ Google = $google }, @{ Facebook = '123456789012345' } -DeveloperProviderName login.shop `
            -Tag @{ old = 'yes' } | Out-Null
        New-CognitoIdentityPool blog -NoRole -Tag @{ team = 'web'; stage = 'production' } | Out-Null
        New-CognitoIdentityPool dev-one -GuestAccess -Provider @{ Google = $google } | Out-Null
        New-CognitoIdentityPool dev-two -NoRole | Out-Null
        New-CognitoIdentityPool test-one | Out-Null
        New-CognitoIdentityPool old -NoRole -Provider @{ Digits = 'abc' } | Out-Null
        New-CognitoIdentityPool shop -Region eu-west-1 -NoRole | Out-Null
        Set-PoolSandbox -Role @{ Name = 'blog-staff'; TrustPolicy = (New-PoolTrustPolicy blog Authenticated) },
            @{ Name = 'dev-staff'; TrustPolicy = (New-PoolTrustPolicy dev-one Authenticated) }
        Set-PoolIdentityProvider dev-one Google -Rule @{ Claim = 'hd'; Value = 'example.com'; Role = 'dev-staff' } `
            -RoleResolution AuthenticatedRole
        $users = New-PoolTrustPolicy shop Authenticated
        Set-PoolSandbox -Role @{ Name = 'shop-users'; TrustPolicy = $users },
            @{ Name = 'shop-staff'; TrustPolicy = $users }, @{ Name = 'shop-web'; TrustPolicy = $users },
            @{ Name = 'shop-guests'; TrustPolicy = (New-PoolTrustPolicy shop Guest) }
        # A role that only some addresses can assume.
        $conditional = (New-PoolTrustPolicy test-one Authenticated) -replace '"StringEquals": {',
            '"IpAddress": { "aws:SourceIp": "203.0.113.0/24" }, "StringEquals": {'
        Set-PoolSandbox -Role @{ Name = 'test-one_authenticatedrole'; TrustPolicy = $conditional
            Path = (Get-PoolRole test-one -IdentityType Authenticated).Path }
        New-PoolRole shop Authenticated shop-old | Out-Null
        # What a deleted pool left, and a role that any pool can assume.
        New-CognitoIdentityPool gone | Remove-CognitoIdentityPool -Force
        Set-PoolSandbox -Role @{ Name = 'open-users'; TrustPolicy = ($users -replace '"StringEquals":\s*\{[^}]*\},', '') }
        # A role that somebody broke.
        Set-PoolSandbox -Role @{ Name = 'dev-one_guestrole'; TrustPolicy = $users; Path = (Get-PoolRole dev-one -IdentityType Guest).Path }
        Add-PoolSandboxIdentity shop -Count 2 -CreationDate (Get-Date).AddDays(-120)
        Add-PoolSandboxIdentity shop -Count 2 -Provider Google -CreationDate 2023-01-01
    }

    # The IAM actions of each cmdlet, as tools/ModuleBuilder/permissions.json lists them. A pipeline has several cmdlets; a verbose
    # message tells which of them made a call. After a change of what a cmdlet calls, renew the file by this file and by the
    # PermissionTests of CognitoPools.Module.Tests:
    #   $env:COGNITOPOOLS_RENEW_PERMISSIONS = 1
    $script:permissionFile = Join-Path $PSScriptRoot '../tools/ModuleBuilder/permissions.json'
    $script:permissions = Get-Content $script:permissionFile -Raw | ConvertFrom-Json -AsHashtable
    $script:required = [CognitoPools.IdentityPool].Assembly.GetType('CognitoPools.Account.RequiredActions')
    function Get-UnlistedAction($Message) {
        foreach ($record in $Message | Where-Object { $_.InvocationInfo -and $_.Message -match '^Calling ([^:]+):(\w+)' }) {
            $cmdlet = $record.InvocationInfo.MyCommand.Name
            # They call sandboxes alone, where nobody needs a permission.
            if ($cmdlet -like '*-PoolSandbox*') { continue }
            $record.Message -match '^Calling ([^:]+):(\w+)' | Out-Null
            foreach ($action in $script:required::Of($Matches[1], $Matches[2])) {
                if ($action -cin $script:permissions[$cmdlet]) { continue }
                if ($env:COGNITOPOOLS_RENEW_PERMISSIONS) { $script:permissions[$cmdlet] = @($script:permissions[$cmdlet]) + $action }
                else { "$cmdlet $action" }
            }
        }
    }

    # The one command of the AWS CLI that the examples need, on the sandbox.
    function global:aws {
        $name = $args[[array]::IndexOf($args, '--role-name') + 1]
        $file = $args[[array]::IndexOf($args, '--assume-role-policy-document') + 1] -replace '^file://'
        Set-PoolSandbox -Role @{ Name = $name; TrustPolicy = (Get-Content $file -Raw) }
    }
}

AfterAll {
    Remove-Item function:global:aws -ErrorAction Ignore
    if ($env:COGNITOPOOLS_RENEW_PERMISSIONS) {
        $sorted = [ordered]@{}
        $names = [string[]]@($script:permissions.Keys)
        [Array]::Sort($names, [StringComparer]::Ordinal)
        foreach ($name in $names) {
            $actions = [string[]]@($script:permissions[$name] | Where-Object { $_ })
            [Array]::Sort($actions, [StringComparer]::Ordinal)
            $sorted[$name] = $actions
        }
        [IO.File]::WriteAllText($script:permissionFile, (($sorted | ConvertTo-Json -Depth 3) -replace "`r") + "`n")
    }
}

Describe 'An example of the help' {
    BeforeEach {
        $ConfirmPreference = 'None'
        $WarningPreference = 'SilentlyContinue'
        $InformationPreference = 'SilentlyContinue'
        $ErrorActionPreference = 'Stop'
        $account = Connect-PoolAccount -Sandbox -Region us-east-1
        Arrange
        $idToken = New-PoolSandboxToken shop CognitoUserPool -Claim @{ 'custom:team' = 'web' }
        $googleToken = New-PoolSandboxToken shop Google -Subject user-42
        # One user with three logins, and a second one.
        New-PoolDeveloperToken shop user-42 -Login @{ Google = $googleToken } | Out-Null
        $user = (Get-PoolDeveloperIdentity shop user-42).IdentityId
        Get-PoolOpenIdToken -IdentityId $user -Login @{ Google = $googleToken; Facebook = (New-PoolSandboxToken shop Facebook) } | Out-Null
        New-PoolDeveloperToken shop user-7 | Out-Null

        Set-Location $script:folder
        'user-42', 'user-7' | Set-Content users.txt
        'Old,New', 'user-42,user-7' | Set-Content duplicates.csv
        'Claim,Operator,Value,Role', 'custom:team,Equals,web,shop-web' | Set-Content rules.csv
        'IdentityPool,IdentityType,RoleName', 'shop,Authenticated,shop-one', 'blog,Authenticated,blog-one' | Set-Content roles.csv
        New-PoolRolePolicy | Set-Content admin.json
        'sub,custom:team', '42,web', '43,sales' | Set-Content users.csv
        $ids = @(Get-PoolIdentity shop -Guest | ForEach-Object IdentityId)
        @('IdentityId') + $ids | Set-Content ids.csv
        @($ids) + 'us-east-1:00000000-0000-4000-8000-000000000000' | Set-Content ids.txt
        Set-PoolSandbox -ClearCall
        # Something for Get-PoolSandbox to show.
        Get-CognitoIdentityPool shop | Out-Null
        $before = @((Get-PoolSandbox).Calls).Count
    }
    AfterEach {
        Set-Location $script:before
        $script:environment.Keys | ForEach-Object { [Environment]::SetEnvironmentVariable($_, $script:environment[$_]) }
        Disconnect-PoolAccount
    }
    AfterAll { Remove-Item $script:folder -Recurse }

    It '<name>' -ForEach $runnable {
        # The help's made-up identity stands for one of the sandbox.
        $script = [scriptblock]::Create($code.Replace('us-east-1:12345678-1234-1234-1234-123456789012', $user))

        $VerbosePreference = 'Continue'
        $everything = @(& $script 4>&1)
        $VerbosePreference = 'SilentlyContinue'
        $said, $written = $everything.Where({ $_ -is [System.Management.Automation.VerboseRecord] }, 'Split')
        $written = @($written)

        $calls = @((Get-PoolSandbox -Connection $account).Calls | Select-Object -Skip $before)
        @($calls | ForEach-Object Operation | Where-Object { $notes -notmatch "\b$_\b" }) -join ', ' | Should -Be ''
        (Get-UnlistedAction $said) -join ', ' | Should -Be '' -Because 'tools/ModuleBuilder/permissions.json must list it'
        $changed = @($calls | Where-Object Changing)
        # An example of a refusal says so with -ErrorAction, and shows it.
        $refused = @($changed | Where-Object StatusCode -ne 200).Count
        if ($code -match '-ErrorAction') { @($written | Where-Object { $_ }) | Should -HaveCount @($written).Count }
        else { $refused | Should -Be 0 }
        if ($code -match '-WhatIf') { $changed | Should -HaveCount 0 }
        # An example that neither shows nor changes anything shows nothing to its reader either.
        elseif (($changed.Count -eq 0 -or $code -match '-ErrorAction') -and
            $code -notmatch '^Set-PoolSandbox|^Add-PoolSandboxIdentity|^Disconnect-PoolAccount|Should|throw|Set-Content|\$env:|-Path \./') {
            $written.Count | Should -BeGreaterThan 0
        }
    }

    It '<name> (of a real account) names commands and parameters that are there' -ForEach $onlyBound {
        $broken = $null
        $parsed = [System.Management.Automation.Language.Parser]::ParseInput($code, [ref]$null, [ref]$broken)
        $broken | Should -BeNullOrEmpty
        foreach ($command in $parsed.FindAll({ $args[0] -is [System.Management.Automation.Language.CommandAst] }, $true)) {
            $info = Get-Command $command.GetCommandName()
            foreach ($parameter in $command.CommandElements |
                Where-Object { $_ -is [System.Management.Automation.Language.CommandParameterAst] }) {
                @($info.Parameters.Keys) | Should -Contain $parameter.ParameterName
            }
        }
    }
}

Describe 'The examples' {
    It 'of a real account are all there, under their titles' -ForEach @{ bound = $onlyBound; listed = $realAccount } {
        (@($bound | ForEach-Object { $_.name }) | Sort-Object) -join '; ' | Should -Be ((@($listed) | Sort-Object) -join '; ')
    }

    It 'of every about topic are found' -ForEach @{ found = $inTopics } {
        foreach ($topic in Get-ChildItem (Join-Path $PSScriptRoot '../en-US') -Filter 'about_*.help.txt') {
            @($found | ForEach-Object { $_.topic }) | Should -Contain $topic.Name
        }
    }
}
