namespace CognitoPools.Fleet;

/// <summary>The progress of reading one Region's pools.</summary>
/// <param name="region">The Region.</param>
/// <param name="fleet">Its listing.</param>
/// <param name="cancellationToken">Stops the reading.</param>
internal sealed class RegionReading(string region, PoolFleet fleet, CancellationToken cancellationToken)
{
    private readonly IAsyncEnumerator<IdentityPool> pools = fleet.ReadAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);

    public string Region { get; } = region;

    public PoolFleet Fleet { get; } = fleet;

    /// <summary>The pool that was read last; null at the end.</summary>
    public IdentityPool? Pool { get; private set; }

    /// <summary>Why reading ended early, or null.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Reads the next pool.</summary>
    public async Task<RegionReading> MoveAsync()
    {
        try
        {
            Pool = await pools.MoveNextAsync().ConfigureAwait(false) ? pools.Current : null;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            (Pool, Failure) = (null, failure);
        }
        return this;
    }

    /// <summary>Ends the reading after its first step, even if no caller waited for it.</summary>
    public async Task EndAsync(Task first)
    {
        try
        {
            await first.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The reading was stopped.
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // The stop can also appear as a network failure.
        }
        await pools.DisposeAsync().ConfigureAwait(false);
    }
}
