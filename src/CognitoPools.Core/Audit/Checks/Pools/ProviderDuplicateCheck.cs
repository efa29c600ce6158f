using CognitoPools.Audit.Model;

namespace CognitoPools.Audit.Checks.Pools;

/// <summary>The same provider stands in the pool twice.</summary>
internal sealed class ProviderDuplicateCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("ProviderDuplicate", "A provider is there twice")
    {
        Condition = "Two providers have the same login key: the same user pool and app client, the same issuer with and without a slash, "
            + "or a provider of the service's own kinds and an OpenID Connect provider of the same issuer.",
        Severity = "Low.",
        Highest = PoolFindingSeverity.Low,
        Why = "A login with this key belongs to both, each with rules and an attribute mapping of its own. AWS does not document which counts.",
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
            // One OpenID Connect provider stays when no other provider has the key.
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
            $"Users of applications that only {ProviderRemedies.Key(second)} knows can no longer sign in, and its rules and its attribute "
                + "mapping are removed with it."),
    };

    private static CheckResult Same(PoolIdentityProvider provider) => new(
        PoolFindingSeverity.Low, ProviderRemedies.Key(provider), $"{ProviderRemedies.Key(provider)} is there twice",
        Remedies.Comment("Export the pool, remove the provider and add it again with its settings."));
}
