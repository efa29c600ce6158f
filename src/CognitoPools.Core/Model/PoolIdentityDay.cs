namespace CognitoPools;

/// <summary>The identities that were created on one day.</summary>
public sealed record PoolIdentityDay
{
    /// <summary>The start of the day in UTC, so that every machine counts the same days. -CreatedAfter with this time
    /// selects the identities of this day and of all later days.</summary>
    public DateTime Day { get; internal init; }

    /// <summary>The number of identities that were created on this day and still exist.</summary>
    public long Count { get; internal init; }

    /// <summary>The number of them without a login.</summary>
    public long Guests { get; internal init; }

    /// <summary>The number of them with at least one login.</summary>
    public long Authenticated { get; internal init; }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, "{0:yyyy-MM-dd}: {1:N0}", Day, Count);
}
