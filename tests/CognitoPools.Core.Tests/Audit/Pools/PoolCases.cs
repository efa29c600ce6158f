using CognitoPools.Audit.Model;
using CognitoPools.Providers;

namespace CognitoPools.Core.Tests.Audit.Pools;

/// <summary>Pools with providers for the checks.</summary>
internal static class PoolCases
{
    public static PoolIdentityProvider Google { get; } = new()
    {
        Type = ProviderType.Google,
        Name = "accounts.google.com",
        ClientId = "1234-abcd.apps.googleusercontent.com",
    };

    public static PoolIdentityProvider Facebook { get; } = new()
    {
        Type = ProviderType.Facebook,
        Name = "graph.facebook.com",
        ClientId = "123456789012345",
    };

    public static PoolIdentityProvider Twitter { get; } = new()
    {
        Type = ProviderType.Twitter,
        Name = "api.twitter.com",
        ClientId = "consumerkey;Hidden0Secret",
    };

    public static PoolIdentityProvider Developer { get; } = new() { Type = ProviderType.Developer, Name = "login.example.com" };

    public static PoolIdentityProvider OpenId(string issuer, string account = AuditCase.Account) => new()
    {
        Type = ProviderType.OpenIdConnect,
        Name = $"arn:aws:iam::{account}:oidc-provider/{issuer}",
    };

    public static PoolIdentityProvider Saml { get; } = new()
    {
        Type = ProviderType.Saml,
        Name = $"arn:aws:iam::{AuditCase.Account}:saml-provider/corp",
    };

    /// <summary>A tidy pool with these providers.</summary>
    public static AuditedPool Of(params PoolIdentityProvider[] providers) =>
        AuditCase.With(AuditCase.Tidy with { Providers = providers }, AuditCase.Users());

    /// <summary>The user pool client with rules, each 'claim operator value', all for the role admins but where a role stands
    /// behind ' to '.</summary>
    public static PoolIdentityProvider Ruled(params string[] rules) => AuditCase.UserPoolClient.Ruled(rules);

    public static PoolIdentityProvider Ruled(this PoolIdentityProvider provider, params string[] rules) => provider with
    {
        RoleSetting = RoleSetting.Rules,
        RoleResolution = RoleResolution.Deny,
        Rules = [.. rules.Select(Rule)],
    };

    /// <summary>The provider with principal tags.</summary>
    public static PoolIdentityProvider Tagged(this PoolIdentityProvider provider, params (string Key, string Claim)[] tags) => provider with
    {
        AttributeMapping = AttributeMapping.Custom(tags.Select(tag => new KeyValuePair<string, string>(tag.Key, tag.Claim))),
    };

    /// <summary>The pool after a finding's repair.</summary>
    public static AuditedPool Repaired(this AuditedPool pool, CheckResult result) => pool with { Pool = result.Repair!.Change.Desired };

    private static PoolRoleRule Rule(string text) => text.Split(" to ") is [var rule, var role]
        ? RuleForms.Read($"{rule} -> {AuditCase.Arn(role)}")
        : RuleForms.Read($"{text} -> {AuditCase.Arn("admins")}");
}
