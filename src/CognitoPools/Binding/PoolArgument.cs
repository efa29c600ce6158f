using CognitoPools.Account;

namespace CognitoPools.Binding;

/// <summary>What a user gave for an identity pool: an exact name, an id, or anything with an IdentityPoolId.</summary>
/// <param name="Text">The name or the id.</param>
/// <param name="Connection">The connection that the object came from, or null.</param>
internal sealed record PoolArgument(string Text, AccountConnection? Connection)
{
    private const string Remedy = "Give a pool's name, its id, or an object that Get-CognitoIdentityPool gave.";

    public bool IsId => PoolIds.LooksLikeId(Text);

    /// <summary>What names a pool; null when the value names none.</summary>
    public static PoolArgument? Find(object? value)
    {
        try
        {
            return Read(value);
        }
        catch (InvalidSettingException)
        {
            return null;
        }
    }

    public static PoolArgument Read(object? value)
    {
        var inner = Unwrapped.Object(value);
        return inner switch
        {
            string text => FromText(text),
            IdentityPool pool => new PoolArgument(pool.IdentityPoolId, pool.Connection),
            PoolPermission permission => new PoolArgument(permission.IdentityPoolId, permission.Connection),
            PoolRole role => new PoolArgument(role.IdentityPoolId, role.Connection),
            PoolRoleUse use => new PoolArgument(use.IdentityPoolId, use.Connection),
            FoundPoolRole { IdentityPoolId: { } id } role => new PoolArgument(id, role.Connection),
            PoolIdentityProvider { IdentityPoolId: { } id } provider => new PoolArgument(id, provider.Connection),
            PoolIdentity { IdentityPoolId: { } id } identity => new PoolArgument(id, identity.Connection),
            PoolDeveloperIdentity identity => new PoolArgument(identity.IdentityPoolId, identity.Connection),
            null => throw Missing(null),
            _ => FromText(Unwrapped.Property(inner, "IdentityPoolId") ?? Unwrapped.Property(inner, "IdentityPool")),
        };
    }

    // A name may hold blanks at its ends or nothing else, so nothing is trimmed. An id has none, and often comes from a
    // file whose lines end with a carriage return.
    private static PoolArgument FromText(string? text) =>
        string.IsNullOrEmpty(text) ? throw Missing(text)
        : PoolIds.LooksLikeId(text!) && text!.EndsWith("\r", StringComparison.Ordinal)
            ? new PoolArgument(text.Substring(0, text.Length - 1), null)
        : new PoolArgument(text!, null);

    private static InvalidSettingException Missing(object? value) =>
        new("IdentityPool", value, "names no identity pool.", Remedy);
}
