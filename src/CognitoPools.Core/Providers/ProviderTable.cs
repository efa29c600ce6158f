using System.Collections;
using System.Globalization;
using CognitoPools.Roles;

namespace CognitoPools.Providers;

/// <summary>Reads a provider from a table such as <c>@{ Google = '….apps.googleusercontent.com' }</c> or <c>@{ UserPoolId = '…'; ClientId = '…' }</c>.</summary>
/// <param name="partition">The partition of the pool.</param>
/// <param name="accountId">The account of the pool.</param>
public sealed class ProviderTable(AwsPartition partition, string? accountId)
{
    private const string Remedy = "Give @{ UserPoolId = '...'; ClientId = '...' }, or one of Google, Facebook, Amazon, Apple, Twitter, Digits, OpenIdConnect, Saml, Developer with its id, issuer, ARN or name; with it RoleSetting, RoleResolution, Rules, AttributeMapping, ServerSideTokenCheck.";

    private static readonly string[] Options = ["ClientId", "ServerSideTokenCheck", "RoleSetting", "RoleResolution", "Rules", "AttributeMapping"];

    /// <summary>The provider that a table describes.</summary>
    /// <param name="table">The table; its keys are not case-sensitive.</param>
    /// <exception cref="InvalidSettingException">A key is unknown, missing or contradicts another, or a value is malformed.</exception>
    public PoolIdentityProvider Read(IDictionary table)
    {
        var entries = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry entry in table) entries[Text(entry.Key)] = entry.Value;
        var kinds = entries.Keys.Where(key => !Options.Contains(key, StringComparer.OrdinalIgnoreCase)).ToList();
        if (kinds.Count != 1) throw new InvalidSettingException("Provider", string.Join(", ", entries.Keys), kinds.Count == 0 ? "names no kind of provider." : $"holds {string.Join(" and ", kinds)}; a table describes one provider with known keys.", Remedy);
        return WithSettings(Basic(kinds[0], entries), entries);
    }

    private PoolIdentityProvider Basic(string kind, Dictionary<string, object?> entries)
    {
        var value = Text(entries[kind]);
        if (string.Equals(kind, "UserPoolId", StringComparison.OrdinalIgnoreCase))
        {
            return ProviderBuilder.UserPool(value, entries.TryGetValue("ClientId", out var client) ? Text(client) : "", !entries.TryGetValue("ServerSideTokenCheck", out var check) || Flag(check));
        }
        if (!Enum.TryParse<ProviderType>(kind, ignoreCase: true, out var type) || type == ProviderType.CognitoUserPool || !Enum.IsDefined(typeof(ProviderType), type) || char.IsDigit(kind[0]))
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
        if (entries.TryGetValue("RoleSetting", out var setting)) provider = provider with { RoleSetting = Choice<RoleSetting>("RoleSetting", setting) };
        if (entries.TryGetValue("Rules", out var rules))
        {
            provider = provider with { RoleSetting = RoleSetting.Rules, Rules = [.. Items(rules).Select(Rule)] };
        }
        if (provider.RoleSetting != RoleSetting.Default) provider = provider with { RoleResolution = RoleResolution.Deny };
        if (entries.TryGetValue("RoleResolution", out var resolution)) provider = provider with { RoleResolution = Choice<RoleResolution>("RoleResolution", resolution) };
        if (entries.TryGetValue("AttributeMapping", out var mapping)) provider = provider with { AttributeMapping = Mapping(mapping) };
        return provider;
    }

    private static AttributeMapping Mapping(object? value) => value switch
    {
        AttributeMapping mapping => mapping,
        IDictionary table => AttributeMapping.Custom(table.Cast<DictionaryEntry>().Select(entry => new KeyValuePair<string, string>(Text(entry.Key), Text(entry.Value)))),
        _ => Choice<AttributeMappingMode>("AttributeMapping", value) switch
        {
            AttributeMappingMode.Default => AttributeMapping.Default,
            AttributeMappingMode.Inactive => AttributeMapping.Inactive,
            _ => throw new InvalidSettingException("AttributeMapping", value, "needs its tags.", "Give a table: @{ team = 'custom:team' }."),
        },
    };

    private static PoolRoleRule Rule(object? value)
    {
        if (value is PoolRoleRule rule) return rule;
        if (value is not IDictionary table) throw new InvalidSettingException("Rules", value, "is no rule.", "Give @{ Claim = '...'; Operator = 'Equals'; Value = '...'; Role = 'arn:...' }.");
        return new PoolRoleRule
        {
            Claim = Entry(table, "Claim"),
            Operator = Choice<RuleOperator>("Operator", table["Operator"] ?? RuleOperator.Equals),
            Value = Entry(table, "Value"),
            Role = Entry(table, "Role"),
        };
    }

    private static string Entry(IDictionary table, string key) => table[key] is { } value
        ? Text(value)
        : throw new InvalidSettingException("Rules", string.Join(", ", table.Keys.Cast<object>()), $"the rule lacks its {key}.", "Give @{ Claim = '...'; Operator = 'Equals'; Value = '...'; Role = 'arn:...' }.");

    private static T Choice<T>(string setting, object? value) where T : struct, Enum =>
        value is T given ? given
        : Enum.TryParse<T>(Text(value), ignoreCase: true, out var parsed) && Enum.IsDefined(typeof(T), parsed) ? parsed
        : throw new InvalidSettingException(setting, value, "is not one of the choices.", $"Say {string.Join(", ", Enum.GetNames(typeof(T)))}.");

    private static bool Flag(object? value) => value is bool flag ? flag : bool.TryParse(Text(value), out var parsed) ? parsed
        : throw new InvalidSettingException("ServerSideTokenCheck", value, "is neither true nor false.", "Say $true or $false.");

    private static IEnumerable<object?> Items(object? value) => value is IEnumerable items and not (string or IDictionary) ? items.Cast<object?>() : [value];

    private static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
