namespace CognitoPools.Fleet;

/// <summary>The position of a pool in a listing.</summary>
internal sealed class ListedPool(PoolFleet fleet, int index, string identityPoolId)
{
    private Task<IdentityPool?>? upcoming;

    /// <summary>The listing.</summary>
    public PoolFleet Fleet { get; } = fleet;

    /// <summary>The position, starting at 0.</summary>
    public int Index { get; } = index;

    /// <summary>The pool's id.</summary>
    public string IdentityPoolId { get; } = identityPoolId;

    /// <summary>When reading the pool began.</summary>
    public ReadStamp Stamp { get; private set; }

    /// <summary>The pending read, until the listing has returned the pool. Its result is null if the pool no longer
    /// exists.</summary>
    public Task<IdentityPool?>? Upcoming => Volatile.Read(ref upcoming);

    /// <summary>Whether the listing has returned or skipped the pool.</summary>
    public bool WasGiven { get; private set; }

    /// <summary>Marks the start of the read.</summary>
    public void Begin(Task<IdentityPool?> reading, ReadStamp stamp)
    {
        Stamp = stamp;
        Volatile.Write(ref upcoming, reading);
    }

    /// <summary>Marks the pool as returned. The caller keeps the result.</summary>
    public void Give()
    {
        WasGiven = true;
        Volatile.Write(ref upcoming, null);
    }
}
