using CognitoPools.Documents;
using CognitoPools.Documents.Comparison;
using CognitoPools.Providers;

namespace CognitoPools.Core.Tests.Documents;

/// <summary>A pool that can be written in many ways that mean the same, and changes of it.</summary>
internal sealed record ComparedSample
{
    private static readonly StatementSketch Reading = new()
    {
        Actions = ["s3:GetObject", "s3:ListBucket"],
        Resources = ["arn:${Partition}:s3:::one/*", "arn:${Partition}:s3:::two/*"],
        Condition = new Dictionary<string, IReadOnlyList<string>>
        {
            ["aws:SecureTransport"] = ["true"],
            ["s3:max-keys"] = ["7", "8"],
        },
    };

    public static ComparedSample Whole { get; } = new()
    {
        Trust = new([
            new StatementSketch { Actions = ["sts:AssumeRole"], Accounts = ["123456789012", "210987654321"] },
            new StatementSketch { Actions = ["sts:AssumeRole", "sts:TagSession"], Accounts = ["999999999999"] },
        ]),
        Policy = new([
            Reading,
            new StatementSketch { Effect = "Deny", Actions = ["sqs:*"], Resources = ["*"] },
            new StatementSketch { Actions = ["sns:Publish"], Resources = ["arn:${Partition}:sns:${Region}:${AccountId}:t"] },
        ]),
    };

    public PolicySketch Trust { get; init; } = null!;

    public PolicySketch Policy { get; init; } = null!;

    public PoolDefinition Pool { get; init; } = new()
    {
        Name = "shop",
        Region = "${Region}",
        GuestAccess = true,
        BasicFlow = BasicFlowState.Inactive,
        AuthenticatedRole = "authenticated",
        GuestRole = "guest",
        Tags = Table(("team", "web"), ("stage", "dev")),
        Providers =
        [
            ProviderBuilder.UserPool("eu-central-1_AbCdEf123", "one") with { ServerSideTokenCheck = true },
            ProviderBuilder.UserPool("eu-central-1_AbCdEf123", "two") with
            {
                RoleSetting = RoleSetting.Token,
                RoleResolution = RoleResolution.Deny,
            },
            ProviderBuilder.Public(ProviderType.Google, "1-a.apps.googleusercontent.com") with
            {
                RoleSetting = RoleSetting.Rules,
                RoleResolution = RoleResolution.AuthenticatedRole,
                Rules =
                [
                    new PoolRoleRule { Claim = "hd", Operator = RuleOperator.Equals, Value = "a.example", Role = "staff" },
                    new PoolRoleRule { Claim = "hd", Operator = RuleOperator.StartsWith, Value = "b", Role = "authenticated" },
                ],
                AttributeMapping = AttributeMapping.Custom(new Dictionary<string, string> { ["team"] = "hd", ["user"] = "sub" }),
            },
            new PoolIdentityProvider
            {
                Type = ProviderType.OpenIdConnect,
                Name = "arn:${Partition}:iam::${AccountId}:oidc-provider/login.example.com",
            },
            ProviderBuilder.Developer("login.shop"),
        ],
        Roles = new Dictionary<string, RoleDefinition>
        {
            ["authenticated"] = new() { Tags = Table(("a", "b")), AttachedPolicies = ["arn:${Partition}:iam::aws:policy/A", "arn:x:policy/B"] },
            ["guest"] = new() { Name = "visitors", Path = "/web/", MaxSessionDuration = 7200 },
            ["staff"] = new() { Name = "staff", Description = "Staff", PermissionsBoundary = "arn:${Partition}:iam::aws:policy/E" },
        },
    };

    public static ReadableTable Table(params (string Key, string Value)[] entries) =>
        ReadableTable.Empty.SetItems(entries.Select(entry => KeyValuePair.Create(entry.Key, entry.Value)));

    /// <summary>One way of writing the pool: everything without an order is shuffled, and the keys of the roles are the author's.</summary>
    public ComparedPool Write(int seed, string source, bool renames = false)
    {
        var random = new Random(seed);
        string Key(string? key) => renames ? "k-" + key : key!;
        return new ComparedPool(
            Pool with
            {
                AuthenticatedRole = Pool.AuthenticatedRole is null ? null : Key(Pool.AuthenticatedRole),
                GuestRole = Pool.GuestRole is null ? null : Key(Pool.GuestRole),
                Providers =
                [
                    .. PolicySketch.Shuffled(random, Pool.Providers).Select(provider => provider with
                    {
                        Rules = [.. provider.Rules.Select(rule => rule with { Role = Key(rule.Role) })],
                    }),
                ],
                Roles = PolicySketch.Shuffled(random, Pool.Roles).ToDictionary(role => Key(role.Key), role => role.Value with
                {
                    TrustPolicy = Trust.Write(random),
                    InlinePolicies = PolicySketch.Shuffled(random, new[] { "p", "other one" })
                        .ToDictionary(name => name, _ => Policy.Write(random)),
                    AttachedPolicies = [.. PolicySketch.Shuffled(random, role.Value.AttachedPolicies)],
                }),
            },
            null,
            source);
    }

    public ComparedSample WithProvider(ProviderType type, Func<PoolIdentityProvider, PoolIdentityProvider> change) => this with
    {
        Pool = Pool with
        {
            Providers = [.. Pool.Providers.Select(provider => provider.Type == type && provider.ClientId != "two" ? change(provider) : provider)],
        },
    };

    public ComparedSample WithRole(string key, Func<RoleDefinition, RoleDefinition> change) => this with
    {
        Pool = Pool with { Roles = Pool.Roles.ToDictionary(role => role.Key, role => role.Key == key ? change(role.Value) : role.Value) },
    };

    /// <summary>Changes with the path below which alone they are seen; a change of a policy is one of each role's.</summary>
    public static IReadOnlyList<(string Path, Func<ComparedSample, ComparedSample> Change)> Changes { get; } =
    [
        ("name", sample => sample with { Pool = sample.Pool with { Name = "other", Roles = sample.Pool.Roles } }),
        ("guestAccess", sample => sample with { Pool = sample.Pool with { GuestAccess = false } }),
        ("basicFlow", sample => sample with { Pool = sample.Pool with { BasicFlow = BasicFlowState.Active } }),
        ("tags.team", sample => sample with { Pool = sample.Pool with { Tags = sample.Pool.Tags.SetItem("team", "ops") } }),
        ("tags['a b']", sample => sample with { Pool = sample.Pool with { Tags = sample.Pool.Tags.SetItem("a b", "") } }),
        ("tags.stage", sample => sample with { Pool = sample.Pool with { Tags = sample.Pool.Tags.Remove("stage") } }),
        ("guestRole", sample => sample with { Pool = sample.Pool with { GuestRole = null } }),
        ("authenticatedRole", sample => sample with { Pool = sample.Pool with { AuthenticatedRole = null } }),
        ("providers['accounts.google.com'].clientId", sample => sample.WithProvider(
            ProviderType.Google, provider => provider with { ClientId = "2-b.apps.googleusercontent.com" })),
        ("providers['cognito-idp.eu-central-1.amazonaws.com/eu-central-1_AbCdEf123:one'].clientId", sample => sample with
        {
            Pool = sample.Pool with
            {
                Providers = [.. sample.Pool.Providers.Select(one => one.ClientId == "one" ? one with { ClientId = "three" } : one)],
            },
        }),
        ("providers['cognito-idp.eu-central-1.amazonaws.com/eu-central-1_AbCdEf123:one'].serverSideTokenCheck", sample =>
            sample.WithProvider(ProviderType.CognitoUserPool, provider => provider with { ServerSideTokenCheck = false })),
        ("providers['accounts.google.com'].roleResolution", sample => sample.WithProvider(
            ProviderType.Google, provider => provider with { RoleResolution = RoleResolution.Deny })),
        ("providers['accounts.google.com'].rules[0].value", sample => sample.WithProvider(
            ProviderType.Google, provider => provider with { Rules = [provider.Rules[0] with { Value = "c" }, provider.Rules[1]] })),
        ("providers['accounts.google.com'].rules[1].role", sample => sample.WithProvider(
            ProviderType.Google, provider => provider with { Rules = [provider.Rules[0], provider.Rules[1] with { Role = "staff" }] })),
        ("providers['accounts.google.com'].rules[1]", sample => sample.WithProvider(
            ProviderType.Google, provider => provider with { Rules = [provider.Rules[0]] })),
        ("providers['accounts.google.com'].rules", sample => sample.WithProvider(
            ProviderType.Google, provider => provider with { Rules = [.. provider.Rules.Reverse()] })),
        ("providers['accounts.google.com'].attributeMapping.team", sample => sample.WithProvider(
            ProviderType.Google, provider => provider with
            {
                AttributeMapping = AttributeMapping.Custom(new Dictionary<string, string> { ["team"] = "x", ["user"] = "sub" }),
            })),
        ("providers['accounts.google.com'].attributeMapping", sample => sample.WithProvider(
            ProviderType.Google, provider => provider with { AttributeMapping = AttributeMapping.Inactive })),
        ("providers['arn:${Partition}:iam::${AccountId}:oidc-provider/login.example.com']", sample => sample with
        {
            Pool = sample.Pool with
            {
                Providers = [.. sample.Pool.Providers.Where(provider => provider.Type != ProviderType.OpenIdConnect)],
            },
        }),
        ("developerProvider", sample => sample.WithProvider(
            ProviderType.Developer, _ => ProviderBuilder.Developer("other.shop"))),
        ("roles.guest.name", sample => sample.WithRole("guest", role => role with { Name = "strangers" })),
        ("roles.guest.path", sample => sample.WithRole("guest", role => role with { Path = null })),
        ("roles.guest.maxSessionDuration", sample => sample.WithRole("guest", role => role with { MaxSessionDuration = null })),
        ("roles.staff.description", sample => sample.WithRole("staff", role => role with { Description = null })),
        ("roles.staff.permissionsBoundary", sample => sample.WithRole("staff", role => role with { PermissionsBoundary = null })),
        ("roles.authenticated.attachedPolicies['arn:x:policy/B']", sample => sample.WithRole(
            "authenticated", role => role with { AttachedPolicies = [role.AttachedPolicies[0]] })),
        ("roles.authenticated.tags.a", sample => sample.WithRole("authenticated", role => role with { Tags = ReadableTable.Empty })),
        ("roles.*.trustPolicy.Statement[*].Principal.AWS", sample => sample with
        {
            Trust = new([sample.Trust.Statements[0] with { Accounts = ["123456789012"] }, sample.Trust.Statements[1]]),
        }),
        ("roles.*.inlinePolicies*.Statement[*].Action", sample => sample.WithStatement(one => one with { Actions = ["s3:*"] })),
        ("roles.*.inlinePolicies*.Statement[*].Effect", sample => sample.WithStatement(one => one with { Effect = "Deny" })),
        ("roles.*.inlinePolicies*.Statement[*].Resource", sample => sample.WithStatement(
            one => one with { Resources = [one.Resources[0], "arn:${Partition}:s3:::three/*"] })),
        ("roles.*.inlinePolicies*.Statement[*].Condition.StringEquals", sample => sample.WithStatement(one => one with
        {
            Condition = new Dictionary<string, IReadOnlyList<string>> { ["aws:SecureTransport"] = ["true"], ["s3:max-keys"] = ["7", "9"] },
        })),
        ("roles.*.inlinePolicies*.Statement[*]", sample => sample with { Policy = new([.. sample.Policy.Statements.Skip(1)]) }),
    ];

    private ComparedSample WithStatement(Func<StatementSketch, StatementSketch> change) => this with
    {
        Policy = new([change(Policy.Statements[0]), .. Policy.Statements.Skip(1)]),
    };
}
