using System.Text.RegularExpressions;
using CognitoPools.Account;
using CognitoPools.Providers;

namespace CognitoPools.SignIn;

/// <summary>Converts any name of a provider to its key in the logins of a sign-in, without calls.</summary>
public static class LoginKeys
{
    /// <summary>The login key of a developer token in the enhanced flow. This is the key of the commercial Regions,
    /// which the module uses internally; requests contain <see cref="AwsPartition.DeveloperLoginKey"/>.</summary>
    public static string DeveloperToken { get; } = AwsPartition.Aws.DeveloperLoginKey;

    private static readonly Regex OpenIdConnectArn = new(
        @"\Aarn:[a-z-]+:iam::[0-9]{12}:oidc-provider/(?<host>\S+)\z", RegexOptions.CultureInvariant);

    /// <summary>The key, or null if it depends on the pool's configuration, as for the name of a SAML provider or a
    /// developer provider.</summary>
    /// <param name="form">A kind (Google), a host, an issuer, a user pool's id, ARN or provider name, an OpenID Connect
    /// or SAML ARN, or the login key itself.</param>
    public static string? Find(string form)
    {
        if (ProviderSettings.Find<ProviderType>(form) is { } type)
        {
            return PublicProviders.IsPublic(type)
                ? PublicProviders.Host(type)
                : type == ProviderType.Developer ? DeveloperToken : null;
        }
        if (PublicProviders.FromHost(form) is { } known)
            return PublicProviders.Host(known);
        if (UserPoolName.Find(form) is { } pool)
            return pool.ProviderName;
        if (OpenIdConnectArn.Match(form) is { Success: true } arn)
            return OidcIssuer.WithoutSlash(arn.Groups["host"].Value);
        if (form.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            return OidcIssuer.WithoutSlash(OidcIssuer.Host(form));
        return form.StartsWith("arn:", StringComparison.Ordinal) ? form
            : form.IndexOf('.') > 0 ? OidcIssuer.WithoutSlash(form)
            : null;
    }
}
