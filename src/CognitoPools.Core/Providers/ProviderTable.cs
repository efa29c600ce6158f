using System.Collections;
using CognitoPools.Account;

namespace CognitoPools.Providers;

/// <summary>Reads a provider from a table such as <c>@{ Google = '….apps.googleusercontent.com' }</c> or <c>@{
/// UserPoolId = '…'; ClientId = '…' }</c>, and from the properties of a provider that went through a file: the module's own,
/// or the ProviderName, ClientId and ServerSideTokenCheck of the AWS CLI, CloudFormation and Terraform.</summary>
/// <param name="partition">The partition of the pool.</param>
/// <param name="accountId">The account of the pool.</param>
public sealed class ProviderTable(AwsPartition partition, string? accountId)
{
    private const string ClientId = nameof(PoolIdentityProvider.ClientId);

    private const string Name = nameof(PoolIdentityProvider.Name);
    private const string Type = nameof(PoolIdentityProvider.Type);
    private const string RoleSettingKey = nameof(PoolIdentityProvider.RoleSetting);

    private static readonly IReadOnlyList<string> Options = [.. PoolIdentityProvider.Settings.Select(setting => setting.Name)];

    // What a provider object has beside its settings; the keys follow from its name.
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

    // The parameters of Add-PoolIdentityProvider, which the columns of a file may be named for, and the words of other tools.
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
        "Give @{ UserPoolId = '...'; ClientId = '...' }, or one of Google, Facebook, Amazon, Apple, Twitter, Digits, "
        + "OpenIdConnect, Saml, Developer with its id, issuer, ARN or name; "
            + $"with it {string.Join(", ", Options.Where(option => option != ClientId))}.";

    /// <summary>The provider that a table describes.</summary>
    /// <param name="table">The table; its keys are not case-sensitive.</param>
    /// <exception cref="InvalidSettingException">A key is unknown, missing or contradicts another, or a value is
    /// malformed.</exception>
    public PoolIdentityProvider Read(IDictionary table)
    {
        var entries = Keys.Read("Provider", table);
        var unknown = entries.Keys.Where(key => Keys.Find(key) is null).ToList();
        var kinds = entries.Keys.Where(key => Kinds.Contains(key, StringComparer.OrdinalIgnoreCase)).ToList();
        if (unknown.Count > 0)
            throw new InvalidSettingException("Provider", unknown[0], "is nothing that a provider has.", Keys.Guess(unknown[0]) + Remedy);
        if (kinds.Count == 0 && (entries.ContainsKey(Name) || IsPublic(entries)))
            return WithSettings(Named(entries), entries);
        kinds.AddRange(entries.Keys.Where(key => key is Name or Type));
        if (kinds.Count != 1)
        {
            throw new InvalidSettingException(
                "Provider",
                string.Join(", ", entries.Keys),
                kinds.Count == 0
                    ? "names no kind of provider."
                    : $"holds {string.Join(" and ", kinds)}; a table describes one provider with known keys.",
                Remedy);
        }
        return WithSettings(Basic(kinds[0], entries), entries);
    }

    // A public provider has one name only.
    private static bool IsPublic(Dictionary<string, object?> entries) => entries.TryGetValue(Type, out var type)
        && ProviderSettings.Member<ProviderType>(type) is { } known && PublicProviders.IsPublic(known);

    // A provider as the service or a file names it.
    private PoolIdentityProvider Named(Dictionary<string, object?> entries)
    {
        var name = entries.TryGetValue(Name, out var named) ? ScalarText.Of("Provider", Name, named) : "";
        var type = entries.TryGetValue(Type, out var given) ? ProviderSettings.Choice<ProviderType>(Type, given)
            : UserPoolName.Find(name) is not null ? ProviderType.CognitoUserPool
            : throw new InvalidSettingException("Provider", name, "does not tell the kind of provider.", Remedy);
        return type switch
        {
            ProviderType.CognitoUserPool => ProviderBuilder.UserPool(name, Client(entries)),
            ProviderType.OpenIdConnect => ProviderBuilder.OpenIdConnect(name, partition, accountId),
            ProviderType.Saml => ProviderBuilder.Saml(name, partition, accountId),
            ProviderType.Developer => ProviderBuilder.Developer(name),
            _ => ProviderBuilder.Public(type, Client(entries)),
        };
    }

    private static string Client(Dictionary<string, object?> entries) =>
        entries.TryGetValue(ClientId, out var client) ? ScalarText.Of("Provider", ClientId, client) : "";

    private PoolIdentityProvider Basic(string kind, Dictionary<string, object?> entries)
    {
        var value = ScalarText.Of("Provider", kind, entries[kind]);
        if (string.Equals(kind, "UserPoolId", StringComparison.OrdinalIgnoreCase))
            return ProviderBuilder.UserPool(value, Client(entries));
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
                    setting.Name, provider.Type, "providers of this type do not have this setting.", "Leave it out.");
            }
            provider = setting.Write(provider, ProviderSettings.Value(setting.ValueType, setting.Name, entries[setting.Name]));
        }
        provider = provider with { Given = [.. Options.Where(entries.ContainsKey)] };
        if (provider.Rules.Count > 0 && entries.ContainsKey(RoleSettingKey) && provider.RoleSetting != RoleSetting.Rules)
        {
            throw new InvalidSettingException(
                RoleSettingKey, provider.RoleSetting, "a provider with rules has the role setting Rules.", "Leave out one of the two.");
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
