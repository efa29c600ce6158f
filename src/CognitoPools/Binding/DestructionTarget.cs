using CognitoPools.Errors;

namespace CognitoPools.Binding;

/// <summary>
/// A destructive cmdlet accepts only the type of object that it removes. An identity, a role or a provider names its pool,
/// and a credential or a token names its identity, but the user does not want to remove these.
/// </summary>
internal static class DestructionTarget
{
    // The cmdlet that the user probably needs.
    private static readonly Dictionary<string, string> Intended = new(StringComparer.Ordinal)
    {
        [nameof(PoolIdentity)] = RemoveIdentity,
        [nameof(PoolIdentityRemoval)] = RemoveIdentity,
        [nameof(PoolIdentityMeasurement)] = "To remove the identities of the pool, run Get-PoolIdentity '{0}' | Remove-PoolIdentity.",
        [nameof(PoolDeveloperIdentity)] = "To remove the user identifier of a developer identity, use Remove-PoolDeveloperIdentity.",
        [nameof(PoolRole)] = "To remove a role from the pool, use Set-PoolRole -None. To delete a role that nothing uses, use Remove-PoolRole.",
        [nameof(PoolPermission)] = "To change the permissions of a role, use Set-PoolRole -PermissionsPolicy.",
        [nameof(PoolIdentityProvider)] = "To remove a provider, use Remove-PoolIdentityProvider.",
        [nameof(PoolCredential)] = RemoveIdentity,
        [nameof(PoolOpenIdToken)] = RemoveIdentity,
        [nameof(PoolDocument)] = "To create a pool from a document, use Import-CognitoIdentityPool.",
        [nameof(PoolPlan)] = "To run a plan, use Invoke-PoolPlan.",
        [nameof(PoolFinding)] = "To get plans that repair findings, use Test-CognitoIdentityPool -AsPlan.",
    };

    private static readonly string[] Roles = [nameof(PoolRole), nameof(FoundPoolRole)];

    private const string RemoveIdentity = "To remove an identity, use Remove-PoolIdentity.";

    /// <summary>Checks the value of -IdentityPool.</summary>
    /// <param name="value">The value from the user.</param>
    /// <param name="others">The other types that the cmdlet accepts.</param>
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
            Intended.TryGetValue(type, out var intended) ? intended.Replace("{0}", pool) : "");
    }

    /// <summary>Checks the value of -Identity.</summary>
    /// <param name="value">The value from the user.</param>
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
                var intended = Intended.TryGetValue(type, out var cmdlet) && cmdlet != RemoveIdentity ? cmdlet : "";
                throw new PoolException(PoolErrorId.NotAnIdentity, OwnObject.Kind(type), intended.Replace("{0}", Pool(value!)));
        }
    }

    /// <summary>Checks the value of -Role.</summary>
    /// <param name="value">The value from the user.</param>
    /// <exception cref="PoolException">It is something else, which may name a role.</exception>
    public static void RequireRole(object? value)
    {
        if (OwnObject.TypeOf(value) is { } type && !Roles.Contains(type))
            throw new PoolException(PoolErrorId.NotARole, OwnObject.Kind(type));
    }

    private static string Pool(object value) => Unwrapped.Property(value, nameof(IdentityPool.IdentityPoolId)) ?? "";
}
