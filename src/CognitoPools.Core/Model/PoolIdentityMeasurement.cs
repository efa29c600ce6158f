namespace CognitoPools;

/// <summary>The numbers of identities of an identity pool at the time of one listing. Dates are local. If identities
/// are created or removed during the listing, the numbers can be slightly inconsistent.</summary>
public sealed record PoolIdentityMeasurement
{
    /// <summary>The pool's id.</summary>
    public string IdentityPoolId { get; internal init; } = null!;

    /// <summary>When the listing began. Ages are counted from this time.</summary>
    public DateTime Time { get; internal init; }

    /// <summary>The number of all identities.</summary>
    public long Total { get; internal init; }

    /// <summary>The number of identities without a login.</summary>
    public long Guests { get; internal init; }

    /// <summary>The number of identities with at least one login.</summary>
    public long Authenticated { get; internal init; }

    /// <summary>The number of disabled identities; null unless it was requested.</summary>
    public long? Disabled { get; internal init; }

    /// <summary>The number of identities that match the specified filters, as Get-PoolIdentity would return them; null
    /// without a filter.</summary>
    public long? Matching { get; internal init; }

    /// <summary>The providers of the authenticated identities, the most used first. An identity with several logins
    /// counts for each of its providers.</summary>
    public IReadOnlyList<PoolIdentityProviderCount> Providers
    {
        get;
        init => field = Collections.Readable(value);
    } = ReadableList<PoolIdentityProviderCount>.Empty;

    /// <summary>The identities by the age of their creation date, the youngest first.</summary>
    public IReadOnlyList<PoolIdentityAge> Created
    {
        get;
        init => field = Collections.Readable(value);
    } = ReadableList<PoolIdentityAge>.Empty;

    /// <summary>The identities by the age of their modification date, the youngest first. The service does not report
    /// when an identity was last used.</summary>
    public IReadOnlyList<PoolIdentityAge> Modified
    {
        get;
        init => field = Collections.Readable(value);
    } = ReadableList<PoolIdentityAge>.Empty;

    /// <summary>The identities by the day of their creation, the oldest day first. Only days with an identity that
    /// still exists are listed. Days are in UTC, so that every machine counts the same days. The day of
    /// <see cref="Time"/> is incomplete.</summary>
    public IReadOnlyList<PoolIdentityDay> Days
    {
        get;
        init => field = Collections.Readable(value);
    } = ReadableList<PoolIdentityDay>.Empty;

    /// <summary>The earliest creation date; null without identities.</summary>
    public DateTime? OldestCreation { get; internal init; }

    /// <summary>The latest creation date; null without identities.</summary>
    public DateTime? NewestCreation { get; internal init; }

    /// <summary>The earliest modification date; null without identities.</summary>
    public DateTime? OldestModification { get; internal init; }

    /// <summary>The latest modification date; null without identities.</summary>
    public DateTime? NewestModification { get; internal init; }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, "{0}: {1:N0} identities", IdentityPoolId, Total);
}
