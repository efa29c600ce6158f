using System.Text.Json;

namespace CognitoPools.Documents.Templates;

/// <summary>Reads the output of <c>aws cognito-identity</c>: describe-identity-pool, get-identity-pool-roles and
/// get-principal-tag-attribute-map.</summary>
internal static class AwsCliReader
{
    private const string Id = "IdentityPoolId";
    private const string Metadata = "ResponseMetadata";
    private static readonly string[] RoleKeys = ["Roles", "RoleMappings"];
    private static readonly string[] TagMapKeys = ["IdentityProviderName", "UseDefaults", "PrincipalTags"];
    private static readonly string[] PoolKeys =
    [
        "IdentityPoolName", "AllowUnauthenticatedIdentities", "AllowClassicFlow", "SupportedLoginProviders", "DeveloperProviderName",
        "OpenIdConnectProviderARNs", "CognitoIdentityProviders", "SamlProviderARNs", "IdentityPoolTags",
    ];

    /// <summary>The kind of output that a document is, or null.</summary>
    /// <param name="root">The document.</param>
    public static AnswerKind? KindOf(DocumentElement root)
    {
        if (root.Kind != JsonValueKind.Object)
            return null;
        var hasId = root.Has(Id);
        var hasRoles = RoleKeys.Any(root.Has);
        if (root.Has("IdentityPoolName") && (hasId || root.Has("AllowUnauthenticatedIdentities")))
            return hasRoles ? AnswerKind.PoolWithRoles : AnswerKind.Pool;
        if (hasId && root.Has("IdentityProviderName"))
            return AnswerKind.TagMap;
        // For a pool without roles, the output contains only the id.
        return hasId && (hasRoles || root.Members().All(member => member.Name is Id or Metadata)) ? AnswerKind.Roles : null;
    }

    /// <summary>Reads a pool.</summary>
    /// <param name="describe">The output of describe-identity-pool, which can also contain that of get-identity-pool-roles.</param>
    /// <param name="roles">The output of get-identity-pool-roles, or null.</param>
    /// <param name="tagMaps">The outputs of get-principal-tag-attribute-map.</param>
    /// <exception cref="DocumentFormatException">An output cannot be read, or the outputs are of different pools.</exception>
    public static ReadAnswers Read(
        DocumentElement? describe, DocumentElement? roles, IReadOnlyList<DocumentElement> tagMaps)
    {
        if (describe is not { } pool)
        {
            var other = roles ?? tagMaps[0];
            throw other.Error(
                "the output does not describe the identity pool.",
                "Add the output of aws cognito-identity describe-identity-pool.");
        }
        pool.Allow("an identity pool", [Id, .. PoolKeys, .. RoleKeys, Metadata]);
        roles?.Allow("the roles of an identity pool", [Id, .. RoleKeys, Metadata]);
        foreach (var answer in tagMaps.Concat(roles is { } rest ? [rest] : []))
            CheckSamePool(pool, answer);
        var secrets = new SecretNames();
        var answered = new AnsweredPool(pool, secrets);
        var answeredRoles = new AnsweredRoles(roles ?? pool);
        var providers = answeredRoles.WithMappings(answered.Providers());
        var definition = new PoolDefinition
        {
            Name = pool.Require("IdentityPoolName").Text(),
            GuestAccess = pool.Find("AllowUnauthenticatedIdentities")?.Flag() ?? false,
            BasicFlow = pool.Find("AllowClassicFlow") is { } flow
                ? flow.Flag() ? BasicFlowState.Active : BasicFlowState.Inactive
                : BasicFlowState.Unset,
            AuthenticatedRole = answeredRoles.AuthenticatedRole,
            GuestRole = answeredRoles.GuestRole,
            Providers = WithTagMaps(providers, tagMaps),
            Secrets = answered.Secrets,
            Tags = pool.Find("IdentityPoolTags")?.Table() ?? ReadableTable.Empty,
            Roles = answeredRoles.Roles,
        };
        return new ReadAnswers(definition, secrets.Values);
    }

    private static IReadOnlyList<PoolIdentityProvider> WithTagMaps(
        IReadOnlyList<PoolIdentityProvider> providers, IEnumerable<DocumentElement> tagMaps)
    {
        var mappings = new Dictionary<string, AttributeMapping>(StringComparer.Ordinal);
        foreach (var element in tagMaps)
        {
            element.Allow("an attribute map", [Id, .. TagMapKeys, Metadata]);
            var name = element.Require("IdentityProviderName");
            var key = DocumentPlaceholders.Escape(name.Text());
            ProviderLookup.Check(key, providers.Select(provider => provider.TagKey), name);
            var tags = element.Find("PrincipalTags")?.Table() ?? ReadableTable.Empty;
            mappings[key] = element.Find("UseDefaults")?.Flag() == true ? AttributeMapping.Default
                : tags.Count > 0 ? AttributeMapping.Custom(tags)
                : AttributeMapping.Inactive;
        }
        return
        [
            .. providers.Select(provider => provider.TagKey is { } key && mappings.TryGetValue(key, out var mapping)
                ? provider with { AttributeMapping = mapping }
                : provider),
        ];
    }

    private static void CheckSamePool(DocumentElement pool, DocumentElement other)
    {
        if (pool.Find(Id)?.Text() is { } id && other.Find(Id) is { } otherId && otherId.Text() != id)
        {
            throw otherId.Error(
                $"the outputs are of different identity pools: {ShownText.Value(otherId.Text())} and {ShownText.Value(id)}.",
                "Specify the outputs of one pool.");
        }
    }
}
