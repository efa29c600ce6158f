using System.Collections;
using CognitoPools.Account;

namespace CognitoPools.Providers;

/// <summary>Reads a provider from a table such as <c>@{ Google = '….apps.googleusercontent.com' }</c> or <c>@{
/// UserPoolId = '…'; ClientId = '…' }</c>.</summary>
/// <param name="partition">The partition of the pool.</param>
/// <param name="accountId">The account of the pool.</param>
public sealed class ProviderTable(AwsPartition partition, string? accountId)
{
    private const string ClientId = nameof(PoolIdentityProvider.ClientId);

    private static readonly IReadOnlyList<string> Options = [.. PoolIdentityProvider.Settings.Select(setting => setting.Name)];

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
        var entries = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry entry in table)
            entries[ScalarText.Of("Provider", null, entry.Key)] = entry.Value;
        var kinds = entries.Keys.Where(key => !Options.Contains(key, StringComparer.OrdinalIgnoreCase)).ToList();
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

    private PoolIdentityProvider Basic(string kind, Dictionary<string, object?> entries)
    {
        var value = ScalarText.Of("Provider", kind, entries[kind]);
        if (string.Equals(kind, "UserPoolId", StringComparison.OrdinalIgnoreCase))
        {
            return ProviderBuilder.UserPool(
                value, entries.TryGetValue(ClientId, out var client) ? ScalarText.Of("Provider", ClientId, client) : "");
        }
        if (ProviderSettings.Find<ProviderType>(kind) is not { } type || type == ProviderType.CognitoUserPool)
        {
            throw new InvalidSettingException("Provider", kind, "is no kind of provider.", Remedy);
        }
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
        if (entries.ContainsKey(nameof(PoolIdentityProvider.Rules)))
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
