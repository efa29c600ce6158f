using System.Collections.Concurrent;
using CognitoPools.Account;

namespace CognitoPools.Pools.Plans;

/// <summary>
/// Reads edited pools once more at the end of a pipeline. UpdateIdentityPool and SetIdentityPoolRoles replace everything
/// and have no version check, so somebody who read the pool before an edit and writes it after the edit was verified wipes
/// the edit, and only a later read shows it.
/// </summary>
/// <param name="reporter">Who is told of an edit that is no longer there.</param>
public sealed class LaterLook(IReporter reporter)
{
    private const int ParallelReads = 4;

    // What this process wrote last. A later command of the same pipeline is nobody else, and looks at its own write.
    private static readonly ConcurrentDictionary<(string IdentityPoolId, PoolCall Call), PoolWrite> Latest = new();

    private readonly Dictionary<(string IdentityPoolId, PoolCall Call), (AccountConnection Connection, PoolWrite Write)> writes = [];

    /// <summary>Remembers what a run wrote; a later write of the same pool takes its place.</summary>
    /// <param name="connection">The account.</param>
    /// <param name="runner">The runner after its run.</param>
    public void Remember(AccountConnection connection, PlanRunner runner)
    {
        foreach (var write in runner.Written)
        {
            writes[(write.Written.IdentityPoolId, write.Call)] = (connection, write);
            Latest[(write.Written.IdentityPoolId, write.Call)] = write;
        }
    }

    /// <summary>Reads what was remembered and warns of every edit that somebody else has replaced. What cannot be read is
    /// left out: each edit was verified once already.</summary>
    /// <param name="cancellationToken">Stops the reads.</param>
    public async Task ReportAsync(CancellationToken cancellationToken)
    {
        using var turns = new SemaphoreSlim(ParallelReads);
        var own = writes.Where(remembered =>
            ((ICollection<KeyValuePair<(string, PoolCall), PoolWrite>>)Latest).Remove(new(remembered.Key, remembered.Value.Write))).ToList();
        await Task.WhenAll(own.Select(entry => entry.Value).Select(async remembered =>
        {
            await turns.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                await ReportAsync(remembered.Connection, remembered.Write, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                turns.Release();
            }
        })).ConfigureAwait(false);
        writes.Clear();
    }

    private async Task ReportAsync(AccountConnection connection, PoolWrite write, CancellationToken cancellationToken)
    {
        IdentityPool now;
        try
        {
            var reader = new PoolReader(connection);
            now = await (write.Call == PoolCall.UpdateIdentityPool
                ? reader.ReadSettingsAsync(write.Written, cancellationToken)
                : reader.ReadRolesAsync(write.Written, cancellationToken)).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            reporter.Verbose($"Identity pool {write.Written} could not be read once more: {exception.Message}");
            return;
        }
        if (!PoolEffect.IsWhole(write.Call, write.Found, write.Written, now))
        {
            reporter.Warning(
                $"Somebody else wrote identity pool {write.Written} right after your change and replaced it: "
                    + $"{string.Join("; ", PoolDifference.Of(write.Call, write.Written, now))}. Repeat your change.");
        }
    }
}
