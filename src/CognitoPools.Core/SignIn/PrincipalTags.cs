namespace CognitoPools.SignIn;

/// <summary>The principal tags of a sign-in's session.</summary>
/// <param name="Tags">Tag to value.</param>
/// <param name="Assumptions">The assumptions behind the tags, where the documentation leaves something open.</param>
/// <remarks>https://docs.aws.amazon.com/cognito/latest/developerguide/provider-mappings.html</remarks>
public sealed record PrincipalTags(ReadableTable Tags, IReadOnlyList<string> Assumptions)
{
    private const string SamlClaims = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/";

    /// <summary>The tags of the default attribute mapping for every provider.</summary>
    public static IReadOnlyList<string> Defaults { get; } = ["client", "username"];

    /// <summary>Determines the tags.</summary>
    /// <param name="logins">The providers with their attribute mappings, and the claims of their tokens.</param>
    public static PrincipalTags Of(IReadOnlyList<SignInLogin> logins)
    {
        var tags = ReadableTable.Empty;
        var assumptions = new List<string>();
        foreach (var login in logins)
        {
            var claims = login.Claims.ForTags(login.Provider.Type);
            foreach (var (tag, claim) in Mapping(login.Provider))
            {
                if (claims[claim] is not { } value)
                    continue;
                if (value.Kind is ClaimKind.List or ClaimKind.Complex
                    && (value.Kind == ClaimKind.Complex || value.Values.Count != 1))
                {
                    assumptions.Add(SignInAssumptions.TagOfSeveralValues);
                }
                else if (!tags.ContainsKey(tag))
                {
                    tags = tags.SetItems([new(tag, value.Values[0])]);
                }
            }
            if (login.Provider is { Type: ProviderType.Saml, AttributeMapping.Mode: AttributeMappingMode.Default })
                assumptions.Add(SignInAssumptions.SamlDefaultTags);
        }
        if (tags.Any(tag => !SessionTag.IsKey(tag.Key) || !SessionTag.IsValue(tag.Value)))
            assumptions.Add(SignInAssumptions.TagOutsideSts);
        if (logins.Count > 1 && tags.Count > 0)
            assumptions.Add(SignInAssumptions.TagsOfSeveralLogins);
        return new PrincipalTags(tags, [.. assumptions.Distinct(StringComparer.Ordinal)]);
    }

    private static IEnumerable<(string Tag, string Claim)> Mapping(
        PoolIdentityProvider provider) => provider.AttributeMapping.Mode switch
        {
            AttributeMappingMode.Inactive => [],
            AttributeMappingMode.Custom => provider.AttributeMapping.Tags.Select(tag => (tag.Key, tag.Value)),
            _ => provider.Type switch
            {
                ProviderType.Saml => [("client", SamlClaims + "nameidentifier"), ("username", SamlClaims + "name")],
                ProviderType.Amazon => [("client", "aud"), ("username", "user_id")],
                _ => [("client", "aud"), ("username", "sub")],
            },
        };
}
