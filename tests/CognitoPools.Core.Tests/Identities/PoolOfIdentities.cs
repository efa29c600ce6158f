using Amazon.CognitoIdentity.Model;
using CognitoPools.Account;
using CognitoPools.Identities;
using CognitoPools.Sandbox;

namespace CognitoPools.Core.Tests.Identities;

/// <summary>A sandbox with one pool and some guests.</summary>
internal sealed class PoolOfIdentities : IReporter, IDisposable
{
    public const string Region = "eu-central-1";

    private PoolOfIdentities(SandboxAccount sandbox, AccountConnection connection, string pool, int guests)
    {
        (Sandbox, Connection, Pool) = (sandbox, connection, pool);
        Ids = guests == 0 ? [] : [.. sandbox.AddIdentities(pool, guests)];
        sandbox.ClearCalls();
    }

    public SandboxAccount Sandbox { get; }

    public AccountConnection Connection { get; }

    public string Pool { get; }

    public IReadOnlyList<string> Ids { get; }

    public List<string?> Shown { get; } = [];

    public bool ShowsProgress { get; init; } = true;

    public static async Task<PoolOfIdentities> MakeAsync(
        int guests,
        int? maxAttempts = 1,
        TimeProvider? time = null,
        TimeSpan? timeout = null,
        IReadOnlyDictionary<string, double>? rates = null,
        bool showsProgress = true)
    {
        var sandbox = new SandboxAccount(time);
        var connection = Connect(sandbox, maxAttempts, time, timeout, rates);
        var pool = await connection.Cognito(Region).CreateIdentityPoolAsync(new CreateIdentityPoolRequest
        {
            IdentityPoolName = "shop",
            AllowUnauthenticatedIdentities = true,
        });
        return new PoolOfIdentities(sandbox, connection, pool.IdentityPoolId, guests) { ShowsProgress = showsProgress };
    }

    public static AccountConnection Connect(
        SandboxAccount sandbox, int? maxAttempts = 1, TimeProvider? time = null,
        TimeSpan? timeout = null, IReadOnlyDictionary<string, double>? rates = null) =>
        AccountConnection.Open(new AccountOptions
        {
            IsSandbox = true,
            Region = Region,
            HandlerFactory = sandbox.CreateHandler,
            SandboxIdentity = sandbox,
            MaxAttempts = maxAttempts,
            Timeout = timeout,
            TimeProvider = time ?? TimeProvider.System,
            RequestRates = rates,
        });

    public IdentityRemover Remover(CancellationToken stop = default) => new(this, null, stop);

    /// <summary>Gives every id to a remover and takes what came of each.</summary>
    public async Task<(List<IdentityOutcome> Outcomes, PoolIdentityRemovalSummary Summary)> RemoveAsync(
        IEnumerable<string>? ids = null, CancellationToken stop = default)
    {
        using var remover = Remover(stop);
        var outcomes = new List<IdentityOutcome>();
        void Take()
        {
            while (remover.TryTake(out var outcome))
                outcomes.Add(outcome);
        }

        try
        {
            foreach (var id in ids ?? Ids)
            {
                await remover.AddAsync(Connection, id, null);
                Take();
            }

            await remover.FinishAsync();
        }
        catch (OperationCanceledException)
        {
            await remover.StopAsync(TimeSpan.FromSeconds(5));
        }

        Take();
        return (outcomes, remover.Summary);
    }

    /// <summary>The ids that are in the pool, asked of the sandbox without its faults.</summary>
    public async Task<HashSet<string>> LeftAsync()
    {
        Sandbox.Settings.ClearFaults();
        using var connection = Connect(Sandbox);
        var left = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var page in new IdentityLister(connection).ListAsync(Pool))
            left.UnionWith(page.Select(identity => identity.IdentityId));
        return left;
    }

    public int Calls(string operation) => Sandbox.Calls.Count(call => call.Operation == operation);

    public void Verbose(string text)
    {
    }

    public void Warning(string text)
    {
    }

    public void Progress(string activity, string? status, int? percent = null)
    {
        lock (Shown)
            Shown.Add(status);
    }

    public void Dispose() => Connection.Dispose();
}
