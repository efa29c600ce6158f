using Amazon.IdentityManagement.Model;
using CognitoPools.Account;
using CognitoPools.Pools;
using CognitoPools.Pools.Plans;
using CognitoPools.Providers;
using CognitoPools.Roles;
using CsCheck;

namespace CognitoPools.Core.Tests.Pools;

/// <summary>Random pools within the service's rules.</summary>
internal static class PoolSamples
{
    private static readonly AwsPartition Partition = AwsPartition.FromRegion("eu-central-1");

    private static readonly Gen<string> Names = Gen.Char["abcXYZ019 +=,.@_-"].Array[1, 20]
        .Select(characters => new string(characters))
        .Where(name => name.Trim().Length > 0);

    private static readonly Gen<PoolRoleRule> Rules = Gen.Select(
        Pick("custom:team", "sub", "aud"), Gen.Enum<RuleOperator>(), Pick("web", "ops", "x y"), Pick("one", "two"))
        .Select((claim, rule, value, role) => new PoolRoleRule
        {
            Claim = claim,
            Operator = rule,
            Value = value,
            Role = $"arn:aws:iam::123456789012:role/{role}",
        });

    private static readonly Gen<Func<PoolIdentityProvider, PoolIdentityProvider>> Settings = Gen.OneOf(
        Gen.Const<Func<PoolIdentityProvider, PoolIdentityProvider>>(provider => provider),
        Gen.Select(Rules.Array[1, 4], Gen.Enum<RoleResolution>())
            .Select<PoolRoleRule[], RoleResolution, Func<PoolIdentityProvider, PoolIdentityProvider>>((rules, resolution) =>
                provider =>
                    provider with { RoleSetting = RoleSetting.Rules, Rules = rules, RoleResolution = resolution }),
        Gen.Enum<RoleResolution>()
            .Select<RoleResolution, Func<PoolIdentityProvider, PoolIdentityProvider>>(resolution => provider =>
                provider.Type == ProviderType.CognitoUserPool ? provider with
                {
                    RoleSetting = RoleSetting.Token,
                    RoleResolution = resolution,
                } : provider));

    private static readonly Gen<AttributeMapping> Mappings = Gen.OneOf(
        Gen.Const(AttributeMapping.Inactive), Gen.Const(AttributeMapping.Default),
        Gen.Const(AttributeMapping.Custom(new Dictionary<string, string> { ["team"] = "custom:team" })));

    private static readonly Gen<PoolIdentityProvider> Provider = Gen.Select(
        Pick(
            ProviderBuilder.UserPool("eu-central-1_AbCdEf123", "one"),
            ProviderBuilder.UserPool("eu-central-1_AbCdEf123", "two", false),
            ProviderBuilder.UserPool("eu-central-1_Other1234", "one"),
            ProviderBuilder.Public(ProviderType.Google, "1-a.apps.googleusercontent.com"),
            ProviderBuilder.Public(ProviderType.Facebook, "123456789012345"),
            ProviderBuilder.Saml("okta", Partition, "123456789012"),
            ProviderBuilder.OpenIdConnect("https://login.example.com", Partition, "123456789012")),
        Settings, Mappings).Select((provider, settings, mapping) => settings(provider) with { AttributeMapping = mapping });

    private static readonly Gen<string?> Roles = Pick<string?>(
        null, "arn:aws:iam::123456789012:role/one", "arn:aws:iam::123456789012:role/two");

    private static readonly Gen<ReadableTable> Tags = Gen.Select(
        Pick("team", "cost center", "x"), Pick("", "web", "a=b")).Array[
        0,
        3]
        .Select(tags => ReadableTable.Empty.SetItems(tags.Select(tag => KeyValuePair.Create(tag.Item1, tag.Item2))));

    /// <summary>A pool that is still to be made.</summary>
    public static Gen<IdentityPool> Pool { get; } = Gen.Select(
        Names, Gen.Bool, Gen.Enum<BasicFlowState>(), Provider.Array[0, 6], Roles, Roles, Tags)
        .Select((name, guest, flow, providers, authenticated, guests, tags) => new IdentityPool
        {
            Name = name,
            Region = "eu-central-1",
            GuestAccess = guest,
            BasicFlow = flow,
            Providers = Arranged(providers),
            AuthenticatedRole = authenticated,
            GuestRole = guests,
            Tags = tags,
        });

    public static Gen<T> Pick<T>(params T[] choices) => Gen.Int[0, choices.Length - 1].Select(index => choices[index]);

    // One user pool's clients share the key of principal tags, so they share the mapping.
    private static IReadOnlyList<PoolIdentityProvider> Arranged(IEnumerable<PoolIdentityProvider> providers)
    {
        var kept = providers.GroupBy(provider => provider.Key, StringComparer.Ordinal).Select(group => group.First()).ToList();
        var mappings = kept.GroupBy(provider => provider.TagKey!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First().AttributeMapping, StringComparer.Ordinal);
        return [.. kept.Select(provider => provider with { AttributeMapping = mappings[provider.TagKey!] })];
    }

    /// <summary>A sandbox with the roles and IAM providers that the pools name. The roles' trust policies name another
    /// pool.</summary>
    public static async Task<TestAccount> PreparedAsync()
    {
        var account = new TestAccount();
        account.Sandbox.AddSamlProvider("okta");
        account.Sandbox.AddOpenIdConnectProvider("https://login.example.com");
        foreach (var name in new[] { "one", "two", "three" })
        {
            await account.Connection.Iam("eu-central-1").CreateRoleAsync(new CreateRoleRequest
            {
                RoleName = name,
                AssumeRolePolicyDocument = TrustPolicy.ForPool(
                    AwsPartition.FromRegion("eu-central-1"),
                    ["eu-central-1:12345678-1234-1234-1234-123456789012"], PoolIdentityType.Authenticated, false)
                    .ToJson(),
            });
        }
        return account;
    }

    public static async Task<IdentityPool> MakeAsync(TestAccount account, IdentityPool pool)
    {
        var id = await RunAsync(account, PoolPlanner.Plan(new PoolChange(null, pool)), null);
        return await ReadAsync(account, id);
    }

    public static Task<string> RunAsync(TestAccount account, PoolPlan plan, string? id) =>
        new PlanRunner(account.Connection, account).RunAsync(plan, id, CancellationToken.None);

    public static void AssertSame(IdentityPool expected, IdentityPool actual)
    {
        var wanted = expected with { IdentityPoolId = actual.IdentityPoolId };
        PoolCall[] calls = [PoolCall.UpdateIdentityPool, PoolCall.SetIdentityPoolRoles];
        var settings = calls.SelectMany(call => PoolDifference.Of(call, wanted, actual));
        Assert.True(wanted.Equals(actual), $"{string.Join("; ", settings)} wanted {Shown(wanted)} actual {Shown(actual)}");
    }

    public static Task<IdentityPool> ReadAsync(TestAccount account, string identityPoolId) =>
        new PoolReader(account.Connection).ReadAsync(identityPoolId, CancellationToken.None);

    private static string Shown(IdentityPool pool) =>
        $"tags {string.Join(",", pool.Tags)} mappings {string.Join(",", pool.Providers.Select(provider => provider.AttributeMapping))}";
}
