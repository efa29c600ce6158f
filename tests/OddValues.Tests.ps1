BeforeAll {
    # Errors are collected here, whatever the caller prefers.
    $ErrorActionPreference = 'Continue'
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
    Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
    $pool = New-CognitoIdentityPool shop -GuestAccess -Provider @{ Google = '1-a.apps.googleusercontent.com' }
    . (Join-Path $PSScriptRoot 'ParameterCalls.ps1') -IdentityPoolId $pool.IdentityPoolId
    $escape = [char]27
    $long = 'a' * 200000
}
AfterAll {
    Disconnect-PoolAccount
    Restore-Environment
}

Describe 'Odd values' {
    It 'never lead to an error of .NET, to a long message or to a message that steers the terminal' {
        $values = [ordered]@{
            bracket = '['; star = '*'; backtick = '`'; long = $long; escape = "$escape[31mred"; nul = "a`0b"; emoji = [char]::ConvertFromUtf32(0x1F600)
            surrogate = "a$([char]0xD800)"; override = "a$([char]0x202E)b"; nan = [double]::NaN; infinity = [double]::PositiveInfinity
            largest = [int]::MaxValue; smallest = [long]::MinValue; block = { throw 'never run' }; nested = @{ a = @{ b = @(1, $null) } }
            keys = @{ 1 = 2; $true = 'x' }; object = [pscustomobject]@{ IdentityPoolId = '['; Name = 3 }; type = [int]; braces = '{0}{99}'; format = '{'
            date = [datetime]::MaxValue; time = [timespan]::MaxValue
        }
        # What the catalogue and the binder call their errors. NetworkFailure: the call left for an endpoint that is not there.
        $ids = [CognitoPools.Commands.PoolCommand].Assembly.GetType('CognitoPools.Errors.PoolErrorId').GetEnumNames()
        $known = '^(' + (($ids + 'Invalid\w+', 'ChangeFailed\w+', 'ChangeLeftBehind', 'NetworkFailure', 'ResourceNotFound', 'NotAuthorized',
                'UnknownProfile', 'NoSandbox', 'ParameterArgument\w+', 'ParameterBinding\w+', 'CannotConvert\w+', 'AmbiguousParameterSet',
                'EntityAlreadyExists', 'RoleForbidden', 'IdentityNotFound', 'IdentityForbidden', 'ProviderNotConfigured', 'Token\w+',
                'LoginsMismatch', 'BasicFlow\w+', 'RoleNotAssumable', 'RoleDenied', 'ResourceConflict', 'MissingArgument') -join '|') + ')(,|$)'
        $wrong = foreach ($checked in Get-CheckedParameter) {
            foreach ($kind in $values.Keys) {
                $case = "$($checked.Cmdlet.Name) -$($checked.Name) $kind"
                $call = Get-CallWith $checked $values[$kind]
                if ($checked.Cmdlet.Parameters.ContainsKey('WhatIf')) { $call['WhatIf'] = $true }
                $records = try { & $checked.Cmdlet.Name @call *>&1 } catch { $_ }
                foreach ($record in $records) {
                    if ($record -is [System.Management.Automation.ErrorRecord]) {
                        if ($record.FullyQualifiedErrorId -notmatch $known) { "${case}: $($record.FullyQualifiedErrorId) $($record.Exception.Message)" }
                    }
                    elseif ($record -isnot [System.Management.Automation.WarningRecord]) { continue }
                    if ($record.FullyQualifiedErrorId -match '^(ParameterBinding|CannotConvert|ParameterArgumentValidation)') { continue }
                    # The setting, its value and what is wrong with it are one sentence.
                    if ("$record" -cmatch "^([A-Z]\w+ '[^']*'|-?[A-Z]\w+): (is|are|must|has|have|cannot|can|it|lacks|needs) ") { "${case}: $record" }
                    if ("$record".Length -gt 4000) { "${case}: $("$record".Length) characters" }
                    if ("$record" -match '[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\u202A-\u202E]') { "${case}: a control character" }
                }
            }
        }
        $wrong | Should -BeNullOrEmpty
    }

    It 'such as a bracket that is not closed are named in <command>' -ForEach @(
        @{ command = { Get-CognitoIdentityPool '[shop' }; id = 'InvalidIdentityPool' }
        @{ command = { Get-PoolIdentity $pool -Provider '[a' }; id = 'InvalidProvider' }
        @{ command = { Measure-PoolIdentity $pool -Provider '[a' }; id = 'InvalidProvider' }
        @{ command = { Get-PoolIdentityProvider $pool '[a' }; id = 'InvalidProvider' }
        @{ command = { Get-PoolRole $pool '[a' }; id = 'InvalidRole' }
    ) {
        $failed = try { & $command 2>&1 } catch { $_ }
        $failed.FullyQualifiedErrorId | Should -BeLike "$id,*"
        "$failed" | Should -BeLike '*not a valid wildcard*'
    }

    It 'that are long are cut, with their length' {
        Get-CognitoIdentityPool $long -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed[0].ErrorDetails.Message.Length | Should -BeLessThan 600
        $failed[0].ErrorDetails.Message | Should -Match '\.\.\. \(200,000 characters\)'
    }
}

Describe 'Text of others' {
    BeforeAll {
        # The sandbox says what a service or a proxy in between could say.
        Set-PoolSandbox -Fault @{ Operation = 'ListIdentityPools'; ErrorCode = 'InvalidParameterException'; Message = "broken `u{9B}2J" }
    }
    AfterAll { Set-PoolSandbox -ClearFault }

    It 'steers no terminal in an error' {
        Get-CognitoIdentityPool -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed[0].ErrorDetails.Message | Should -Match 'broken \\u009B2J'
    }

    It 'steers no terminal in views' {
        $turned = "a$([char]0x202E)b"
        $rule = New-PoolRoleRule hd $turned users
        foreach ($text in "$rule", ($rule | Out-String)) { $text | Should -Match 'a\\u202Eb' }
        $rule.Value | Should -BeExactly $turned
        Set-PoolSandbox -ClearFault
        Set-CognitoIdentityPool $pool -Tag @{ team = $turned } -WhatIf:$false -Confirm:$false
        Get-CognitoIdentityPool $pool.IdentityPoolId | Format-List | Out-String | Should -Match 'team=a\\u202Eb'
    }
}

Describe 'A host that cannot show anything' {
    It 'does not fail a change in the middle' {
        $source = @'
using System; using System.Collections.Generic; using System.Collections.ObjectModel; using System.Globalization;
using System.Management.Automation; using System.Management.Automation.Host; using System.Security;
public sealed class MuteHost : PSHost
{
    private readonly PSHostUserInterface ui;
    public MuteHost(bool hasScreen) { ui = hasScreen ? new MuteScreen() : null; }
    public override CultureInfo CurrentCulture { get { return CultureInfo.InvariantCulture; } }
    public override CultureInfo CurrentUICulture { get { return CultureInfo.InvariantCulture; } }
    public override Guid InstanceId { get; } = Guid.NewGuid();
    public override string Name { get { return "MuteHost"; } }
    public override PSHostUserInterface UI { get { return ui; } }
    public override Version Version { get { return new Version(1, 0); } }
    public override void EnterNestedPrompt() { throw new NotImplementedException(); }
    public override void ExitNestedPrompt() { throw new NotImplementedException(); }
    public override void NotifyBeginApplication() { }
    public override void NotifyEndApplication() { }
    public override void SetShouldExit(int exitCode) { }
}
public sealed class MuteScreen : PSHostUserInterface
{
    public override PSHostRawUserInterface RawUI { get { return null; } }
    public override Dictionary<string, PSObject> Prompt(string c, string m, Collection<FieldDescription> d) { throw new NotImplementedException(); }
    public override int PromptForChoice(string c, string m, Collection<ChoiceDescription> o, int d) { throw new NotImplementedException(); }
    public override PSCredential PromptForCredential(string c, string m, string u, string t) { throw new NotImplementedException(); }
    public override PSCredential PromptForCredential(string c, string m, string u, string t, PSCredentialTypes a, PSCredentialUIOptions o)
    { throw new NotImplementedException(); }
    public override string ReadLine() { throw new NotImplementedException(); }
    public override SecureString ReadLineAsSecureString() { throw new NotImplementedException(); }
    public override void Write(string value) { throw new NotImplementedException(); }
    public override void Write(ConsoleColor f, ConsoleColor b, string value) { throw new NotImplementedException(); }
    public override void WriteDebugLine(string message) { throw new NotImplementedException(); }
    public override void WriteErrorLine(string value) { throw new NotImplementedException(); }
    public override void WriteLine(string value) { throw new NotImplementedException(); }
    public override void WriteProgress(long sourceId, ProgressRecord record) { throw new NotImplementedException(); }
    public override void WriteVerboseLine(string message) { throw new NotImplementedException(); }
    public override void WriteWarningLine(string message) { throw new NotImplementedException(); }
}
'@
        if (-not ('MuteHost' -as [type])) { Add-Type -TypeDefinition $source }
        foreach ($hasScreen in $true, $false) {
            $space = [runspacefactory]::CreateRunspace([MuteHost]::new($hasScreen), [initialsessionstate]::CreateDefault2())
            $space.Open()
            $shell = [powershell]::Create()
            $shell.Runspace = $space
            try {
                $answer = $shell.AddScript({
                    param($module)
                    Import-Module $module
                    Connect-PoolAccount -Sandbox | Out-Null
                    # A pool without a provider comes with a warning, an unusual id with another.
                    New-CognitoIdentityPool shop
                    Add-PoolIdentityProvider shop -GoogleClientId unusual
                    Add-PoolSandboxIdentity shop -Count 70
                    Get-PoolIdentity shop | Remove-PoolIdentity -Force -Verbose
                    Get-CognitoIdentityPool shop
                }).AddArgument((Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')).Invoke()
                "$($shell.Streams.Error)" | Should -BeNullOrEmpty
                $answer[-1].Name | Should -Be 'shop'
                $answer[-1].Providers.ClientId | Should -Be 'unusual'
                $answer[-1].AuthenticatedRole | Should -Not -BeNullOrEmpty
            }
            finally { $shell.Dispose(); $space.Dispose() }
        }
    }

    It 'has a change undone when warnings stop it' {
        Connect-PoolAccount -Sandbox -Region us-east-1 | Out-Null
        { New-CognitoIdentityPool bare -WarningAction Stop } | Should -Throw
        Get-CognitoIdentityPool | Should -BeNullOrEmpty
    }
}
