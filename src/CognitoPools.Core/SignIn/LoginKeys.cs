using System.Text.RegularExpressions;
using CognitoPools.Providers;

namespace CognitoPools.SignIn;

/// <summary>Brings a provider, in any form that a user has for it, to its key in a sign-in's logins. Calls nothing.</summary>
public static class LoginKeys
{
    /// <summary>The login key of a developer token in the enhanced flow.</summary>
    public const string DeveloperToken = "cognito-identity.amazonaws.com";

    private static readonly Regex UserPool = new(
        @"\A(?:https://cognito-idp\.[a-z0-9-]+\.amazonaws\.(?:com(?:\.cn)?|eu)/"
            + @"|cognito-idp\.[a-z0-9-]+\.amazonaws\.(?:com(?:\.cn)?|eu)/"
            + @"|arn:[a-z-]+:cognito-idp:[a-z0-9-]+:[0-9]{12}:userpool/)?"
            + @"(?<id>[a-z]{2,4}(-[a-z]+)+-[0-9]+_[0-9A-Za-z]+)(?::[0-9A-Za-z_]+)?\z",
        RegexOptions.CultureInvariant);
    private static readonly Regex OpenIdConnectArn = new(
        @"\Aarn:[a-z-]+:iam::[0-9]{12}:oidc-provider/(?<host>\S+)\z", RegexOptions.CultureInvariant);

    /// <summary>The key, or null when only the pool's configuration can tell, as for a SAML provider's or a developer
    /// provider's name.</summary>
    /// <param name="form">A kind (Google), a host, an issuer, a user pool's id, ARN or provider name, an OpenID Connect
    /// or SAML ARN, or the login key itself.</param>
    public static string? Find(string form)
    {
        var text = form.Trim();
        if (Enum.TryParse<ProviderType>(text, ignoreCase: true, out var type) && !int.TryParse(text, out _))
        {
            return PublicProviders.IsPublic(type)
                ? PublicProviders.Host(type)
                : type == ProviderType.Developer ? DeveloperToken : null;
        }
        if (PublicProviders.FromHost(text) is { } known)
            return PublicProviders.Host(known);
        if (UserPool.Match(text) is { Success: true } pool)
            return ProviderBuilder.UserPool(pool.Groups["id"].Value, "unused").Name;
        if (OpenIdConnectArn.Match(text) is { Success: true } arn)
            return arn.Groups["host"].Value;
        if (text.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            return text.Substring("https://".Length).TrimEnd('/');
        return text.StartsWith("arn:", StringComparison.Ordinal) || text.IndexOf('.') > 0 ? text : null;
    }
}
