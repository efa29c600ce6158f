using Amazon.CognitoIdentity.Model;

namespace CognitoPools.Identities;

/// <summary>Which identities are meant. The service filters nothing, so that all are listed and the rest is left out here. An identity without a date fits no limit of that date.</summary>
public sealed record IdentityFilter
{
    /// <summary>Fits every identity.</summary>
    public static IdentityFilter All { get; } = new();

    /// <summary>Guests or authenticated ones alone; null for both.</summary>
    public PoolIdentityType? IdentityType { get; init; }

    /// <summary>Says of a login's key whether it is meant; an identity fits when any of its logins is. Null for any logins and none.</summary>
    public Func<string, bool>? Login { get; init; }

    /// <summary>Made before this moment.</summary>
    public DateTimeOffset? CreatedBefore { get; init; }

    /// <summary>Made at this moment or later.</summary>
    public DateTimeOffset? CreatedAfter { get; init; }

    /// <summary>Last changed before this moment.</summary>
    public DateTimeOffset? ModifiedBefore { get; init; }

    /// <summary>Last changed at this moment or later.</summary>
    public DateTimeOffset? ModifiedAfter { get; init; }

    /// <summary>Whether anything is left out at all.</summary>
    internal bool IsAll => Equals(All);

    /// <summary>Whether an identity is meant.</summary>
    internal bool Fits(IdentityDescription identity)
    {
        var logins = identity.Logins;
        if (IdentityType is { } type && (logins is { Count: > 0 }) != (type == PoolIdentityType.Authenticated)) return false;
        if (Login is { } login && !(logins ?? []).Exists(key => login(key))) return false;
        return Within(identity.CreationDate, CreatedAfter, CreatedBefore) && Within(identity.LastModifiedDate, ModifiedAfter, ModifiedBefore);
    }

    /// <summary>Checks that some identity could fit.</summary>
    /// <exception cref="InvalidSettingException">Two limits leave nothing between them, or guests are to have logins.</exception>
    public void Check()
    {
        CheckOrder("CreatedBefore", CreatedBefore, "CreatedAfter", CreatedAfter);
        CheckOrder("ModifiedBefore", ModifiedBefore, "ModifiedAfter", ModifiedAfter);
    }

    private static void CheckOrder(string beforeName, DateTimeOffset? before, string afterName, DateTimeOffset? after)
    {
        if (before is { } end && after is { } start && end <= start)
            throw new InvalidSettingException(beforeName, end.ToString("o", System.Globalization.CultureInfo.InvariantCulture), $"is not later than -{afterName}, so that no identity lies between them.", "Correct one of the two.");
    }

    private static bool Within(DateTime? date, DateTimeOffset? from, DateTimeOffset? until)
    {
        if (from is null && until is null) return true;
        if (date is not { } known) return false;
        var ticks = known.ToUniversalTime().Ticks;
        return (from is null || ticks >= from.Value.UtcTicks) && (until is null || ticks < until.Value.UtcTicks);
    }
}
