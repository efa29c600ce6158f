using System.Text.RegularExpressions;
using CognitoPools.Account;
using CognitoPools.Providers;
using CognitoPools.Sandbox.Pools;
using CognitoPools.Sandbox.Wire;

namespace CognitoPools.Sandbox.Operations.Pools;

/// <summary>The rules of the service for providers that its model does not contain.</summary>
internal static class ProviderRules
{
    private const int UserPoolLimit = 50;

    private static readonly Regex UserPool = new(
        @"\Acognito-idp\.(?<region>[a-z0-9-]+)\.(?<suffix>[a-z0-9.-]+)/[a-z0-9-]+_[0-9A-Za-z]+\z",
        RegexOptions.CultureInvariant);

    /// <exception cref="ServiceError">A provider is not valid.</exception>
    public static void Check(CallContext context, PoolSettings settings)
    {
        var userPools = settings.CognitoIdentityProviders ?? [];
        Refuse(
            userPools.Any(provider => provider.ClientId is null || !IsUserPool(provider.ProviderName ?? "")),
            "Invalid Cognito Identity Provider");
        Refuse(
            userPools.GroupBy(provider => (provider.ProviderName, provider.ClientId)).Any(group => group.Count() > 1),
            "Duplicate Cognito Identity Provider");
        if (userPools.Count > UserPoolLimit)
        {
            throw new ServiceError(
                "LimitExceededException",
                $"An identity pool can have at most {UserPoolLimit} Cognito user pool providers.");
        }

        foreach (var key in settings.SupportedLoginProviders?.Keys ?? Enumerable.Empty<string>())
            Refuse(!IsPublicProvider(key), $"{key} is not a supported login provider.");
        var iam = context.Iam;
        CheckArns(settings.OpenIdConnectProviderARNs, iam.HasOpenIdConnectProvider, "an OpenID Connect");
        CheckArns(settings.SamlProviderARNs, iam.HasSamlProvider, "a SAML");
    }

    private static bool IsUserPool(string name) =>
        UserPool.Match(name) is { Success: true } match
        && match.Groups["suffix"].Value == AwsPartition.FromRegion(match.Groups["region"].Value).DnsSuffix;

    /// <summary>The keys of role mappings. The key of a user pool contains its app client too.</summary>
    public static IEnumerable<string> RoleMappingKeys(PoolSettings settings) =>
        KeysBesideUserPools(settings).Concat((settings.CognitoIdentityProviders ?? []).Select(
            provider => $"{provider.ProviderName}:{provider.ClientId}"));

    /// <summary>The keys of attribute mappings.</summary>
    public static IEnumerable<string> TagMapKeys(PoolSettings settings) =>
        KeysBesideUserPools(settings)
            .Concat((settings.CognitoIdentityProviders ?? []).Select(provider => provider.ProviderName!))
            .Concat(settings.DeveloperProviderName is { } name ? [name] : Enumerable.Empty<string>());

    private static IEnumerable<string> KeysBesideUserPools(PoolSettings settings) =>
        (settings.SupportedLoginProviders?.Keys ?? Enumerable.Empty<string>()).Concat(settings.OpenIdConnectProviderARNs
            ?? []).Concat(settings.SamlProviderARNs
            ?? []);

    /// <summary>Compares a host with the case, as the service does; the model ignores it.</summary>
    private static bool IsPublicProvider(string key) =>
        PublicProviders.FromHost(key) is { } type && PublicProviders.Host(type) == key;

    private static void CheckArns(List<string>? arns, Func<string, bool> isKnown, string kind)
    {
        foreach (var arn in arns ?? [])
            Refuse(!isKnown(arn), $"{arn} is not the ARN of {kind} provider in this account's IAM.");
        Refuse(
            arns is not null && arns.Distinct(StringComparer.Ordinal).Count() < arns.Count,
            $"The ARN of {kind} provider is named twice.");
    }

    private static void Refuse(bool isWrong, string message)
    {
        if (isWrong)
            throw new ServiceError("InvalidParameterException", message);
    }
}
