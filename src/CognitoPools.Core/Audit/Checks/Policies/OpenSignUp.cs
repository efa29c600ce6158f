using CognitoPools.Audit.Model;

namespace CognitoPools.Audit.Checks.Policies;

/// <summary>Whether anybody can become an authenticated user.</summary>
internal static class OpenSignUp
{
    /// <summary>Whether anybody can get a role by signing up.</summary>
    public static bool Reaches(AuditedPool pool, AuditedRole role) => role.Uses.Any(use => use.Kind switch
    {
        RoleUseKind.Authenticated => pool.Pool.Providers.Any(provider => IsOpen(pool, provider)),
        RoleUseKind.Rule or RoleUseKind.Token => use.Provider is { } provider && IsOpen(pool, provider),
        _ => false,
    });

    private static bool IsOpen(AuditedPool pool, PoolIdentityProvider provider) => provider.Type switch
    {
        ProviderType.Google or ProviderType.Facebook or ProviderType.Amazon or ProviderType.Apple
            or ProviderType.Twitter or ProviderType.Digits => true,
        ProviderType.CognitoUserPool => pool.UserPools.SelfSignUp.TryGetValue(
            provider.Name.Substring(provider.Name.LastIndexOf('/') + 1), out var open) && open,
        _ => false,
    };
}
