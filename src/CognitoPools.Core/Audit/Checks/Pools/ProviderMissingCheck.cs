using CognitoPools.Audit.Model;

namespace CognitoPools.Audit.Checks.Pools;

/// <summary>A provider no longer exists or has expired.</summary>
internal sealed class ProviderMissingCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("ProviderMissing", "A provider no longer exists or has expired")
    {
        Condition = "IAM has no OpenID Connect or SAML provider with this ARN, or the metadata of a SAML provider has "
            + "expired.",
        Severity = "Medium.",
        Highest = PoolFindingSeverity.Medium,
        Why = "Users of the provider cannot sign in.",
        Fix = "Create the provider again, or remove it from the pool. If the metadata of a SAML provider has expired, "
            + "upload new metadata.",
        NotWhen = "The provider belongs to another account, whose providers cannot be listed.",
        Reference = PoolReferences.Providers,
        Reads = AuditReads.Providers,
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool)
    {
        foreach (var provider in pool.Pool.Providers)
        {
            if (IsElsewhere(pool, provider) || !pool.Providers.TryGetValue(provider.Name, out var facts))
                continue;
            if (!facts.Exists)
                yield return Missing(pool, provider);
            else if (facts.ValidUntil is { } end && end <= pool.Time)
                yield return Expired(provider, end);
        }
    }

    private static CheckResult Missing(AuditedPool pool, PoolIdentityProvider provider) => new(
        PoolFindingSeverity.Medium, ProviderRemedies.Key(provider), $"IAM has no provider {provider.Name}",
        ProviderRemedies.Remove(pool, provider))
    {
        Why = "IAM no longer has the provider, so its users cannot sign in. Anyone who can create an IAM provider with the same name "
            + "can decide who signs in.",
        Repair = ProviderRemedies.Removal(
            pool, provider,
            $"The rules and the attribute mapping of {ProviderRemedies.Key(provider)} will also be removed. Its users already cannot sign in."),
    };

    private static CheckResult Expired(PoolIdentityProvider provider, DateTimeOffset end) => new(
        PoolFindingSeverity.Medium, ProviderRemedies.Key(provider), FormattableString.Invariant($"ValidUntil: {end:yyyy-MM-dd}"),
        Remedies.Comment(
            "Upload the current metadata: aws iam update-saml-provider --saml-provider-arn "
                + $"{provider.Name} --saml-metadata-document file://metadata.xml"))
    {
        Why = "The metadata of the SAML provider has expired, so its users cannot sign in.",
        Reference = "https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateSAMLProvider.html",
    };

    private static bool IsElsewhere(AuditedPool pool, PoolIdentityProvider provider) =>
        pool.AccountId is { } account && provider.Name.Split(':') is { Length: > 4 } parts && parts[4] != account;
}
