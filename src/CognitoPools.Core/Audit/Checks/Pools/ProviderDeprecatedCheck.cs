using CognitoPools.Audit.Model;

namespace CognitoPools.Audit.Checks.Pools;

/// <summary>A provider is deprecated.</summary>
internal sealed class ProviderDeprecatedCheck : PoolCheck
{
    private const string DigitsIsGone = "Digits was shut down in 2017.";
    private const string TwitterNeedsSecret =
        "Twitter uses OAuth 1.0a, which requires the application secret in the pool configuration.";

    public override CheckInfo Info { get; } = new("ProviderDeprecated", "A provider is deprecated")
    {
        Condition = "A provider is Digits (www.digits.com) or Twitter (api.twitter.com).",
        Severity = "Low.",
        Highest = PoolFindingSeverity.Low,
        Why = $"{DigitsIsGone} {TwitterNeedsSecret}",
        Fix = "Remove the provider, or replace it with an OpenID Connect provider or a user pool.",
        Reference = PoolReferences.Providers,
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool) => pool.Pool.Providers
        .Where(provider => provider.Type is ProviderType.Digits or ProviderType.Twitter)
        .Select(provider => new CheckResult(
            PoolFindingSeverity.Low, ProviderRemedies.Key(provider), $"Provider: {provider}", ProviderRemedies.Remove(pool, provider))
        {
            Why = provider.Type == ProviderType.Digits ? DigitsIsGone : TwitterNeedsSecret,
            Repair = ProviderRemedies.Removal(pool, provider, $"Users can no longer sign in to the pool with {provider.Type}."),
        });
}
