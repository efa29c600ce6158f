using CognitoPools.Account;
using CognitoPools.Errors;
using CognitoPools.Identities;

namespace CognitoPools.Binding;

/// <summary>An identity as a user specified it: an id, or an object with an IdentityId.</summary>
/// <param name="IdentityId">The id; its form is checked.</param>
/// <param name="IdentityPoolId">Its pool, if the object names it.</param>
/// <param name="Region">The id's Region.</param>
/// <param name="Connection">The connection that the object came from, or null.</param>
internal sealed record IdentityArgument(string IdentityId, string? IdentityPoolId, string Region, AccountConnection? Connection)
{
    public static IdentityArgument Read(object? value) => Unwrapped.Object(value) switch
    {
        PoolIdentity identity =>
            new(identity.IdentityId, identity.IdentityPoolId, IdentityIds.Region(identity.IdentityId), identity.Connection),
        PoolIdentityRemoval removal => FromText(removal.IdentityId, removal.IdentityPoolId),
        IdentityPool pool => throw new PoolException(PoolErrorId.PoolGivenForIdentity, pool.IdentityPoolId),
        null or "" => throw new InvalidSettingException(
            "IdentityId", null, "-Identity must not be empty or null.", "Specify an id, or the output of Get-PoolIdentity."),
        // Ids often come from a file whose lines end with a carriage return, and an id has no blanks.
        string text => FromText(text.EndsWith("\r", StringComparison.Ordinal) ? text.Substring(0, text.Length - 1) : text, null),
        var other when Unwrapped.PropertyValue(other, "IdentityId") is null && Unwrapped.PropertyValue(other, "Identity") is { } named => Read(named),
        var other when Unwrapped.PropertyValue(other, "IdentityId") is null =>
            throw new InvalidSettingException(
                "IdentityId", null, $"must be an identity, but {OwnObject.KindOf(other)} has no IdentityId.",
                "Specify an id, or the output of Get-PoolIdentity."),
        var other => FromText(Unwrapped.Property(other, "IdentityId"), Unwrapped.Property(other, "IdentityPoolId")),
    };

    private static IdentityArgument FromText(string? id, string? poolId) => new(id!, poolId, IdentityIds.Region(id), null);
}
