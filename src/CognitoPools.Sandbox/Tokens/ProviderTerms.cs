using CognitoPools.Sandbox.Iam;
using CognitoPools.SignIn;

namespace CognitoPools.Sandbox.Tokens;

/// <summary>The issuer and the audiences of each provider for which the sandbox creates tokens.</summary>
internal static class ProviderTerms
{
    private const string SamlAudience = "urn:amazon:webservices";

    public static TokenTerms Of(PoolIdentityProvider provider, IamStore iam) => provider.Type == ProviderType.Saml
        ? new(SamlIssuer(provider.Name.Substring(provider.Name.LastIndexOf('/') + 1)), [SamlAudience])
        : TokenTerms.Of(provider, iam.ClientIdsOf);

    /// <summary>The entity id of a SAML provider.</summary>
    public static string SamlIssuer(string name) => $"https://sandbox.invalid/saml/{name}";
}
