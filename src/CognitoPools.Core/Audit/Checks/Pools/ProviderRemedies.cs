using CognitoPools.Audit.Model;

namespace CognitoPools.Audit.Checks.Pools;

/// <summary>Commands and edits that change one provider of a pool.</summary>
internal static class ProviderRemedies
{
    /// <summary>The name of a provider in findings and commands. It is unique even among several app clients of one user pool.</summary>
    public static string Key(PoolIdentityProvider provider) => provider.RoleMappingKey ?? provider.Name;

    /// <summary>The command that changes a provider.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="provider">The provider.</param>
    /// <param name="parameters">The parameters of the change.</param>
    public static string Set(AuditedPool pool, PoolIdentityProvider provider, string parameters) =>
        $"Set-PoolIdentityProvider {Named(pool, provider)} {parameters}";

    /// <summary>The command that specifies rules, with placeholders that the user must replace.</summary>
    public static string SetRule(AuditedPool pool, PoolIdentityProvider provider) =>
        Set(pool, provider, "-Rule @{ Claim = '<claim>'; Value = '<value>'; Role = '<role>' }");

    /// <summary>The command that removes a provider.</summary>
    public static string Remove(AuditedPool pool, PoolIdentityProvider provider) =>
        $"Remove-PoolIdentityProvider {Named(pool, provider)}";

    /// <summary>The edit that changes a provider.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="changed">The changed provider.</param>
    /// <param name="accessLost">A sentence about who loses access; null if no one does.</param>
    public static PoolRepair Change(AuditedPool pool, PoolIdentityProvider changed, string? accessLost) => PoolRepair.Of(
        pool,
        pool.Pool with { Providers = [.. pool.Pool.Providers.Select(provider => provider.Key == changed.Key ? changed : provider)] },
        accessLost);

    /// <summary>The edit that removes a provider.</summary>
    /// <inheritdoc cref="Change"/>
    public static PoolRepair Removal(AuditedPool pool, PoolIdentityProvider removed, string? accessLost) => PoolRepair.Of(
        pool, pool.Pool with { Providers = [.. pool.Pool.Providers.Where(provider => provider.Key != removed.Key)] }, accessLost);

    private static string Named(AuditedPool pool, PoolIdentityProvider provider) =>
        $"{Remedies.Quoted(pool.Pool.IdentityPoolId)} {Remedies.Quoted(Key(provider))}";
}
