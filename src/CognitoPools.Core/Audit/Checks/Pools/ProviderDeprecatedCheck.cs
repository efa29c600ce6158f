using CognitoPools.Audit.Model;

namespace CognitoPools.Audit.Checks.Pools;

/// <summary>A provider is one that nobody should use any more.</summary>
internal sealed class ProviderDeprecatedCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("ProviderDeprecated", "A provider is deprecated")
    {
        Condition = "A provider is Digits (www.digits.com) or Twitter (api.twitter.com).",
        Severity = "Low.",
        Highest = PoolFindingSeverity.Low,
        Why = "Digits was closed in 2017. Twitter signs users in with OAuth 1.0a, and the pool has to hold the application's secret.",
        Fix = "Remove the provider, or use an OpenID Connect provider or a user pool in its place.",
        Reference = PoolReferences.Providers,
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool) => pool.Pool.Providers
        .Where(provider => provider.Type is ProviderType.Digits or ProviderType.Twitter)
        .Select(provider => new CheckResult(
            PoolFindingSeverity.Low, ProviderRemedies.Key(provider), $"Provider: {provider}", ProviderRemedies.Remove(pool, provider))
        {
            Repair = ProviderRemedies.Removal(pool, provider, $"Users of {provider.Type} can no longer sign in to the pool with it."),
        });
}
