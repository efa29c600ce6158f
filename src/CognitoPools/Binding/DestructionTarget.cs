using CognitoPools.Errors;

namespace CognitoPools.Binding;

/// <summary>
/// A cmdlet that destroys takes what it destroys and nothing else. An identity, a role or a provider names its pool, and
/// a credential or a token names its identity, but neither is what the user meant to remove.
/// </summary>
internal static class DestructionTarget
{
    // The cmdlet that was probably meant.
    private static readonly Dictionary<string, string> Meant = new(StringComparer.Ordinal)
    {
        [nameof(PoolIdentity)] = RemoveIdentity,
        [nameof(PoolIdentityRemoval)] = RemoveIdentity,
        [nameof(PoolIdentityMeasurement)] = "Get-PoolIdentity '{0}' | Remove-PoolIdentity removes the pool's identities.",
        [nameof(PoolDeveloperIdentity)] = "Remove-PoolDeveloperIdentity removes the user identifier of a developer identity.",
        [nameof(PoolRole)] = "Set-PoolRole -None takes a role from the pool, Remove-PoolRole removes one that nothing uses.",
        [nameof(PoolPermission)] = "Set-PoolRole -PermissionsPolicy changes what a role allows.",
        [nameof(PoolIdentityProvider)] = "Remove-PoolIdentityProvider removes a provider.",
        [nameof(PoolCredential)] = RemoveIdentity,
        [nameof(PoolOpenIdToken)] = RemoveIdentity,
        [nameof(PoolDocument)] = "Import-CognitoIdentityPool makes a pool of a document.",
        [nameof(PoolPlan)] = "Invoke-PoolPlan runs a plan.",
        [nameof(PoolFinding)] = "Test-CognitoIdentityPool -AsPlan writes plans that repair findings.",
    };

    private static readonly string[] Roles = [nameof(PoolRole), nameof(FoundPoolRole)];

    private const string RemoveIdentity = "Remove-PoolIdentity removes an identity.";

    /// <summary>Checks the value of -IdentityPool.</summary>
    /// <param name="value">What the user gave.</param>
    /// <param name="others">The types that the cmdlet takes beside pools.</param>
    /// <exception cref="PoolException">It is something else that names a pool.</exception>
    public static void RequirePool(object? value, params string[] others)
    {
        if (OwnObject.TypeOf(value) is not { } type || type == nameof(IdentityPool) || others.Contains(type))
            return;
        var pool = Pool(value!);
        throw new PoolException(
            PoolErrorId.NotAnIdentityPool,
            pool.Length == 0 ? OwnObject.Kind(type) : $"{OwnObject.Kind(type)} of identity pool '{pool}'",
            string.Join(" or ", new[] { nameof(IdentityPool) }.Concat(others).Select(OwnObject.Kind)),
            Meant.TryGetValue(type, out var meant) ? meant.Replace("{0}", pool) : "");
    }

    /// <summary>Checks the value of -Identity.</summary>
    /// <param name="value">What the user gave.</param>
    /// <exception cref="PoolException">It is something else that names an identity or its pool.</exception>
    public static void RequireIdentity(object? value)
    {
        switch (OwnObject.TypeOf(value))
        {
            // The result of a removal goes back in for another try.
            case null or nameof(PoolIdentity) or nameof(PoolIdentityRemoval):
                return;
            case nameof(IdentityPool):
                throw new PoolException(PoolErrorId.PoolGivenForIdentity, Pool(value!));
            case var type:
                var meant = Meant.TryGetValue(type, out var cmdlet) && cmdlet != RemoveIdentity ? cmdlet : "";
                throw new PoolException(PoolErrorId.NotAnIdentity, OwnObject.Kind(type), meant.Replace("{0}", Pool(value!)));
        }
    }

    /// <summary>Checks the value of -Role.</summary>
    /// <param name="value">What the user gave.</param>
    /// <exception cref="PoolException">It is something else, which may name a role.</exception>
    public static void RequireRole(object? value)
    {
        if (OwnObject.TypeOf(value) is { } type && !Roles.Contains(type))
            throw new PoolException(PoolErrorId.NotARole, OwnObject.Kind(type));
    }

    private static string Pool(object value) => Unwrapped.Property(value, nameof(IdentityPool.IdentityPoolId)) ?? "";
}
