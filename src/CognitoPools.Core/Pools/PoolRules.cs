using System.Text;
using System.Text.RegularExpressions;
using CognitoPools.Providers;

namespace CognitoPools.Pools;

/// <summary>The service's rules for a pool that can be checked without a call.</summary>
/// <remarks>https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_CreateIdentityPool.html and https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html</remarks>
internal static class PoolRules
{
    private const int MostUserPools = 50;
    private const int MostPublicProviders = 10;
    private const int MostMappedProviders = 10;
    private const int MostRules = 25;
    private const int MostTags = 50;
    private const int MostPrincipalTags = 50;
    private const int MostAttributeBytes = 460;
    private const int LongestKey = 128;

    private static readonly Regex Name = new(@"\A[A-Za-z0-9_ \t+=,.@-]{1,128}\z", RegexOptions.CultureInvariant);
    private static readonly Regex Claim = new(@"\A[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,64}\z", RegexOptions.CultureInvariant);

    public static void Check(IdentityPool? current, IdentityPool desired)
    {
        CheckName(desired.Name);
        CheckTags(desired);
        CheckProviders(desired);
        // The service already accepted existing settings, so they must not fail an unrelated edit.
        foreach (var provider in desired.Providers.Where(provider => current?.Providers.Contains(provider) != true)) CheckProvider(provider);
        if (current?.DeveloperProviderName is { } set && desired.DeveloperProviderName != set)
        {
            throw new InvalidSettingException("DeveloperProviderName", desired.DeveloperProviderName, $"the developer provider '{set}' can neither be changed nor removed once it is set.", "Make another pool.");
        }
    }

    public static void CheckName(string? name)
    {
        if (name is null || !Name.IsMatch(name))
        {
            throw new InvalidSettingException("Name", name, "a pool's name has 1 to 128 letters, digits, spaces and the characters + = , . @ _ -", "Choose another name.");
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
            .Where(provider => current?.Providers.Any(known => known.Key == provider.Key && known.SameRoleMapping(provider)) != true)
            .SelectMany(RuleChecks.Warnings);
        return [.. hints, .. rules, .. BasicFlowWarnings(current, desired)];
    }

    // The service refuses the basic flow for a whole pool as soon as one provider has a role mapping.
    private static IEnumerable<string> BasicFlowWarnings(IdentityPool? current, IdentityPool desired)
    {
        static bool Mapped(IdentityPool? pool) => pool is not null && pool.Providers.Any(provider => provider.RoleSetting != RoleSetting.Default);
        if (desired.BasicFlow != BasicFlowState.Active || !Mapped(desired) || (current?.BasicFlow == BasicFlowState.Active && Mapped(current))) yield break;
        yield return "The basic flow is on, but the service refuses it while a provider has the role setting Rules or Token.";
    }

    private static void CheckTags(IdentityPool pool)
    {
        Limit("Tag", pool.Tags.Count, MostTags, "tags");
        foreach (var tag in pool.Tags)
        {
            if (tag.Key.Length is 0 or > 128) throw new InvalidSettingException("Tag", tag.Key, "a tag's key has 1 to 128 characters.", "Shorten it.");
            if (tag.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)) throw new InvalidSettingException("Tag", tag.Key, "keys that begin with 'aws:' belong to AWS.", "Choose another key.");
            if (tag.Value.Length > 256) throw new InvalidSettingException("Tag", tag.Key, "a tag's value has at most 256 characters.", "Shorten it.");
        }
    }

    private static void CheckProviders(IdentityPool pool)
    {
        var twice = pool.Providers.GroupBy(provider => provider.Key, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null) throw new InvalidSettingException("Provider", twice.First(), "stands there twice.", "Name each provider once.");
        if (pool.Providers.Count(provider => provider.Type == ProviderType.Developer) > 1)
        {
            throw new InvalidSettingException("DeveloperProviderName", string.Join(", ", pool.Providers.Where(provider => provider.Type == ProviderType.Developer).Select(provider => provider.Name)), "a pool has one developer provider.", "Name one.");
        }
        Limit("Provider", pool.Providers.Count(provider => provider.Type == ProviderType.CognitoUserPool), MostUserPools, "user pool clients");
        Limit("Provider", pool.Providers.Count(provider => PublicProviders.IsPublic(provider.Type)), MostPublicProviders, "public providers");
        Limit("Provider", pool.Providers.Count(provider => provider.RoleSetting != RoleSetting.Default), MostMappedProviders, "providers with rules or a token setting");
    }

    private static void CheckProvider(PoolIdentityProvider provider)
    {
        if (provider.RoleSetting != RoleSetting.Default) CheckRoleSetting(provider);
        CheckAttributes(provider);
    }

    private static void CheckRoleSetting(PoolIdentityProvider provider)
    {
        if (provider.RoleMappingKey is null) throw new InvalidSettingException("RoleSetting", provider.RoleSetting, $"the developer provider '{provider.Name}' has no role setting of its own.", "Its users get the authenticated role.");
        if (provider.RoleMappingKey.Length > LongestKey) throw new InvalidSettingException("RoleSetting", provider.RoleMappingKey, "a role mapping's key has at most 128 characters.", "Give the IAM provider a shorter name.");
        if (provider.RoleSetting == RoleSetting.Token && provider.Type != ProviderType.CognitoUserPool)
        {
            throw new InvalidSettingException("RoleSetting", provider.RoleSetting, $"only a Cognito user pool's tokens carry roles; {provider.Name} is of type {provider.Type}.", "Use Rules or Default.");
        }
        if (provider.RoleResolution is null) throw new InvalidSettingException("RoleResolution", provider.Name, "is needed with the role settings Rules and Token.", "Say AuthenticatedRole or Deny.");
        if (provider.RoleSetting != RoleSetting.Rules) return;
        if (provider.Rules.Count is 0 or > MostRules) throw new InvalidSettingException("Rule", provider.Rules.Count, $"a provider has 1 to {MostRules} rules.", "Combine rules, or use the Default setting.");
        foreach (var rule in provider.Rules) CheckRule(rule);
    }

    /// <summary>A rule's claim and value.</summary>
    public static void CheckRule(PoolRoleRule rule)
    {
        if (!Claim.IsMatch(rule.Claim)) throw new InvalidSettingException("Claim", rule.Claim, "a claim has 1 to 64 characters and no spaces.", "Name the claim as it stands in the token; a custom attribute of a user pool carries 'custom:'.");
        if (rule.Value.Length is 0 or > 128) throw new InvalidSettingException("Value", rule.Value, "a rule's value has 1 to 128 characters.", "Shorten it.");
    }

    private static void CheckAttributes(PoolIdentityProvider provider)
    {
        if (provider.AttributeMapping.Mode == AttributeMappingMode.Inactive) return;
        if (provider.TagKey is null) throw new InvalidSettingException("AttributeMapping", provider.AttributeMapping, $"the developer provider '{provider.Name}' has no attribute mapping.", "Its tags come with New-PoolDeveloperToken.");
        if (provider.TagKey.Length > LongestKey) throw new InvalidSettingException("AttributeMapping", provider.TagKey, "a provider's key has at most 128 characters here.", "Give the IAM provider a shorter name.");
        var tags = provider.AttributeMapping.Tags;
        Limit("AttributeMapping", tags.Count, MostPrincipalTags, "principal tags");
        foreach (var tag in tags)
        {
            if (tag.Key.Length is 0 or > 128) throw new InvalidSettingException("AttributeMapping", tag.Key, "a principal tag's key has 1 to 128 characters.", "Shorten it.");
            if (tag.Value.Length is 0 or > 256) throw new InvalidSettingException("AttributeMapping", tag.Value, "a claim's name has 1 to 256 characters here.", "Shorten it.");
        }
        var bytes = tags.Sum(tag => Encoding.UTF8.GetByteCount(tag.Value));
        if (bytes > MostAttributeBytes) throw new InvalidSettingException("AttributeMapping", $"{bytes} bytes", $"all claim names together have at most {MostAttributeBytes} bytes.", "Map fewer claims.");
    }

    private static void Limit(string setting, int count, int most, string what)
    {
        if (count > most) throw new InvalidSettingException(setting, count, $"a pool has at most {most} {what}.", "Remove some, or use a second pool.");
    }
}
