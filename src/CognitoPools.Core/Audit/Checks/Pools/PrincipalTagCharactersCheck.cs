using CognitoPools.Audit.Model;
using CognitoPools.Pools;
using CognitoPools.Providers;

namespace CognitoPools.Audit.Checks.Pools;

/// <summary>AWS STS may reject the key of a principal tag.</summary>
internal sealed class PrincipalTagCharactersCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("PrincipalTagCharacters", "AWS STS may reject the key of a principal tag")
    {
        Condition = "An attribute mapping has a tag whose key is not valid for a session tag. A valid key has 1 to "
            + $"128 of these characters: {SessionTag.Characters}. It does not begin with aws:.",
        Severity = "Low.",
        Highest = PoolFindingSeverity.Low,
        Why = "The pool accepts the mapping, but AWS STS may reject the sessions of users who get the tag.",
        Fix = "Rename the tag in the mapping and in the policies that use it.",
        Reference = "https://docs.aws.amazon.com/STS/latest/APIReference/API_Tag.html",
        Reads = AuditReads.AttributeMappings,
    };

    // The app clients of a user pool share one mapping.
    public override IEnumerable<CheckResult> Run(AuditedPool pool) => pool.Pool.Providers
        .GroupBy(provider => provider.TagKey, StringComparer.Ordinal)
        .Select(group => group.First())
        .Where(provider => TagHints.RefusedKeys(provider.AttributeMapping).Any())
        .Select(provider => Result(pool, provider));

    private static CheckResult Result(AuditedPool pool, PoolIdentityProvider provider)
    {
        var refused = TagHints.RefusedKeys(provider.AttributeMapping).ToList();
        var rest = provider.AttributeMapping.Tags.Where(tag => !refused.Contains(tag.Key)).ToList();
        var mapping = rest.Count == 0 ? AttributeMapping.Inactive : AttributeMapping.Custom(rest);
        var repaired = SharedMappings.With(pool.Pool.Providers, provider with { AttributeMapping = mapping });
        return new CheckResult(
            PoolFindingSeverity.Low, ProviderRemedies.Key(provider),
            $"AttributeMapping: {string.Join(", ", refused.Select(key => $"{key}={provider.AttributeMapping.Tags[key]}"))}",
            ProviderRemedies.Set(pool, provider, $"-AttributeMapping {RestoreCommands.Mapping(mapping)}"))
        {
            Repair = PoolRepair.Of(
                pool, pool.Pool with { Providers = repaired },
                $"Sessions will no longer have the principal {(refused.Count == 1 ? "tag" : "tags")} {string.Join(", ", refused)}. "
                    + $"Policies that require {(refused.Count == 1 ? "it" : "them")} will not match."),
        };
    }
}
