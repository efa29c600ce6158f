using CognitoPools.Pools;

namespace CognitoPools.Documents.Templates;

/// <summary>The common content of all templates of a pool, in a stable order.</summary>
internal sealed class TemplateContent
{
    /// <summary>Sorts the content of a pool.</summary>
    /// <param name="pool">The pool.</param>
    public TemplateContent(LivePool pool)
    {
        Definition = pool.Definition;
        Names = pool.Names;
        Tags = [.. Definition.Tags.Where(tag => !PoolRules.IsReserved(tag.Key))];
        Roles = [.. RoleKeys().Where(key => Definition.Roles[key].Arn is null).Select(key => new TemplateRole(
            key, Definition.Roles[key], pool.Roles[key]))];
        Mappings = [.. Definition.Providers.Where(provider =>
            provider.RoleSetting != RoleSetting.Default && provider.RoleMappingKey is not null)];
        PrincipalTags = [.. Definition.Providers
            .Where(provider => provider.TagKey is not null && provider.AttributeMapping.Mode != AttributeMappingMode.Inactive)
            .GroupBy(provider => provider.TagKey!, StringComparer.Ordinal)
            .Select(group => group.First())];
        Warnings = [.. FormatWarnings()];
    }

    /// <summary>The pool.</summary>
    public PoolDefinition Definition { get; }

    /// <summary>The values of the placeholders.</summary>
    public LiveNames Names { get; }

    /// <summary>The tags that a user can set.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Tags { get; }

    /// <summary>The roles that the definition describes, default roles first.</summary>
    public IReadOnlyList<TemplateRole> Roles { get; }

    /// <summary>The providers with the role setting Rules or Token.</summary>
    public IReadOnlyList<PoolIdentityProvider> Mappings { get; }

    /// <summary>One provider for each key of principal tags.</summary>
    public IReadOnlyList<PoolIdentityProvider> PrincipalTags { get; }

    /// <summary>Parts that no template can express.</summary>
    public IReadOnlyList<string> Warnings { get; }


    /// <summary>The providers of a type.</summary>
    /// <param name="type">The type.</param>
    public IReadOnlyList<PoolIdentityProvider> Of(ProviderType type) =>
        [.. Definition.Providers.Where(provider => provider.Type == type)];

    private IEnumerable<string> RoleKeys()
    {
        var defaults = new[] { Definition.AuthenticatedRole, Definition.GuestRole }
            .Where(key => key is not null && Definition.Roles.ContainsKey(key))
            .Select(key => key!);
        return defaults.Concat(Definition.Roles.Keys.OrderBy(key => key, StringComparer.Ordinal)).Distinct(StringComparer.Ordinal);
    }

    private IEnumerable<string> FormatWarnings()
    {
        var reserved = Definition.Tags.Keys.Where(PoolRules.IsReserved).ToList();
        if (reserved.Count > 0)
        {
            yield return $"The template does not contain the tags {string.Join(", ", reserved)} of the identity pool: "
                + "keys that begin with 'aws:' are reserved for AWS.";
        }
    }
}

/// <summary>A role that a template describes.</summary>
/// <param name="Key">The key in the document.</param>
/// <param name="Definition">The definition.</param>
/// <param name="Live">The name and the path in the account.</param>
internal sealed record TemplateRole(string Key, RoleDefinition Definition, LiveRole Live)
{
    /// <summary>The inline policies, sorted by name.</summary>
    public IEnumerable<KeyValuePair<string, string>> InlinePolicies =>
        Definition.InlinePolicies.OrderBy(policy => policy.Key, StringComparer.Ordinal);

    /// <summary>The ARNs of the attached policies, sorted.</summary>
    public IEnumerable<string> AttachedPolicies => Definition.AttachedPolicies.OrderBy(arn => arn, StringComparer.Ordinal);
}
