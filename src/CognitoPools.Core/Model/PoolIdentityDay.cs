namespace CognitoPools;

/// <summary>The identities that were made on one day.</summary>
public sealed record PoolIdentityDay
{
    /// <summary>The day's beginning in UTC, so that every machine counts the same days. With -CreatedAfter it gives the
    /// identities of this day and of later ones.</summary>
    public DateTime Day { get; internal init; }

    /// <summary>The identities that were made on it and are still there.</summary>
    public long Count { get; internal init; }

    /// <summary>Those of them without a login.</summary>
    public long Guests { get; internal init; }

    /// <summary>Those of them with at least one login.</summary>
    public long Authenticated { get; internal init; }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, "{0:yyyy-MM-dd}: {1:N0}", Day, Count);
}
