using CognitoPools.Account;
using CognitoPools.Providers;

namespace CognitoPools.Binding;

/// <summary>An identity pool as a user specified it: an exact name, an id, or an object with an IdentityPoolId.</summary>
/// <param name="Text">The name or the id.</param>
/// <param name="Connection">The connection that the object came from, or null.</param>
internal sealed record PoolArgument(string Text, AccountConnection? Connection)
{
    private static readonly string[] Columns = ["IdentityPoolId", "IdentityPool", "Id"];

    private const string Remedy = "Specify the name or the id of a pool, or the output of Get-CognitoIdentityPool.";

    public bool IsId => PoolIds.LooksLikeId(Text);

    /// <summary>The value that names a pool; null when there is none.</summary>
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
            null => throw Missing(),
            _ => FromObject(inner),
        };
    }

    /// <summary>A pool that was read before, directly or as the property of a row; null for a name or an id.</summary>
    /// <param name="value">The value from the user.</param>
    public static IdentityPool? Whole(object? value) => Unwrapped.Object(value) switch
    {
        IdentityPool pool => pool,
        null or string => null,
        { } other => Unwrapped.Object(Named(other)) as IdentityPool,
    };

    /// <summary>Whether an object has a property that names a pool.</summary>
    /// <param name="value">An object or a table.</param>
    public static bool IsNamedBy(object value) => Named(value) is not null;

    private static object? Named(object value) => Array.Find(
        Array.ConvertAll(Columns, name => Unwrapped.PropertyValue(value, name)), named => Unwrapped.Object(named) is not (null or ""));

    private static PoolArgument FromObject(object value) =>
        Named(value) is { } found
            ? Read(found)
            : throw new InvalidSettingException(
                "IdentityPool", null,
                $"must be an identity pool, but {OwnObject.KindOf(value)} has no property IdentityPoolId, IdentityPool or Id.", Remedy);

    // Spaces are part of a name, so names are not trimmed. An id contains none, and often comes from a file whose lines end
    // with a carriage return.
    private static PoolArgument FromText(string? text)
    {
        if (string.IsNullOrEmpty(text))
            throw Missing();
        var named = PoolIds.LooksLikeId(text!) && text!.EndsWith("\r", StringComparison.Ordinal)
            ? text.Substring(0, text.Length - 1)
            : text!;
        if (PoolIds.FromArn(named) is { } id)
            return new PoolArgument(id, null);
        return UserPoolName.Find(named) is { } userPool
            ? throw new InvalidSettingException(
                "IdentityPool", named, "is a user pool, not an identity pool.",
                $"Specify the identity pool that has this provider: Get-CognitoIdentityPool | Where-Object {{ $_.Providers.Name -like '*/{userPool.Id}' }}.")
            : new PoolArgument(named, null);
    }

    private static InvalidSettingException Missing() =>
        new("IdentityPool", null, "must not be empty or null.", Remedy);
}
