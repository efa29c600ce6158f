using Amazon.CognitoIdentity.Model;

namespace CognitoPools.Identities;

/// <summary>Selects identities. The service cannot filter, so all identities are listed and then filtered here. An
/// identity without a date does not match any limit of that date.</summary>
public sealed record IdentityFilter
{
    /// <summary>Selects every identity.</summary>
    public static IdentityFilter All { get; } = new();

    /// <summary>Selects only guests or only authenticated identities; null for both.</summary>
    public PoolIdentityType? IdentityType { get; init; }

    /// <summary>Selects identities that have a login whose key matches; null for all identities, including
    /// guests.</summary>
    public Func<string, bool>? Login { get; init; }

    /// <summary>Selects identities that were created before this time.</summary>
    public DateTimeOffset? CreatedBefore { get; init; }

    /// <summary>Selects identities that were created at this time or later.</summary>
    public DateTimeOffset? CreatedAfter { get; init; }

    /// <summary>Selects identities that last changed before this time.</summary>
    public DateTimeOffset? ModifiedBefore { get; init; }

    /// <summary>Selects identities that last changed at this time or later.</summary>
    public DateTimeOffset? ModifiedAfter { get; init; }

    /// <summary>Whether the filter selects every identity.</summary>
    internal bool IsAll => Equals(All);

    /// <summary>Whether the filter selects an identity.</summary>
    internal bool Fits(IdentityDescription identity)
    {
        var logins = identity.Logins;
        if (IdentityType is { } type && (logins is { Count: > 0 }) != (type == PoolIdentityType.Authenticated))
            return false;
        if (Login is { } login && !(logins ?? []).Exists(key => login(key)))
            return false;
        return Within(identity.CreationDate, CreatedAfter, CreatedBefore)
            && Within(identity.LastModifiedDate, ModifiedAfter, ModifiedBefore);
    }

    /// <summary>Checks that the filter can select an identity.</summary>
    /// <exception cref="InvalidSettingException">Two limits exclude each other.</exception>
    public void Check()
    {
        CheckOrder("CreatedBefore", CreatedBefore, "CreatedAfter", CreatedAfter);
        CheckOrder("ModifiedBefore", ModifiedBefore, "ModifiedAfter", ModifiedAfter);
    }

    private static void CheckOrder(string beforeName, DateTimeOffset? before, string afterName, DateTimeOffset? after)
    {
        if (before is { } end && after is { } start && end <= start)
        {
            throw new InvalidSettingException(
                beforeName, end.ToString("o", System.Globalization.CultureInfo.InvariantCulture),
                $"the time must be later than that of -{afterName}.", "Correct one of them.");
        }
    }

    private static bool Within(DateTime? date, DateTimeOffset? from, DateTimeOffset? until)
    {
        if (from is null && until is null)
            return true;
        if (date is not { } known)
            return false;
        var ticks = known.ToUniversalTime().Ticks;
        return (from is null || ticks >= from.Value.UtcTicks) && (until is null || ticks < until.Value.UtcTicks);
    }
}
