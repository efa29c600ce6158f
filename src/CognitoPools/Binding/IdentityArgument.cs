using System.Collections;
using System.Management.Automation;
using CognitoPools.Account;
using CognitoPools.Errors;
using CognitoPools.Identities;

namespace CognitoPools.Binding;

/// <summary>What a user gave for an identity: an id, or anything with an IdentityId.</summary>
/// <param name="IdentityId">The id; its form is checked.</param>
/// <param name="IdentityPoolId">Its pool, where the object says so.</param>
/// <param name="Region">The id's Region.</param>
/// <param name="Connection">The connection that the object came from, or null.</param>
internal sealed record IdentityArgument(string IdentityId, string? IdentityPoolId, string Region, AccountConnection? Connection)
{
    public static IdentityArgument Read(object? value) => (value is PSObject wrapped && wrapped.BaseObject is not PSCustomObject ? wrapped.BaseObject : value) switch
    {
        PoolIdentity identity => new(identity.IdentityId, identity.IdentityPoolId, IdentityIds.Region(identity.IdentityId), identity.Connection),
        PoolIdentityRemoval removal => FromText(removal.IdentityId, removal.IdentityPoolId),
        IdentityPool pool => throw new PoolException(PoolErrorId.PoolGivenForIdentity, pool.IdentityPoolId),
        string text => FromText(text, null),
        IDictionary table => FromText(table["IdentityId"]?.ToString(), table["IdentityPoolId"]?.ToString()),
        null => FromText(null, null),
        var other => FromText(Property(other, "IdentityId"), Property(other, "IdentityPoolId")),
    };

    private static string? Property(object value, string name) => PSObject.AsPSObject(value).Properties[name]?.Value?.ToString();

    private static IdentityArgument FromText(string? id, string? poolId) => new(id!, poolId, IdentityIds.Region(id), null);
}
