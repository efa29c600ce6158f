using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;
using System.Net;
using System.Security;
using CognitoPools.Module.Tests.AwsTools;
using CognitoPools.TestShell;

namespace CognitoPools.Module.Tests;

/// <summary>A secret key that is missing is asked for, masked, as PowerShell asks for passwords.</summary>
public sealed class SecretKeyTests : IDisposable
{
    private const string Secret = "verysecretvalue";

    private readonly CallerService service = new();

    public void Dispose() => service.Dispose();

    [Theory]
    [InlineData("Get-PoolAccount -Credential AKIAASKED -Region us-west-2 -EndpointUrl $url")]
    [InlineData("Get-PoolAccount -Credential $noSecret -Region us-west-2 -EndpointUrl $url")]
    [InlineData("Connect-PoolAccount -Credential AKIAASKED -Region us-west-2 -EndpointUrl $url")]
    public void It_is_asked_for_once_and_used(string command)
    {
        var host = new AskingHost(new NetworkCredential("", Secret).SecurePassword);
        var (written, errors, verbose) = Run(host, command);
        Assert.Empty(errors);
        Assert.Equal("210987654321", written.Single().Properties["AccountId"].Value);
        var (user, question) = Assert.Single(host.Asked);
        Assert.Equal("AKIAASKED", user);
        Assert.Contains("secret key", question, StringComparison.Ordinal);
        Assert.Equal(["AKIAASKED us-west-2"], service.Signers);
        Assert.DoesNotContain(verbose, text => text.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public void It_is_not_asked_for_where_it_was_given()
    {
        var host = new AskingHost(answer: null);
        var (_, errors, _) = Run(host, "Get-PoolAccount -Credential $whole -Region us-west-2 -EndpointUrl $url");
        Assert.Empty(errors);
        Assert.Empty(host.Asked);
        Assert.Equal(["AKIAWHOLE us-west-2"], service.Signers);
    }

    [Fact]
    public void An_answer_that_is_cancelled_ends_the_command_before_any_call()
    {
        var host = new AskingHost(answer: null);
        var (_, errors, _) = Run(
            host, "'a', 'b' | Get-CognitoIdentityPool -Credential AKIAASKED -Region us-west-2 -EndpointUrl $url");
        Assert.StartsWith("SecretKeyMissing,", Assert.Single(errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Single(host.Asked);
        Assert.Empty(service.Signers);
    }

    private (Collection<PSObject> Written, List<ErrorRecord> Errors, List<string> Verbose) Run(PSHost host, string command)
    {
        using var runspace = RunspaceFactory.CreateRunspace(host, InitialSessionState.CreateDefault2());
        runspace.Open();
        using var shell = PowerShell.Create(runspace);
        shell.AddScript($$"""
            $VerbosePreference = 'Continue'
            Import-Module '{{Path.Combine(Repository.Module, "CognitoPools.psd1")}}' -Verbose:$false
            $url = '{{service.Url}}'
            $noSecret = [pscredential]::new('AKIAASKED', [securestring]::new())
            $whole = [pscredential]::new('AKIAWHOLE', (ConvertTo-SecureString '{{Secret}}' -AsPlainText -Force))
            {{command}}
            """);
        var written = shell.Invoke();
        return (written, [.. shell.Streams.Error], [.. shell.Streams.Verbose.Select(record => record.Message)]);
    }

    private sealed class AskingHost(SecureString? answer) : PSHost
    {
        private readonly UserInterface ui = new(answer);

        public List<(string User, string Question)> Asked => ui.Asked;

        public override Guid InstanceId { get; } = Guid.NewGuid();

        public override string Name => "Asking";

        public override Version Version { get; } = new(1, 0);

        public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;

        public override CultureInfo CurrentUICulture => CultureInfo.InvariantCulture;

        public override PSHostUserInterface UI => ui;

        public override void EnterNestedPrompt() => throw new NotSupportedException();

        public override void ExitNestedPrompt() => throw new NotSupportedException();

        public override void NotifyBeginApplication()
        {
        }

        public override void NotifyEndApplication()
        {
        }

        public override void SetShouldExit(int exitCode)
        {
        }
    }

    private sealed class UserInterface(SecureString? answer) : PSHostUserInterface
    {
        public List<(string User, string Question)> Asked { get; } = [];

        public override PSHostRawUserInterface RawUI => null!;

        public override void Write(string value)
        {
        }

        public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value)
        {
        }

        public override void WriteLine(string value)
        {
        }

        public override void WriteErrorLine(string value)
        {
        }

        public override void WriteWarningLine(string message)
        {
        }

        public override void WriteDebugLine(string message)
        {
        }

        public override void WriteVerboseLine(string message)
        {
        }

        public override void WriteProgress(long sourceId, ProgressRecord record)
        {
        }

        public override string ReadLine() => throw new NotSupportedException();

        public override SecureString ReadLineAsSecureString() => throw new NotSupportedException();

        public override Dictionary<string, PSObject> Prompt(
            string caption, string message, Collection<FieldDescription> descriptions) => throw new NotSupportedException();

        public override PSCredential PromptForCredential(
            string caption, string message, string userName, string targetName) => throw new NotSupportedException();

        public override PSCredential PromptForCredential(
            string caption, string message, string userName, string targetName,
            PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options)
        {
            Asked.Add((userName, message));
            return answer is null ? null! : new PSCredential(userName, answer);
        }

        public override int PromptForChoice(
            string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) =>
            throw new NotSupportedException();
    }
}
