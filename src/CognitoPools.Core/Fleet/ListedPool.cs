namespace CognitoPools.Fleet;

/// <summary>The place of a pool in a listing.</summary>
internal sealed class ListedPool(PoolFleet fleet, int index, string identityPoolId)
{
    private Task<IdentityPool?>? upcoming;

    /// <summary>The listing.</summary>
    public PoolFleet Fleet { get; } = fleet;

    /// <summary>Its place, from 0.</summary>
    public int Index { get; } = index;

    /// <summary>The pool's id.</summary>
    public string IdentityPoolId { get; } = identityPoolId;

    /// <summary>When its reading began.</summary>
    public ReadStamp Stamp { get; private set; }

    /// <summary>The reading, from when it begins until the listing has given the pool; its result is null when the pool
    /// no longer exists.</summary>
    public Task<IdentityPool?>? Upcoming => Volatile.Read(ref upcoming);

    /// <summary>Whether the listing has given the pool, or passed it over.</summary>
    public bool WasGiven { get; private set; }

    /// <summary>Notes that the reading begins.</summary>
    public void Begin(Task<IdentityPool?> reading, ReadStamp stamp)
    {
        Stamp = stamp;
        Volatile.Write(ref upcoming, reading);
    }

    /// <summary>Notes that the listing gives the pool now. The result is kept by whoever takes it.</summary>
    public void Give()
    {
        WasGiven = true;
        Volatile.Write(ref upcoming, null);
    }
}
