namespace CognitoPools;

/// <summary>What the identities of an identity pool are, as they were listed at one time. Dates are local. While others
/// sign in or are removed, the numbers are those of nearly one moment.</summary>
public sealed record PoolIdentityMeasurement
{
    /// <summary>The pool's id.</summary>
    public string IdentityPoolId { get; internal init; } = null!;

    /// <summary>When the listing began: the ages count back from here.</summary>
    public DateTime Time { get; internal init; }

    /// <summary>All identities.</summary>
    public long Total { get; internal init; }

    /// <summary>Those without a login.</summary>
    public long Guests { get; internal init; }

    /// <summary>Those with at least one login.</summary>
    public long Authenticated { get; internal init; }

    /// <summary>Those that are disabled; null unless it was asked for.</summary>
    public long? Disabled { get; internal init; }

    /// <summary>Those that fit the filters that were given, which Get-PoolIdentity would give with the same ones; null
    /// without a filter.</summary>
    public long? Matching { get; internal init; }

    /// <summary>The providers of the authenticated ones, the most used first. An identity with several logins counts
    /// for each of its providers.</summary>
    public IReadOnlyList<PoolIdentityProviderCount> Providers
    {
        get;
        init => field = Collections.Readable(value);
    } = ReadableList<PoolIdentityProviderCount>.Empty;

    /// <summary>How many were made in which age, the youngest first.</summary>
    public IReadOnlyList<PoolIdentityAge> Created
    {
        get;
        init => field = Collections.Readable(value);
    } = ReadableList<PoolIdentityAge>.Empty;

    /// <summary>How many last changed in which age, the youngest first. The service does not tell when an identity was
    /// last used.</summary>
    public IReadOnlyList<PoolIdentityAge> Modified
    {
        get;
        init => field = Collections.Readable(value);
    } = ReadableList<PoolIdentityAge>.Empty;

    /// <summary>How many were made on which day, the oldest day first: only the days on which one was made that is still
    /// there. Days are those of UTC, so that every machine counts the same ones; that of <see cref="Time"/> is not over
    /// yet.</summary>
    public IReadOnlyList<PoolIdentityDay> Days
    {
        get;
        init => field = Collections.Readable(value);
    } = ReadableList<PoolIdentityDay>.Empty;

    /// <summary>When the oldest was made; null without identities.</summary>
    public DateTime? OldestCreation { get; internal init; }

    /// <summary>When the newest was made; null without identities.</summary>
    public DateTime? NewestCreation { get; internal init; }

    /// <summary>The longest ago that one last changed; null without identities.</summary>
    public DateTime? OldestModification { get; internal init; }

    /// <summary>The latest that one changed; null without identities.</summary>
    public DateTime? NewestModification { get; internal init; }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, "{0}: {1:N0} identities", IdentityPoolId, Total);
}
