using Amazon.Runtime;
using CognitoPools.Account;
using CognitoPools.Sandbox;

namespace CognitoPools.Core.Tests;

/// <summary>A sandbox with a connection to it, and what was reported.</summary>
internal sealed class TestAccount : IReporter, IDisposable
{
    public TestAccount() => Connection = Connect();

    public SandboxAccount Sandbox { get; } = new();

    public AccountConnection Connection { get; }

    public List<string> Warnings { get; } = [];

    public List<string> Said { get; } = [];

    /// <summary>The changing calls that succeeded, by operation.</summary>
    public IEnumerable<string> Changes =>
        Sandbox.Calls.Where(call => call.Changing && call.StatusCode == 200).Select(call => call.Operation);

    public AccountConnection Connect() => AccountConnection.Open(new AccountOptions
    {
        IsSandbox = true,
        Region = "eu-central-1",
        Credentials = new BasicAWSCredentials("AKIASANDBOXSANDBOX00", "secret"),
        HandlerFactory = Sandbox.CreateHandler,
        MaxAttempts = 1,
    });

    public bool ShowsProgress => true;

    public List<string?> Shown { get; } = [];

    public void Verbose(string text) => Said.Add(text);

    public void Warning(string text) => Warnings.Add(text);

    public void Progress(string activity, string? status, int? percent = null)
    {
        lock (Shown)
            Shown.Add(status);
    }

    public void Dispose() => Connection.Dispose();
}
