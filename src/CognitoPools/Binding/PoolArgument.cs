using System.Collections;
using System.Management.Automation;
using CognitoPools.Account;

namespace CognitoPools.Binding;

/// <summary>What a user gave for an identity pool: an exact name, an id, or anything with an IdentityPoolId.</summary>
/// <param name="Text">The name or the id.</param>
/// <param name="Connection">The connection that the object came from, or null.</param>
internal sealed record PoolArgument(string Text, AccountConnection? Connection)
{
    private const string Remedy = "Give a pool's name, its id, or an object that Get-CognitoIdentityPool gave.";

    public bool IsId => PoolIds.LooksLikeId(Text);

    public static PoolArgument Read(object? value)
    {
        var inner = value is PSObject wrapped ? wrapped.BaseObject : value;
        return inner switch
        {
            string text => FromText(text),
            IdentityPool pool => new PoolArgument(pool.IdentityPoolId, pool.Connection),
            PoolRole role => new PoolArgument(role.IdentityPoolId, role.Connection),
            PoolIdentityProvider { IdentityPoolId: { } id } provider => new PoolArgument(id, provider.Connection),
            PoolIdentity { IdentityPoolId: { } id } identity => new PoolArgument(id, identity.Connection),
            PoolDeveloperIdentity identity => new PoolArgument(identity.IdentityPoolId, identity.Connection),
            null => throw Missing(null),
            _ => FromText(Property(value!)),
        };
    }

    private static PoolArgument FromText(string? text) => string.IsNullOrWhiteSpace(text) ? throw Missing(text) : new PoolArgument(text!.Trim(), null);

    private static string? Property(object value) => value switch
    {
        PSObject { BaseObject: IDictionary table } => table["IdentityPoolId"]?.ToString(),
        IDictionary table => table["IdentityPoolId"]?.ToString(),
        _ => PSObject.AsPSObject(value).Properties["IdentityPoolId"]?.Value?.ToString(),
    };

    private static InvalidSettingException Missing(object? value) => new("IdentityPool", value, "names no identity pool.", Remedy);
}
