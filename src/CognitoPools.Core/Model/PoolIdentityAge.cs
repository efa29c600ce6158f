namespace CognitoPools;

/// <summary>The identities of one age group, and the number that a cleanup of this age would remove.</summary>
public sealed record PoolIdentityAge
{
    /// <summary>The ages of the group, such as <c>&lt; 90 days</c>: younger than that, and not in a younger
    /// group.</summary>
    public string Age { get; internal init; } = null!;

    /// <summary>The upper limit of the group's dates, in local time: the dates of this group and of all older groups
    /// are earlier. -CreatedBefore (or -ModifiedBefore) with this time selects <see cref="CountBefore"/>
    /// identities.</summary>
    public DateTime Before { get; internal init; }

    /// <summary>The number of identities in the group.</summary>
    public long Count { get; internal init; }

    /// <summary>The number of guests in the group.</summary>
    public long Guests { get; internal init; }

    /// <summary>The number of identities in this group and in all older groups.</summary>
    public long CountBefore { get; internal init; }

    /// <summary>The number of guests in this group and in all older groups.</summary>
    public long GuestsBefore { get; internal init; }

    /// <summary>The group's share of all identities of the pool, 0 to 1.</summary>
    public double Share { get; internal init; }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, "{0}: {1:N0}", Age, Count);
}
