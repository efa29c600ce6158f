using CognitoPools.Account;
using CognitoPools.Providers;

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
            _ => FromObject(inner),
        };
    }

    private static PoolArgument FromObject(object value) =>
        new[] { "IdentityPoolId", "IdentityPool", "Id" }
            .Select(name => Unwrapped.PropertyValue(value, name))
            .FirstOrDefault(named => Unwrapped.Object(named) is not (null or "")) is { } found
            ? Read(found)
            : throw new InvalidSettingException(
                "IdentityPool", null,
                $"{OwnObject.KindOf(value)} names no identity pool: it has no IdentityPoolId, IdentityPool or Id.", Remedy);

    // A name may hold blanks at its ends or nothing else, so nothing is trimmed. An id has none, and often comes from a
    // file whose lines end with a carriage return.
    private static PoolArgument FromText(string? text)
    {
        if (string.IsNullOrEmpty(text))
            throw Missing(text);
        var named = PoolIds.LooksLikeId(text!) && text!.EndsWith("\r", StringComparison.Ordinal)
            ? text.Substring(0, text.Length - 1)
            : text!;
        if (PoolIds.FromArn(named) is { } id)
            return new PoolArgument(id, null);
        return UserPoolName.Find(named) is { } userPool
            ? throw new InvalidSettingException(
                "IdentityPool", named, "is a user pool, which signs users in; an identity pool gives them AWS credentials.",
                $"Specify the identity pool that has it as a provider: Get-CognitoIdentityPool | Where-Object {{ $_.Providers.Name -like '*/{userPool.Id}' }}.")
            : new PoolArgument(named, null);
    }

    private static InvalidSettingException Missing(object? value) =>
        new("IdentityPool", value, "names no identity pool.", Remedy);
}
