using CognitoPools.Audit.Model;
using CognitoPools.Providers;

namespace CognitoPools.Audit.Checks.Pools;

/// <summary>Whether anyone can become a user of a provider.</summary>
internal static class OpenSignUp
{
    /// <summary>True for a public provider, and for a user pool that is known to let users sign themselves up.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="provider">One of its providers.</param>
    public static bool IsOf(AuditedPool pool, PoolIdentityProvider provider) =>
        PublicProviders.IsPublic(provider.Type)
        || (provider.Type == ProviderType.CognitoUserPool
            && pool.UserPools.SelfSignUp.TryGetValue(UserPoolName.Find(provider.Name)?.Id ?? "", out var isOpen)
            && isOpen);
}
