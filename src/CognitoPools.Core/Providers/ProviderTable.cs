using System.Collections;
using CognitoPools.Account;

namespace CognitoPools.Providers;

/// <summary>Reads a provider from a table such as <c>@{ Google = '….apps.googleusercontent.com' }</c> or <c>@{
/// UserPoolId = '…'; ClientId = '…' }</c>, and from the properties of a provider in a file: those of this module, or
/// the ProviderName, ClientId and ServerSideTokenCheck of the AWS CLI, CloudFormation and Terraform.</summary>
/// <param name="partition">The partition of the pool.</param>
/// <param name="accountId">The account of the pool.</param>
public sealed class ProviderTable(AwsPartition partition, string? accountId)
{
    private const string ClientId = nameof(PoolIdentityProvider.ClientId);

    private const string Name = nameof(PoolIdentityProvider.Name);
    private const string Type = nameof(PoolIdentityProvider.Type);
    private const string RoleSettingKey = nameof(PoolIdentityProvider.RoleSetting);

    private static readonly IReadOnlyList<string> Options = [.. PoolIdentityProvider.Settings.Select(setting => setting.Name)];

    // Properties of a provider object that are not settings. The keys follow from the name.
    private static readonly IReadOnlyList<string> Properties =
    [
        Name, Type, nameof(PoolIdentityProvider.IdentityPoolId), nameof(PoolIdentityProvider.LoginKey),
        nameof(PoolIdentityProvider.RoleMappingKey), nameof(PoolIdentityProvider.TagKey),
    ];

    private static readonly IReadOnlyList<string> Kinds =
    [
        "UserPoolId",
        .. Enum.GetNames(typeof(ProviderType)).Where(kind => kind != nameof(ProviderType.CognitoUserPool)),
    ];

    // The other names are the parameters of Add-PoolIdentityProvider, which the columns of a file can be named after,
    // and the names in other tools.
    private static readonly KeyNames Keys = new(
        [.. Kinds, .. Options, .. Properties],
        ("ProviderName", Name),
        ("Rule", nameof(PoolIdentityProvider.Rules)),
        ("GoogleClientId", nameof(ProviderType.Google)),
        ("FacebookAppId", nameof(ProviderType.Facebook)),
        ("AmazonAppId", nameof(ProviderType.Amazon)),
        ("AppleServicesId", nameof(ProviderType.Apple)),
        ("OpenIdConnectProvider", nameof(ProviderType.OpenIdConnect)),
        ("SamlProvider", nameof(ProviderType.Saml)),
        ("DeveloperProviderName", nameof(ProviderType.Developer)));

    private static readonly string Remedy =
        "Specify UserPoolId and ClientId, or one of Google, Facebook, Amazon, Apple, Twitter, Digits, OpenIdConnect, Saml and "
        + "Developer with its id, issuer, ARN or name, for example @{ Google = '...' }. "
            + $"Optional keys are {string.Join(", ", Options.Where(option => option != ClientId))}.";

    /// <summary>Reads the provider that a table describes.</summary>
    /// <param name="table">The table; its keys are not case-sensitive.</param>
    /// <exception cref="InvalidSettingException">A key is unknown or missing, or contradicts another key, or a value is
    /// malformed.</exception>
    public PoolIdentityProvider Read(IDictionary table)
    {
        var entries = Keys.Read("Provider", table);
        var unknown = entries.Keys.Where(key => Keys.Find(key) is null).ToList();
        var kinds = entries.Keys.Where(key => Kinds.Contains(key, StringComparer.OrdinalIgnoreCase)).ToList();
        if (unknown.Count > 0)
        {
            throw new InvalidSettingException(
                "Provider", null, $"the table has the unknown key '{ShownText.Value(unknown[0])}'.", Keys.Guess(unknown[0]) + Remedy);
        }
        if (kinds.Count == 0 && (entries.ContainsKey(Name) || IsPublic(entries)))
            return WithSettings(Named(entries), entries);
        kinds.AddRange(entries.Keys.Where(key => key is Name or Type));
        if (kinds.Count != 1)
        {
            throw new InvalidSettingException(
                "Provider",
                null,
                kinds.Count == 0
                    ? "the table does not specify a kind of provider."
                    : $"the table has the keys {string.Join(" and ", kinds)}, but a table describes only one provider.",
                Remedy);
        }
        return WithSettings(Basic(kinds[0], entries), entries);
    }

    // A public provider is identified by its type.
    private static bool IsPublic(Dictionary<string, object?> entries) => entries.TryGetValue(Type, out var type)
        && ProviderSettings.Member<ProviderType>(type) is { } known && PublicProviders.IsPublic(known);

    // A provider as the service or a file describes it.
    private PoolIdentityProvider Named(Dictionary<string, object?> entries)
    {
        var name = entries.TryGetValue(Name, out var named) ? ScalarText.Of("Provider", Name, named) : "";
        var type = entries.TryGetValue(Type, out var given) ? ProviderSettings.Choice<ProviderType>(Type, given)
            : UserPoolName.Find(name) is not null ? ProviderType.CognitoUserPool
            : throw new InvalidSettingException("Provider", name, "the name does not identify the kind of provider.", Remedy);
        return type switch
        {
            ProviderType.CognitoUserPool => UserPool(name, entries),
            ProviderType.OpenIdConnect => ProviderBuilder.OpenIdConnect(name, partition, accountId),
            ProviderType.Saml => ProviderBuilder.Saml(name, partition, accountId),
            ProviderType.Developer => ProviderBuilder.Developer(name),
            _ => ProviderBuilder.Public(type, Client(entries)),
        };
    }

    private static PoolIdentityProvider UserPool(string userPool, Dictionary<string, object?> entries) =>
        entries.ContainsKey(ClientId) || UserPoolName.Find(userPool) is not { ClientId: null }
            ? ProviderBuilder.UserPool(userPool, Client(entries))
            : throw new InvalidSettingException(
                ClientId, null, $"'{ClientId}' is missing from the table.",
                "Specify the id of the app client, which the 'App clients' page of the user pool shows.");

    private static string Client(Dictionary<string, object?> entries) =>
        entries.TryGetValue(ClientId, out var client) ? ScalarText.Of("Provider", ClientId, client) : "";

    private PoolIdentityProvider Basic(string kind, Dictionary<string, object?> entries)
    {
        var value = ScalarText.Of("Provider", kind, entries[kind]);
        if (string.Equals(kind, "UserPoolId", StringComparison.OrdinalIgnoreCase))
            return UserPool(value, entries);
        var type = ProviderSettings.Choice<ProviderType>("Provider", kind);
        return type switch
        {
            ProviderType.OpenIdConnect => ProviderBuilder.OpenIdConnect(value, partition, accountId),
            ProviderType.Saml => ProviderBuilder.Saml(value, partition, accountId),
            ProviderType.Developer => ProviderBuilder.Developer(value),
            _ => ProviderBuilder.Public(type, value),
        };
    }

    private static PoolIdentityProvider WithSettings(PoolIdentityProvider provider, Dictionary<string, object?> entries)
    {
        foreach (var setting in PoolIdentityProvider.Settings.Where(setting => setting.Name != ClientId
            && entries.ContainsKey(setting.Name)))
        {
            if (!setting.AppliesTo(provider))
            {
                throw new InvalidSettingException(
                    setting.Name, null, $"a {provider.Type} provider does not have this setting.", $"Omit {setting.Name}.");
            }
            provider = setting.Write(provider, ProviderSettings.Value(setting.ValueType, setting.Name, entries[setting.Name]));
        }
        provider = provider with { Given = [.. Options.Where(entries.ContainsKey)] };
        if (provider.Rules.Count > 0 && entries.ContainsKey(RoleSettingKey) && provider.RoleSetting != RoleSetting.Rules)
        {
            throw new InvalidSettingException(
                RoleSettingKey, provider.RoleSetting, "rules require the role setting Rules.", "Omit RoleSetting or Rules.");
        }
        if (entries.ContainsKey(nameof(PoolIdentityProvider.Rules)) && !entries.ContainsKey(RoleSettingKey))
        {
            provider = provider with
            {
                RoleSetting = RoleSetting.Rules,
                Given = [.. provider.Given, nameof(PoolIdentityProvider.RoleSetting)],
            };
        }
        return provider.RoleSetting == RoleSetting.Default || entries.ContainsKey(nameof(PoolIdentityProvider.RoleResolution))
            ? provider
            : provider with { RoleResolution = RoleResolution.Deny };
    }
}
