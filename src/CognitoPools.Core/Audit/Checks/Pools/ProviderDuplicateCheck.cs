using CognitoPools.Audit.Model;

namespace CognitoPools.Audit.Checks.Pools;

/// <summary>A provider is configured twice.</summary>
internal sealed class ProviderDuplicateCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("ProviderDuplicate", "A provider is configured twice")
    {
        Condition = "Two providers have the same login key. They are the same user pool and app client, the same "
            + "issuer with and without a trailing slash, or a built-in provider and an OpenID Connect provider of the "
            + "same issuer.",
        Severity = "Low.",
        Highest = PoolFindingSeverity.Low,
        Why = "A sign-in with this login key belongs to both providers, each with separate rules and a separate "
            + "attribute mapping. AWS does not document which one applies.",
        Fix = "Keep one of the two.",
        NotWhen = "They are two app clients of one user pool.",
        Reference = PoolReferences.Providers,
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool)
    {
        foreach (var group in pool.Pool.Providers
            .Where(provider => provider.Type != ProviderType.Developer)
            .GroupBy(provider => provider.LoginKey, StringComparer.Ordinal))
        {
            var openId = group.Where(provider => provider.Type == ProviderType.OpenIdConnect).ToList();
            var own = group.Where(provider => provider.Type != ProviderType.OpenIdConnect).ToList();
            // Keep one OpenID Connect provider if no other provider has the key.
            foreach (var second in openId.Skip(own.Count > 0 ? 0 : 1))
                yield return SameIssuer(pool, own.FirstOrDefault() ?? openId[0], second);
            foreach (var same in own.GroupBy(provider => provider.Key, StringComparer.Ordinal).Where(same => same.Count() > 1))
                yield return Same(same.First());
        }
    }

    private static CheckResult SameIssuer(AuditedPool pool, PoolIdentityProvider first, PoolIdentityProvider second) => new(
        PoolFindingSeverity.Low, ProviderRemedies.Key(second),
        $"{ProviderRemedies.Key(first)} and {ProviderRemedies.Key(second)} have the login key {second.LoginKey}",
        ProviderRemedies.Remove(pool, second))
    {
        Repair = ProviderRemedies.Removal(
            pool, second,
            $"Users of applications that only {ProviderRemedies.Key(second)} accepts can no longer sign in. Its rules and its attribute "
                + "mapping will also be removed."),
    };

    private static CheckResult Same(PoolIdentityProvider provider) => new(
        PoolFindingSeverity.Low, ProviderRemedies.Key(provider), $"{ProviderRemedies.Key(provider)} is configured twice",
        Remedies.Comment("Export the pool, remove the provider, and add it again with its settings."));
}
