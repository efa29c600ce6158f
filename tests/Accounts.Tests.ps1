# Which account a call works with: -Credential, the defaults of $PSDefaultParameterValues, and runspaces that never connected.
BeforeAll {
    $module = Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1'
    Import-Module $module
    # Keys that lead nowhere: a call that leaves the sandbox fails at once.
    $environment = @{}
    @{
        AWS_ACCESS_KEY_ID = 'AKIAIOSFODNN7EXAMPLE'; AWS_SECRET_ACCESS_KEY = 'verysecretvalue'; AWS_SESSION_TOKEN = $null
        AWS_PROFILE = $null; AWS_REGION = 'us-east-1'; AWS_DEFAULT_REGION = $null; AWS_MAX_ATTEMPTS = '1'
        AWS_ENDPOINT_URL = 'http://127.0.0.1:9'; AWS_EC2_METADATA_DISABLED = 'true'
        AWS_CONFIG_FILE = (Join-Path ([IO.Path]::GetTempPath()) ([Guid]::NewGuid()))
        AWS_SHARED_CREDENTIALS_FILE = (Join-Path ([IO.Path]::GetTempPath()) ([Guid]::NewGuid()))
    }.GetEnumerator() | ForEach-Object {
        $environment[$_.Key] = [Environment]::GetEnvironmentVariable($_.Key)
        [Environment]::SetEnvironmentVariable($_.Key, $_.Value)
    }
    $nowhere = @{ EndpointUrl = 'http://127.0.0.1:9'; Region = 'us-east-1' }

    function New-Key($user, $secret) {
        $password = if ($secret) { ConvertTo-SecureString $secret -AsPlainText -Force } else { [securestring]::new() }
        [pscredential]::new($user, $password)
    }

    # The id of the one error of a script, or what it wrote.
    function Get-Outcome([scriptblock] $script) {
        try { $said = @(& $script 2>&1) } catch { $said = @($_) }
        ($said | ForEach-Object {
                if ($_ -is [System.Management.Automation.ErrorRecord]) { $_.FullyQualifiedErrorId.Split(',')[0] } else { "$_" }
            }) -join ' '
    }
}
AfterAll {
    foreach ($name in $environment.Keys) { [Environment]::SetEnvironmentVariable($name, $environment[$name]) }
    Disconnect-PoolAccount
}

Describe '-Credential' {
    BeforeAll {
        $account = Connect-PoolAccount -Sandbox -Region us-east-1
        $pool = New-CognitoIdentityPool shop -GuestAccess
        $guest = Get-PoolCredential shop
        $key = New-Key AKIAIOSFODNN7EXAMPLE 'verysecretvalue'
    }
    AfterAll { Disconnect-PoolAccount }

    It 'is a parameter of every cmdlet that calls AWS, and binds nothing from the pipeline' {
        $connected = Get-Command -Module CognitoPools -CommandType Cmdlet | Where-Object { $_.Parameters.ContainsKey('ProfileName') }
        $connected.Count | Should -BeGreaterThan 30
        foreach ($cmdlet in $connected) {
            $cmdlet.Parameters.ContainsKey('Credential') | Should -BeTrue -Because $cmdlet.Name
            if ($cmdlet.Name -eq 'Connect-PoolAccount') { continue }
            foreach ($set in $cmdlet.Parameters['Credential'].ParameterSets.Values) {
                $set.ValueFromPipeline -or $set.ValueFromPipelineByPropertyName | Should -BeFalse -Because $cmdlet.Name
            }
        }
    }

    It 'takes <what>, and never goes to the connected sandbox with them' -ForEach @(
        @{ what = 'a PSCredential'; value = { New-Key AKIAIOSFODNN7EXAMPLE 'verysecretvalue' } }
        @{ what = 'keys as an object'
            value = { [pscustomobject]@{ AccessKeyId = 'ASIAIOSFODNN7EXAMPL'; SecretAccessKey = 'verysecretvalue'; SessionToken = 'x' } } }
        @{ what = 'keys as a table'; value = { @{ AccessKey = 'AKIAIOSFODNN7EXAMPLE'; SecretKey = 'verysecretvalue' } } }
    ) {
        Set-PoolSandbox -ClearCall
        $value = & $value
        Get-Outcome { Get-CognitoIdentityPool shop -Credential $value @nowhere } | Should -Be 'NetworkFailure'
        Get-Outcome { Get-CognitoIdentityPool shop -Credential $value -Region us-east-1 } | Should -Be 'NetworkFailure'
        (Get-PoolSandbox).Calls | Should -BeNullOrEmpty
    }

    It 'works in its own sandbox as the user that Get-PoolCredential signed in, also after <how>' -ForEach @(
        @{ how = 'nothing'; change = { $args[0] } }
        @{ how = 'Export-Clixml'; change = { [System.Management.Automation.PSSerializer]::Deserialize(
            [System.Management.Automation.PSSerializer]::Serialize($args[0])) } }
        @{ how = 'ConvertTo-Json'; change = { $args[0] | ConvertTo-Json | ConvertFrom-Json } }
    ) {
        $user = & $change $guest
        $caller = Get-PoolAccount -Credential $user -Region eu-west-2
        $caller.IsSandbox | Should -BeTrue
        $caller.Region | Should -Be 'eu-west-2'
        $caller.CallerArn | Should -BeLike 'arn:aws:sts::123456789012:assumed-role/shop_guestrole/*'
        ($pool | Get-CognitoIdentityPool -Credential $user).Name | Should -Be 'shop'
    }

    It 'takes credentials of a sandbox to that sandbox and nowhere else' {
        Connect-PoolAccount -Sandbox | Out-Null
        try {
            $other = New-CognitoIdentityPool other -NoRole -WarningAction SilentlyContinue
            (Get-CognitoIdentityPool -Credential $guest).Name | Should -Be 'shop'
            Get-Outcome { $other | Get-CognitoIdentityPool -Credential $guest } | Should -Be 'InvalidCredential'
            Get-Outcome { Get-CognitoIdentityPool -Credential $guest @nowhere } | Should -Be 'InvalidEndpointUrl'
            Get-Outcome { Connect-PoolAccount -Credential $guest } | Should -Be 'InvalidCredential'
            Disconnect-PoolAccount
            # What was saved names no sandbox any more.
            $saved = $guest | ConvertTo-Json | ConvertFrom-Json
            Get-Outcome { Get-CognitoIdentityPool -Credential $saved } | Should -Be 'InvalidCredential'
            Get-Outcome { Connect-PoolAccount -Credential $saved -Region us-east-1 } | Should -Be 'InvalidCredential'
        }
        finally { Connect-PoolAccount -Sandbox | Out-Null }
    }

    It 'never takes an object of the sandbox to AWS' {
        Get-Outcome { $pool | Get-CognitoIdentityPool -Credential $key } | Should -Be 'InvalidCredential'
        Get-Outcome { $pool | Get-PoolRole -Credential $key } | Should -Be 'InvalidCredential'
        Get-Outcome { $pool | Remove-CognitoIdentityPool -Credential $key -Force } | Should -Be 'InvalidCredential'
        # Without asking for the secret key first.
        Get-Outcome { $pool | Get-PoolRole -Credential AKIAIOSFODNN7EXAMPLE } | Should -Be 'InvalidCredential'
    }

    It 'is refused together with <other>, before any call' -ForEach @(
        @{ other = '-Connection'; with = { @{ Connection = $account } } }
        @{ other = '-ProfileName'; with = { @{ ProfileName = 'work' } } }
    ) {
        Set-PoolSandbox -ClearCall
        $with = & $with
        $failed = try { Get-CognitoIdentityPool -Credential $key @with 2>&1 } catch { $_ }
        $failed.FullyQualifiedErrorId | Should -BeLike 'InvalidCredential,*'
        "$failed" | Should -BeLike "*cannot be used with $other*"
        (Get-PoolSandbox).Calls | Should -BeNullOrEmpty
    }

    It 'says how to go on when the secret key is missing and nobody can be asked: <what>' -ForEach @(
        @{ what = 'an empty password'; value = { New-Key AKIAIOSFODNN7EXAMPLE } }
        @{ what = 'a user name'; value = { 'AKIAIOSFODNN7EXAMPLE' } }
    ) {
        # A runspace whose host cannot ask.
        $shell = [powershell]::Create()
        try {
            $shell.AddScript('param($module, $value) Import-Module $module
                "a", "b" | Get-CognitoIdentityPool -Credential $value -Region us-east-1').AddArgument($module).AddArgument((& $value)) |
                Out-Null
            $failed = try { $shell.Invoke() | Out-Null; $shell.Streams.Error } catch { $_.Exception.InnerException.ErrorRecord }
            $failed | Should -HaveCount 1
            $failed.FullyQualifiedErrorId | Should -BeLike 'SecretKeyMissing,*'
            "$($failed.ErrorDetails)" | Should -BeLike '*AKIAIOSFODNN7EXAMPLE*'
            "$($failed.ErrorDetails)" | Should -BeLike '*PSCredential*'
        }
        finally { $shell.Dispose() }
    }

    It 'refuses <what> without repeating it' -ForEach @(
        @{ what = 'a secret key in place of the access key'; value = 'PLaNt3dFEMI/K7MDENG/bPxRfiCYzEXAMp1EKeYs' }
        @{ what = 'a number'; value = 5 }
        @{ what = 'a table without keys'; value = @{ a = 'PLaNt3d' } }
        @{ what = 'a secret key with a line break'; value = @{ AccessKey = 'AKIAIOSFODNN7EXAMPLE'; SecretKey = "PLaNt3d`n" } }
        @{ what = 'a pool'; value = $null }
    ) {
        $given = if ($null -eq $value) { $pool } else { $value }
        $failed = try { Get-CognitoIdentityPool -Credential $given @nowhere 2>&1 } catch { $_ }
        $failed.FullyQualifiedErrorId | Should -BeLike 'InvalidCredential,*'
        "$failed $($failed.ErrorDetails)" | Should -Not -Match 'PLaNt3d'
    }

    It 'is written nowhere: not in errors, verbose text nor the error''s details' {
        $secrets = (New-Key AKIAIOSFODNN7EXAMPLE 'verysecretvalue'),
            ([pscustomobject]@{ AccessKeyId = 'ASIAIOSFODNN7EXAMPL'; SecretKey = 'verysecretvalue'; SessionToken = 'verysecretvalue' })
        foreach ($secret in $secrets) {
            $said = try { Get-CognitoIdentityPool -Credential $secret @nowhere -Verbose -Debug *>&1 } catch { $_ }
            "$said $($said | Out-String)" | Should -Not -Match 'verysecretvalue'
            $said | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] } |
                ForEach-Object { $_ | Format-List * -Force | Out-String } | Should -Not -Match 'verysecretvalue'
            $opened = try { Get-PoolAccount -Credential $secret @nowhere -ErrorAction Stop } catch { $_.TargetObject }
            "$($opened | ConvertTo-Json -Depth 3 -WarningAction Ignore)" | Should -Not -Match 'verysecretvalue'
        }
    }
}

Describe '$PSDefaultParameterValues' {
    BeforeEach {
        $account = Connect-PoolAccount -Sandbox -Region us-east-1
        $pool = New-CognitoIdentityPool shop -GuestAccess
        New-CognitoIdentityPool euro -NoRole -Region eu-west-1 -WarningAction SilentlyContinue | Out-Null
        $PSDefaultParameterValues = @{ '*-Pool*:Region' = 'eu-west-1'; '*-CognitoIdentityPool:Region' = 'eu-west-1' }
    }
    AfterEach {
        $PSDefaultParameterValues = @{}
        Disconnect-PoolAccount
    }

    It 'gives the Region where no id says it' {
        (Get-CognitoIdentityPool).Name | Should -Be 'euro'
        (Get-CognitoIdentityPool euro).Region | Should -Be 'eu-west-1'
        (Connect-PoolAccount -Sandbox).Region | Should -Be 'eu-west-1'
    }

    It 'never gets in the way of an id, an object or another -Region' {
        (Get-CognitoIdentityPool $pool.IdentityPoolId).Name | Should -Be 'shop'
        ($pool | Get-PoolRole -IdentityType Guest).RoleName | Should -Be 'shop_guestrole'
        $guest = Get-PoolCredential $pool
        (Get-PoolIdentity -IdentityId $guest.IdentityId).IdentityId | Should -Be $guest.IdentityId
        (Get-CognitoIdentityPool -Region us-east-1).Name | Should -Be 'shop'
        (Get-PoolIdentity $pool | Remove-PoolIdentity -Force -PassThru).Status | Should -Be 'Removed'
        @(Get-CognitoIdentityPool -AllRegions).Count | Should -Be 2
    }

    It 'still refuses another Region than the id''s that is given for the call: <how>' -ForEach @(
        @{ how = 'by name'; call = { Get-CognitoIdentityPool $pool.IdentityPoolId -Region eu-west-1 } }
        @{ how = 'on a later line'; call = { Get-CognitoIdentityPool $pool.IdentityPoolId `
                    -Region eu-west-1 } }
        @{ how = 'splatted'; call = { $given = @{ Region = 'eu-west-1' }; Get-CognitoIdentityPool $pool.IdentityPoolId @given } }
        @{ how = 'with -AllRegions'; call = { Get-CognitoIdentityPool -AllRegions -Region eu-west-1 }; id = 'InvalidRegion' }
    ) {
        Get-Outcome $call | Should -Be $(if ($id) { $id } else { 'RegionMismatch' })
    }

    It 'takes a script block, and a pattern that names one cmdlet' {
        $PSDefaultParameterValues = @{ 'Get-CognitoIdentityPool:Region' = { 'eu-west-1' } }
        (Get-CognitoIdentityPool).Name | Should -Be 'euro'
        (Get-CognitoIdentityPool $pool.IdentityPoolId).Name | Should -Be 'shop'
    }

    It 'breaks no cmdlet that has no Region or means something else by it' {
        (Get-PoolSandbox).AccountId | Should -Be '123456789012'
        New-PoolRolePolicy | Should -Match 'Statement'
        New-PoolRolePolicy -Template Basic | Should -Be (New-PoolRolePolicy)
        New-PoolRoleRule -Claim hd -Value a -Role b | Should -Not -BeNullOrEmpty
        Disconnect-PoolAccount
    }

    It 'gives the connection, which an object and another choice of the call outweigh' {
        $PSDefaultParameterValues = @{ '*-Pool*:Connection' = $account; '*-CognitoIdentityPool:Connection' = $account }
        Connect-PoolAccount -Sandbox | Out-Null
        (Get-CognitoIdentityPool).Name | Should -Be 'shop'
        $PSDefaultParameterValues = @{}
        $mine = New-CognitoIdentityPool mine -NoRole -WarningAction SilentlyContinue
        $PSDefaultParameterValues = @{ '*-Pool*:Connection' = $account; '*-CognitoIdentityPool:Connection' = $account }
        ($mine | Get-CognitoIdentityPool).Name | Should -Be 'mine'
        Get-Outcome { Get-CognitoIdentityPool @nowhere } | Should -Be 'NetworkFailure'
        Get-Outcome { Get-CognitoIdentityPool -ProfileName nobody } | Should -Be 'UnknownProfile'
        (Get-PoolSandbox).AccountId | Should -Be '123456789012'
    }

    It 'gives <name>, which a connection and an object outweigh' -ForEach @(
        @{ name = 'the profile'; default = 'ProfileName'; value = { 'nobody' }; alone = 'UnknownProfile' }
        @{ name = 'the credentials'; default = 'Credential'; value = { New-Key AKIAIOSFODNN7EXAMPLE 'x' }; alone = 'NetworkFailure' }
    ) {
        $PSDefaultParameterValues = @{ "*-Pool*:$default" = (& $value); "*-CognitoIdentityPool:$default" = (& $value) }
        Get-Outcome { Get-CognitoIdentityPool -Region us-east-1 } | Should -Be $alone
        (Get-CognitoIdentityPool -Connection $account).Name | Should -Be 'shop'
        ($pool | Get-PoolRole -IdentityType Guest).RoleName | Should -Be 'shop_guestrole'
        Get-Outcome { Get-CognitoIdentityPool -Region us-east-1 -Credential (New-Key AKIAIOSFODNN7EXAMPLE 'x') } | Should -Be 'NetworkFailure'
        (Connect-PoolAccount -Sandbox).IsSandbox | Should -BeTrue
        Get-Outcome { Connect-PoolAccount -AccessKey AKIAIOSFODNN7EXAMPLE -SecretKey x -Region us-east-1 } | Should -Be 'NetworkFailure'
    }

    It 'gives only one account' {
        $PSDefaultParameterValues = @{ '*-CognitoIdentityPool:Connection' = $account; '*-CognitoIdentityPool:ProfileName' = 'work' }
        Get-Outcome { Get-CognitoIdentityPool } | Should -Be 'InvalidProfileName'
    }
}

Describe 'A runspace without an account of its own' {
    BeforeAll {
        # Runs a script in a runspace that stays open until Remove-Shell.
        function New-Shell {
            $shell = [powershell]::Create()
            $shell.AddScript('param($module) Import-Module $module').AddArgument($module).Invoke() | Out-Null
            $shell
        }
        function Invoke-In($shell, [string] $script) {
            $shell.Commands.Clear()
            $shell.Streams.ClearStreams()
            $said = try { @($shell.AddScript($script).Invoke()) + @($shell.Streams.Error) } catch { $_.Exception.InnerException.ErrorRecord }
            ($said | ForEach-Object {
                    if ($_ -is [System.Management.Automation.ErrorRecord]) { $_.FullyQualifiedErrorId.Split(',')[0] } else { "$_" }
                }) -join ' '
        }
    }
    BeforeEach {
        $ErrorActionPreference = 'Continue'
        Disconnect-PoolAccount
    }
    AfterEach { Disconnect-PoolAccount }

    It 'stops in ForEach-Object -Parallel, and works with -Connection $using:account' {
        $account = Connect-PoolAccount -Sandbox
        New-CognitoIdentityPool shop -NoRole -WarningAction SilentlyContinue | Out-Null
        $failed = $(1..3 | ForEach-Object -Parallel { Import-Module $using:module; Get-CognitoIdentityPool }) 2>&1
        @($failed).Count | Should -Be 3
        foreach ($one in $failed) {
            $one.FullyQualifiedErrorId | Should -BeLike 'NoAccountInRunspace,*'
            "$($one.ErrorDetails)" | Should -BeLike '*-Connection $using:account*'
        }
        1..3 | ForEach-Object -Parallel { Import-Module $using:module; (Get-CognitoIdentityPool -Connection $using:account).Name } |
            Should -Be 'shop', 'shop', 'shop'
    }

    It 'stops in Start-ThreadJob, and works with -Connection $using:account' -Skip:(-not (Get-Command Start-ThreadJob -ErrorAction Ignore)) {
        $account = Connect-PoolAccount -Sandbox
        New-CognitoIdentityPool shop -NoRole -WarningAction SilentlyContinue | Out-Null
        $job = Start-ThreadJob { Import-Module $using:module; Get-PoolAccount }
        $failed = $job | Receive-Job -Wait 2>&1
        $failed.FullyQualifiedErrorId | Should -BeLike 'NoAccountInRunspace,*'
        $job | Remove-Job
        $job = Start-ThreadJob { Import-Module $using:module; (Get-CognitoIdentityPool -Connection $using:account).Name }
        $job | Receive-Job -Wait -AutoRemoveJob | Should -Be 'shop'
    }

    It 'uses an account of AWS that is chosen for the call: <choice>' -ForEach @(
        @{ choice = '-EndpointUrl http://127.0.0.1:9 -Region us-east-1'; id = 'NetworkFailure' }
        @{ choice = '-ProfileName nobody'; id = 'UnknownProfile' }
        @{ choice = '-Credential @{ AccessKey = "AKIAIOSFODNN7EXAMPLE"; SecretKey = "x" }'; id = 'NetworkFailure' }
    ) {
        Connect-PoolAccount -Sandbox | Out-Null
        $shell = New-Shell
        try { Invoke-In $shell "Get-CognitoIdentityPool $choice" | Should -Be $id }
        finally { $shell.Dispose() }
    }

    It 'uses the account of AWS again once no runspace has a sandbox' {
        $first, $second = (New-Shell), (New-Shell)
        try {
            Invoke-In $second 'Get-CognitoIdentityPool' | Should -Be 'NetworkFailure'
            Invoke-In $first 'Connect-PoolAccount -Sandbox | Out-Null'
            Connect-PoolAccount -Sandbox | Out-Null
            Invoke-In $second 'Get-CognitoIdentityPool' | Should -Be 'NoAccountInRunspace'
            Disconnect-PoolAccount
            Invoke-In $second 'Get-CognitoIdentityPool' | Should -Be 'NoAccountInRunspace'
            Get-Outcome { Get-CognitoIdentityPool } | Should -Be 'NoAccountInRunspace'
            Invoke-In $first 'Get-CognitoIdentityPool' | Should -Be ''
            Invoke-In $first 'Disconnect-PoolAccount' | Should -Be ''
            Invoke-In $second 'Get-CognitoIdentityPool' | Should -Be 'NetworkFailure'
            Get-Outcome { Get-CognitoIdentityPool } | Should -Be 'NetworkFailure'
        }
        finally { $first, $second | ForEach-Object Dispose }
    }

    It 'uses the account of AWS again when the sandbox''s runspace has closed' {
        $first = New-Shell
        Invoke-In $first 'Connect-PoolAccount -Sandbox | Out-Null' | Out-Null
        Get-Outcome { Get-CognitoIdentityPool } | Should -Be 'NoAccountInRunspace'
        $first.Dispose()
        Get-Outcome { Get-CognitoIdentityPool } | Should -Be 'NetworkFailure'
    }
}
