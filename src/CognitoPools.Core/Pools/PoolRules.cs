using System.Text;
using System.Text.RegularExpressions;
using CognitoPools.Providers;

namespace CognitoPools.Pools;

/// <summary>The service's rules for a pool that can be checked without a call.</summary>
/// <remarks>https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_CreateIdentityPool.html and
/// https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html</remarks>
internal static class PoolRules
{
    /// <summary>How many providers of a pool can have the role setting Rules or Token.</summary>
    public const int MostMappedProviders = 10;

    /// <summary>How many rules a provider can have.</summary>
    public const int MostRules = 25;

    private const int MostUserPools = 50;
    private const int MostPublicProviders = 10;
    private const int MostTags = 50;
    private const int MostPrincipalTags = 50;
    private const int MostAttributeBytes = 460;
    private const int LongestKey = 128;

    private static readonly Regex Name = new(@"\A[A-Za-z0-9_ \t+=,.@-]{1,128}\z", RegexOptions.CultureInvariant);
    private static readonly Regex Claim = new(@"\A[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,64}\z", RegexOptions.CultureInvariant);

    public static void Check(IdentityPool? current, IdentityPool desired)
    {
        // The service already accepted existing settings, so they must not fail an unrelated edit.
        if (current?.Name != desired.Name)
            CheckName(desired.Name);
        CheckTags(current, desired);
        CheckProviders(current, desired);
        foreach (var provider in desired.Providers)
            CheckProvider(current?.Providers.FirstOrDefault(known => known.Key == provider.Key), provider);
        if (current?.DeveloperProviderName is { } set && desired.DeveloperProviderName != set)
        {
            throw new InvalidSettingException(
                "DeveloperProviderName",
                desired.DeveloperProviderName,
                $"the developer provider '{set}' was set before, so it cannot be changed or removed.",
                "Create another pool.");
        }
    }

    public static void CheckName(string? name)
    {
        if (name is null || !Name.IsMatch(name))
        {
            throw new InvalidSettingException(
                "Name", string.IsNullOrEmpty(name) ? null : name,
                "a pool name must have 1 to 128 characters: letters, digits, spaces and + = , . @ _ - are valid.",
                "Specify another name.");
        }
    }

    public static IReadOnlyList<string> Warnings(IdentityPool? current, IdentityPool desired)
    {
        var known = new HashSet<string>(current?.Providers.Select(provider => provider.ToString()) ?? [], StringComparer.Ordinal);
        var hints = desired.Providers
            .Where(provider => !known.Contains(provider.ToString()))
            .Select(ProviderHints.UnusualClientId)
            .OfType<string>();
        var rules = desired.Providers
            .Where(provider => current?.Providers.Any(known => known.Key == provider.Key
                && known.SameRoleMapping(provider)) != true)
            .SelectMany(RuleChecks.Warnings);
        var tags = desired.Providers
            .Where(provider => current?.Providers.Any(known => known.Key == provider.Key
                && known.AttributeMapping.Equals(provider.AttributeMapping)) != true)
            .SelectMany(provider => TagHints.Warnings(provider.AttributeMapping))
            .Distinct(StringComparer.Ordinal);
        return [.. hints, .. rules, .. tags, .. BasicFlowWarnings(current, desired)];
    }

    // The service refuses the basic flow for a whole pool as soon as one provider has a role mapping.
    private static IEnumerable<string> BasicFlowWarnings(IdentityPool? current, IdentityPool desired)
    {
        static bool Mapped(IdentityPool? pool) =>
            pool is not null && pool.Providers.Any(provider => provider.RoleSetting != RoleSetting.Default);
        if (desired.BasicFlow != BasicFlowState.Active
            || !Mapped(desired)
            || (current?.BasicFlow == BasicFlowState.Active && Mapped(current)))
        {
            yield break;
        }
        yield return $"The basic flow of identity pool {desired} is active, but the service rejects it while a provider has the role "
            + "setting Rules or Token. Set the basic flow to Inactive, or use the role setting Default for every provider.";
    }

    private static void CheckTags(IdentityPool? current, IdentityPool desired)
    {
        foreach (var key in current?.Tags.Keys.Where(key => IsReserved(key) && !desired.Tags.ContainsKey(key)) ?? [])
            throw new InvalidSettingException("RemoveTag", key, "keys that begin with 'aws:' are reserved for AWS.", "Omit this key.");
        var changed = desired.Tags
            .Where(tag => current is null || !current.Tags.TryGetValue(tag.Key, out var value) || value != tag.Value)
            .ToList();
        // Tags that AWS sets do not count.
        Limit(
            "Tag", Own(desired), current is null ? 0 : Own(current), MostTags,
            "tags, in addition to those that AWS sets");
        foreach (var tag in changed)
        {
            if (tag.Key.Length is 0 or > 128)
                throw new InvalidSettingException("Tag", NullIfEmpty(tag.Key), "a tag key must have 1 to 128 characters.", "Specify another key.");
            if (IsReserved(tag.Key))
            {
                throw new InvalidSettingException(
                    "Tag", tag.Key, "keys that begin with 'aws:' are reserved for AWS.", "Specify another key.");
            }
            if (tag.Value.Length > 256)
                throw new InvalidSettingException("Tag", tag.Key, "the value of a tag can have up to 256 characters.", "Specify a shorter value.");
        }
    }

    /// <summary>Whether the tag is reserved for AWS, such as those of CloudFormation. Users cannot set, change or remove it.</summary>
    public static bool IsReserved(string key) => key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase);

    private static int Own(IdentityPool pool) => pool.Tags.Keys.Count(key => !IsReserved(key));

    private static void CheckProviders(IdentityPool? current, IdentityPool pool)
    {
        int Before(Func<PoolIdentityProvider, bool> counts) => current?.Providers.Count(counts) ?? 0;
        void LimitProviders(Func<PoolIdentityProvider, bool> counts, int most, string what) =>
            Limit("Provider", pool.Providers.Count(counts), Before(counts), most, what);

        var twice = pool.Providers.GroupBy(provider => provider.Key, StringComparer.Ordinal)
            .FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
            throw new InvalidSettingException("Provider", twice.First(), "the provider is specified more than once.", "Specify each provider once.");
        var developers = pool.Providers.Where(provider => provider.Type == ProviderType.Developer).Select(provider => provider.Name).ToList();
        if (developers.Count > 1 && current?.DeveloperProviderName is { } set)
        {
            throw new InvalidSettingException(
                "DeveloperProviderName",
                string.Join(", ", developers.Where(name => name != set)),
                $"the pool already has the developer provider '{set}', which cannot be changed.",
                "Create another pool.");
        }
        if (developers.Count > 1)
        {
            throw new InvalidSettingException(
                "DeveloperProviderName",
                string.Join(", ", developers),
                "a pool can have only one developer provider.",
                "Specify one.");
        }
        LimitProviders(provider => provider.Type == ProviderType.CognitoUserPool, MostUserPools, "app clients of user pools");
        LimitProviders(provider => PublicProviders.IsPublic(provider.Type), MostPublicProviders, "public providers");
        LimitProviders(
            provider => provider.RoleSetting != RoleSetting.Default, MostMappedProviders,
            "providers with the role setting Rules or Token");
    }

    private static void CheckProvider(PoolIdentityProvider? before, PoolIdentityProvider provider)
    {
        if (provider.RoleSetting != RoleSetting.Default && before?.SameRoleMapping(provider) != true)
            CheckRoleSetting(before, provider);
        if (before is null || !before.AttributeMapping.Equals(provider.AttributeMapping))
            CheckAttributes(provider);
    }

    private static void CheckRoleSetting(PoolIdentityProvider? before, PoolIdentityProvider provider)
    {
        if (provider.RoleMappingKey is null)
        {
            throw new InvalidSettingException(
                "RoleSetting",
                provider.RoleSetting,
                $"the developer provider '{provider.Name}' cannot have a role setting. Its users get the authenticated role.",
                "Omit the role setting.");
        }
        if (provider.RoleMappingKey.Length > LongestKey)
        {
            throw new InvalidSettingException(
                "RoleSetting", provider.RoleMappingKey, "the key of a role mapping can have up to 128 characters.",
                "Use a shorter name for the IAM provider.");
        }
        if (provider.RoleSetting == RoleSetting.Token && provider.Type != ProviderType.CognitoUserPool)
        {
            throw new InvalidSettingException(
                "RoleSetting",
                provider.RoleSetting,
                $"only tokens of Cognito user pools contain roles, and {provider.Name} is of type {provider.Type}.",
                "Specify Rules or Default.");
        }
        if (provider.RoleResolution is null)
        {
            throw new InvalidSettingException(
                "RoleResolution", provider.Name, "the role settings Rules and Token require a role resolution.",
                "Specify AuthenticatedRole or Deny.");
        }
        if (provider.RoleSetting != RoleSetting.Rules)
            return;
        if (provider.Rules.Count == 0 || (provider.Rules.Count > MostRules && provider.Rules.Count > (before?.Rules.Count ?? 0)))
        {
            throw new InvalidSettingException(
                "Rule", provider.Rules.Count == 0 ? null : provider.Rules.Count, $"the role setting Rules requires 1 to {MostRules} rules.",
                provider.Rules.Count == 0 ? "Add a rule, or use the role setting Default." : "Combine rules.");
        }
        for (var index = 0; index < provider.Rules.Count; index++)
        {
            var rule = provider.Rules[index];
            if (before?.Rules.Contains(rule) != true)
                InvalidSettingException.InItem("Rule", index + 1, () => CheckRule(rule));
        }
    }

    /// <summary>A rule's claim and value.</summary>
    public static PoolRoleRule CheckRule(PoolRoleRule rule)
    {
        if (!Claim.IsMatch(rule.Claim))
        {
            throw new InvalidSettingException(
                "Claim", rule.Claim.Length is 0 or > 64 ? null : rule.Claim, "the name of a claim must have 1 to 64 characters and no spaces.",
                "Specify the claim as it appears in the token. The names of a user pool's custom attributes begin with 'custom:'.");
        }
        if (rule.Value.Length is 0 or > 128)
            throw new InvalidSettingException("Value", null, "the value of a rule must have 1 to 128 characters.", "Correct the value.");
        return rule;
    }

    private static void CheckAttributes(PoolIdentityProvider provider)
    {
        if (provider.AttributeMapping.Mode == AttributeMappingMode.Inactive)
            return;
        if (provider.TagKey is null)
        {
            throw new InvalidSettingException(
                "AttributeMapping",
                provider.AttributeMapping,
                $"the developer provider '{provider.Name}' cannot have an attribute mapping.",
                "Specify principal tags with New-PoolDeveloperToken.");
        }
        if (provider.TagKey.Length > LongestKey)
        {
            throw new InvalidSettingException(
                "AttributeMapping", provider.TagKey, "the key of a provider with an attribute mapping can have up to 128 characters.",
                "Use a shorter name for the IAM provider.");
        }
        var tags = provider.AttributeMapping.Tags;
        Limit("AttributeMapping", tags.Count, 0, MostPrincipalTags, "principal tags");
        foreach (var tag in tags)
        {
            if (tag.Key.Length is 0 or > 128)
            {
                throw new InvalidSettingException(
                    "AttributeMapping", NullIfEmpty(tag.Key), "the key of a principal tag must have 1 to 128 characters.", "Specify another key.");
            }
            if (tag.Value.Length is 0 or > 256)
            {
                throw new InvalidSettingException(
                    "AttributeMapping", tag.Key, "the name of its claim must have 1 to 256 characters.", "Specify another claim.");
            }
        }
        var bytes = tags.Sum(tag => Encoding.UTF8.GetByteCount(tag.Value));
        if (bytes > MostAttributeBytes)
        {
            throw new InvalidSettingException(
                "AttributeMapping", $"{bytes} bytes",
                $"all claim names together can have up to {MostAttributeBytes} bytes.", "Map fewer claims.");
        }
    }

    // A message does not quote an empty value.
    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    // A quota can be raised, so a pool that already exceeds it can still be edited, but not exceed it further.
    private static void Limit(string setting, int count, int before, int most, string what)
    {
        if (count > most && count > before)
        {
            throw new InvalidSettingException(
                setting, count, $"a pool can have up to {most} {what}.", "Remove some, or use a second pool.");
        }
    }
}
