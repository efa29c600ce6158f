namespace CognitoPools;

/// <summary>The identities of one age group, and what a cleanup of all that are at least so old would remove.</summary>
public sealed record PoolIdentityAge
{
    /// <summary>The ages of the group, such as <c>&lt; 90 days</c>: younger than that, and not in the group before.</summary>
    public string Age { get; internal init; } = null!;

    /// <summary>The group's young end, in local time: everything in this group and in the older ones is from before it.
    /// With -CreatedBefore (or -ModifiedBefore) it gives <see cref="CountBefore"/> identities.</summary>
    public DateTime Before { get; internal init; }

    /// <summary>The identities of the group.</summary>
    public long Count { get; internal init; }

    /// <summary>The guests among them.</summary>
    public long Guests { get; internal init; }

    /// <summary>The identities of this group and of all older ones.</summary>
    public long CountBefore { get; internal init; }

    /// <summary>The guests among those.</summary>
    public long GuestsBefore { get; internal init; }

    /// <summary>The group's part of all the pool's identities, 0 to 1.</summary>
    public double Share { get; internal init; }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, "{0}: {1:N0}", Age, Count);
}
