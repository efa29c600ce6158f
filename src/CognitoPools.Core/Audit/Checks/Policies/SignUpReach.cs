using CognitoPools.Audit.Checks.Pools;
using CognitoPools.Audit.Model;

namespace CognitoPools.Audit.Checks.Policies;

/// <summary>Whether anyone can become an authenticated user with a role.</summary>
internal static class SignUpReach
{
    /// <summary>Whether anyone can get a role by signing up.</summary>
    public static bool Includes(AuditedPool pool, AuditedRole role) => role.Uses.Any(use => use.Kind switch
    {
        RoleUseKind.Authenticated => pool.Pool.Providers.Any(provider => OpenSignUp.IsOf(pool, provider)),
        RoleUseKind.Rule or RoleUseKind.Token => use.Provider is { } provider && OpenSignUp.IsOf(pool, provider),
        _ => false,
    });
}
