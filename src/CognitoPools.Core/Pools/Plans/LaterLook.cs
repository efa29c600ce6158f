using System.Collections.Concurrent;
using CognitoPools.Account;

namespace CognitoPools.Pools.Plans;

/// <summary>
/// Reads edited pools again at the end of a pipeline. UpdateIdentityPool and SetIdentityPoolRoles replace everything and
/// have no version check. Somebody who read the pool before an edit can write it after the edit was verified, and so
/// overwrite the edit. Only a later read shows this.
/// </summary>
/// <param name="reporter">Receives a warning for each edit that was overwritten.</param>
public sealed class LaterLook(IReporter reporter)
{
    private const int ParallelReads = 4;

    // The latest writes of this process. A later command of the same pipeline overwrites an edit on purpose and checks its own write.
    private static readonly ConcurrentDictionary<(string IdentityPoolId, PoolCall Call), PoolWrite> Latest = new();

    private readonly Dictionary<(string IdentityPoolId, PoolCall Call), (AccountConnection Connection, PoolWrite Write)> writes = [];

    /// <summary>Remembers what a run wrote. A later write of the same pool replaces it.</summary>
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

    /// <summary>Reads the remembered pools and warns of every edit that somebody else has overwritten. Pools that cannot be
    /// read are skipped, because each edit was already verified once.</summary>
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
            reporter.Verbose($"Identity pool {write.Written} could not be read again: {exception.Message}");
            return;
        }
        if (!PoolEffect.IsWhole(write.Call, write.Found, write.Written, now))
        {
            reporter.Warning(
                $"Somebody else changed identity pool {write.Written} right after your change and overwrote it: "
                    + $"{string.Join("; ", PoolDifference.Of(write.Call, write.Written, now))}. Repeat your change.");
        }
    }
}
