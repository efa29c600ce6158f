using System.Text.RegularExpressions;
using CognitoPools.Account;

namespace CognitoPools.Providers;

/// <summary>Builds providers from the values that users have: ids, ARNs, issuers and names.</summary>
/// <remarks>The keys are documented at
/// https://docs.aws.amazon.com/cognito/latest/developerguide/external-identity-providers.html.</remarks>
public static class ProviderBuilder
{
    private const int LongestArn = 2048;

    private static readonly Regex AppClientId = new(@"\A[0-9A-Za-z_]{1,128}\z", RegexOptions.CultureInvariant);
    private static readonly Regex ApplicationId = new(@"\A[0-9A-Za-z_.;/-]{1,128}\z", RegexOptions.CultureInvariant);
    private static readonly Regex DeveloperName = new(@"\A[0-9A-Za-z_.-]{1,128}\z", RegexOptions.CultureInvariant);
    private static readonly Regex SamlName = new(@"\A[0-9A-Za-z_.-]{1,128}\z", RegexOptions.CultureInvariant);
    private static readonly Regex IssuerHost = new(@"\A[0-9A-Za-z.-]+(:[0-9]+)?(/[^\s]*)?\z", RegexOptions.CultureInvariant);

    /// <summary>A Cognito user pool's app client.</summary>
    /// <param name="userPool">The user pool's id, its ARN, its provider name or its issuer.</param>
    /// <param name="clientId">The app client's id.</param>
    /// <param name="serverSideTokenCheck">Whether the service checks with the user pool that the user is still signed
    /// in.</param>
    /// <exception cref="InvalidSettingException">The id or the client id is malformed.</exception>
    public static PoolIdentityProvider UserPool(string userPool, string clientId, bool serverSideTokenCheck = true)
    {
        var name = UserPoolName.Find(userPool)
            ?? throw new InvalidSettingException(
                "UserPoolId", userPool, "the value is not the id, ARN, provider name or issuer of a Cognito user pool.",
                "Specify an id such as 'eu-west-1_AbCdEf123', or an issuer with the Region of the id, such as "
                    + "'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123'. For any other issuer, specify an "
                    + "OpenID Connect provider.");
        if (name.ClientId is not null && clientId is { Length: > 0 } && clientId != name.ClientId)
        {
            throw new InvalidSettingException(
                "ClientId", clientId, $"the user pool is specified with another app client, {name.ClientId}.", "Specify only one of them.");
        }
        clientId = name.ClientId ?? clientId;
        Check(
            "ClientId", clientId, AppClientId, "the id of an app client must have 1 to 128 letters, digits and underscores.",
            "Copy it from the 'App clients' page of the user pool.");
        return new PoolIdentityProvider
        {
            Type = ProviderType.CognitoUserPool,
            Name = name.ProviderName,
            ClientId = clientId,
            ServerSideTokenCheck = serverSideTokenCheck,
        };
    }

    /// <summary>A public provider: Google, Facebook, Login with Amazon, Apple, Twitter or Digits.</summary>
    /// <param name="type">A public provider's type.</param>
    /// <param name="applicationId">The application's id at that provider.</param>
    /// <exception cref="InvalidSettingException">The id is malformed.</exception>
    public static PoolIdentityProvider Public(ProviderType type, string applicationId)
    {
        var host = PublicProviders.Host(type);
        if (applicationId is null || !ApplicationId.IsMatch(applicationId))
        {
            throw new InvalidSettingException(
                "ClientId", ProviderSecret.Masked(host, applicationId),
                "the id of an application must have 1 to 128 letters, digits and the characters . ; _ / -.",
                $"Copy it from the {type} developer console.");
        }
        return new PoolIdentityProvider { Type = type, Name = host, ClientId = applicationId };
    }

    /// <summary>An OpenID Connect provider of IAM. A trailing slash of the issuer is kept, as it is in IAM.</summary>
    /// <param name="provider">The provider's ARN or its issuer (with or without <c>https://</c>).</param>
    /// <param name="partition">The partition of the pool.</param>
    /// <param name="accountId">The account of the pool; required if an issuer is specified.</param>
    /// <exception cref="InvalidSettingException">The ARN or the issuer is malformed.</exception>
    public static PoolIdentityProvider OpenIdConnect(string provider, AwsPartition partition, string? accountId) => new()
    {
        Type = ProviderType.OpenIdConnect,
        Name = IamArn("Issuer", provider, "oidc-provider/", OidcIssuer.Host(provider), IssuerHost, partition, accountId),
    };

    /// <summary>A SAML provider of IAM.</summary>
    /// <param name="provider">The provider's ARN or its name.</param>
    /// <param name="partition">The partition of the pool.</param>
    /// <param name="accountId">The account of the pool; required if a name is specified.</param>
    /// <exception cref="InvalidSettingException">The ARN or the name is malformed.</exception>
    public static PoolIdentityProvider Saml(string provider, AwsPartition partition, string? accountId) => new()
    {
        Type = ProviderType.Saml,
        Name = IamArn("SamlProvider", provider, "saml-provider/", provider, SamlName, partition, accountId),
    };

    /// <summary>The developer provider.</summary>
    /// <param name="name">Its name, 1 to 128 letters, digits and <c>. _ -</c>.</param>
    /// <exception cref="InvalidSettingException">The name is malformed.</exception>
    public static PoolIdentityProvider Developer(string name)
    {
        Check(
            "DeveloperProviderName",
            name,
            DeveloperName,
            "the name of a developer provider must have 1 to 128 letters, digits and the characters . _ -.",
            "Use a domain that you own, such as 'login.example.com'.");
        return new PoolIdentityProvider { Type = ProviderType.Developer, Name = name };
    }

    /// <summary>The provider with another app client or application id.</summary>
    /// <param name="provider">A Cognito user pool or a public provider.</param>
    /// <param name="clientId">The id.</param>
    /// <exception cref="InvalidSettingException">The id is malformed, or the provider has none.</exception>
    internal static PoolIdentityProvider WithClientId(PoolIdentityProvider provider, string clientId)
    {
        if (PublicProviders.IsPublic(provider.Type))
            return provider with { ClientId = Public(provider.Type, clientId).ClientId };
        if (provider.Type != ProviderType.CognitoUserPool)
        {
            throw new InvalidSettingException(
                "ClientId", clientId, $"{provider.Name} is of type {provider.Type}, which has no application id.",
                "Omit -ClientId. The client ids of an IAM provider are set in IAM.");
        }
        return provider with { ClientId = UserPool(provider.Name, clientId).ClientId };
    }

    private static string IamArn(
        string setting, string given, string resource, string name,
        Regex rule, AwsPartition partition, string? accountId)
    {
        if (given.StartsWith("arn:", StringComparison.Ordinal))
        {
            var parts = given.Split([':'], 6);
            if (parts.Length == 6
                && parts[1] == partition.Name
                && parts[2] == "iam"
                && parts[5].StartsWith(resource, StringComparison.Ordinal)
                && parts[5].Length > resource.Length
                && given.Length <= LongestArn
                && !given.Any(char.IsWhiteSpace))
            {
                return given;
            }
            throw new InvalidSettingException(
                setting, given, $"the value is not the ARN of an IAM {resource.TrimEnd('/')} in the partition {partition.Name}.",
                $"Specify an ARN such as 'arn:{partition.Name}:iam::123456789012:{resource}name'.");
        }
        Check(
            setting, name, rule, "the value is neither an ARN nor a name that IAM accepts.",
            $"Specify the ARN that IAM shows, such as 'arn:{partition.Name}:iam::123456789012:{resource}name'.");
        if (accountId is null)
        {
            throw new InvalidSettingException(
                setting, given, "the value cannot be completed to an ARN because the account number is unknown.",
                "Specify the ARN of the provider.");
        }
        return partition.Arn("iam", "", accountId, resource + name);
    }

    private static void Check(string setting, string? value, Regex rule, string sentence, string remedy)
    {
        if (value is null || !rule.IsMatch(value))
            throw new InvalidSettingException(setting, value, sentence, remedy);
    }
}
