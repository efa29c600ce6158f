using CognitoPools.Audit.Model;

namespace CognitoPools.Audit.Checks.Pools;

/// <summary>Commands and edits that change one provider of a pool.</summary>
internal static class ProviderRemedies
{
    /// <summary>What names a provider in findings and commands, also among several app clients of one user pool.</summary>
    public static string Key(PoolIdentityProvider provider) => provider.RoleMappingKey ?? provider.Name;

    /// <summary>The command that changes a provider.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="provider">The provider.</param>
    /// <param name="parameters">What it changes.</param>
    public static string Set(AuditedPool pool, PoolIdentityProvider provider, string parameters) =>
        $"Set-PoolIdentityProvider {Named(pool, provider)} {parameters}";

    /// <summary>The command that removes a provider.</summary>
    public static string Remove(AuditedPool pool, PoolIdentityProvider provider) =>
        $"Remove-PoolIdentityProvider {Named(pool, provider)}";

    /// <summary>The edit that changes a provider.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="changed">The provider as it shall be.</param>
    /// <param name="cutsOff">Who can no longer do what, as a sentence; null when nobody loses anything.</param>
    public static PoolRepair Change(AuditedPool pool, PoolIdentityProvider changed, string? cutsOff) => PoolRepair.Of(
        pool,
        pool.Pool with { Providers = [.. pool.Pool.Providers.Select(provider => provider.Key == changed.Key ? changed : provider)] },
        cutsOff);

    /// <summary>The edit that removes a provider.</summary>
    /// <inheritdoc cref="Change"/>
    public static PoolRepair Removal(AuditedPool pool, PoolIdentityProvider removed, string? cutsOff) => PoolRepair.Of(
        pool, pool.Pool with { Providers = [.. pool.Pool.Providers.Where(provider => provider.Key != removed.Key)] }, cutsOff);

    private static string Named(AuditedPool pool, PoolIdentityProvider provider) =>
        $"{Remedies.Quoted(pool.Pool.IdentityPoolId)} {Remedies.Quoted(Key(provider))}";
}
