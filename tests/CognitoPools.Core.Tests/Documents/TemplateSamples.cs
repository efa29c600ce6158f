using System.Text.Encodings.Web;
using System.Text.Json;
using CognitoPools.Account;
using CognitoPools.Core.Tests.Pools;
using CognitoPools.Documents;
using CsCheck;

namespace CognitoPools.Core.Tests.Documents;

/// <summary>Random pools as documents describe them, with texts that are awkward in other formats.</summary>
internal static class TemplateSamples
{
    public const string PoolId = "eu-west-1:12345678-1234-1234-1234-123456789012";
    public const string AccountId = "123456789012";

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Gen<string> Texts = PoolSamples.Pick(
        "arn:${Partition}:s3:::bucket/${aws:PrincipalTag/team}/*",
        "arn:${Partition}:dynamodb:${Region}:${AccountId}:table/t",
        "${IdentityPoolId}", "${Region}", "plain", "$${Region} is text", "$$${Region}", "${!x} %{ %%{ $", "say \"yes\" \\ no",
        "two\nlines\tand ünïcode €", "https://${DnsSuffix}/${cognito-identity.amazonaws.com:sub}", "*");

    private static readonly Gen<string> Policies = Gen.Select(Texts.Array[1, 3], Texts, Gen.Bool).Select((resources, value, many) =>
        Json(new
        {
            Version = "2012-10-17",
            Statement = new[]
            {
                new
                {
                    Effect = "Allow",
                    Action = many ? (object)new[] { "s3:GetObject", "s3:PutObject" } : "s3:GetObject",
                    Resource = resources,
                    Condition = new Dictionary<string, object>
                    {
                        ["StringLike"] = new Dictionary<string, object> { ["${CognitoKeyPrefix}:sub"] = value, ["n"] = 3, ["b"] = true },
                    },
                },
            },
        }));

    private static readonly Gen<RoleDefinition> Described = Gen.Select(
        PoolSamples.Pick<int?>(null, 3600, 43200),
        PoolSamples.Pick<string?>(null, "Café \"x\" \\ é", "plain"),
        Gen.Dictionary(PoolSamples.Pick("one", "two.three", "a=b,c@d"), Policies)[0, 3],
        PoolSamples.Pick("arn:${Partition}:iam::aws:policy/ReadOnlyAccess", "arn:${Partition}:iam::${AccountId}:policy/own").Array[0, 3],
        PoolSamples.Pick<string?>(null, "arn:${Partition}:iam::${AccountId}:policy/boundary"),
        Gen.Dictionary(PoolSamples.Pick("team", "cost center", "${Region}"), PoolSamples.Pick("", "web", "a\"b\\c ${AccountId}"))[0, 2])
        .Select((duration, description, inline, attached, boundary, tags) => new RoleDefinition
        {
            MaxSessionDuration = duration,
            Description = description,
            TrustPolicy = Trust,
            InlinePolicies = inline,
            AttachedPolicies = [.. attached.Distinct()],
            PermissionsBoundary = boundary,
            Tags = ReadableTable.Empty.SetItems(tags),
        });

    private static readonly string[] RoleNames = ["shop_authenticatedrole", "shop_guestrole", "editors", "editors-2", "ops+x"];

    private static readonly Gen<AttributeMapping> Mappings = Gen.OneOf(
        Gen.Const(AttributeMapping.Inactive), Gen.Const(AttributeMapping.Default),
        Gen.Const(AttributeMapping.Custom(new Dictionary<string, string> { ["team"] = "custom:team", ["${Region}"] = "sub" })));

    private static readonly Gen<PoolRoleRule> Rules = Gen.Select(
        PoolSamples.Pick("custom:team", "sub"), Gen.Enum<RuleOperator>(), PoolSamples.Pick("web", "x \"y\" \\ ${Region} é"),
        Gen.Int[0, RoleNames.Length - 1])
        .Select((claim, rule, value, role) => new PoolRoleRule { Claim = claim, Operator = rule, Value = value, Role = $"role{role}" });

    private static readonly Gen<PoolIdentityProvider> Providers = Gen.Select(
        PoolSamples.Pick(
            Provider(ProviderType.CognitoUserPool, "cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123", "one"),
            Provider(ProviderType.CognitoUserPool, "cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123", "two"),
            Provider(ProviderType.CognitoUserPool, "cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Other1234", "one"),
            Provider(ProviderType.Google, "accounts.google.com", "1-a.apps.googleusercontent.com"),
            Provider(ProviderType.Twitter, "api.twitter.com", "consumerkey"),
            Provider(ProviderType.Digits, "www.digits.com", null),
            Provider(ProviderType.OpenIdConnect, "arn:${Partition}:iam::${AccountId}:oidc-provider/login.example.com", null),
            Provider(ProviderType.Saml, "arn:${Partition}:iam::${AccountId}:saml-provider/okta", null),
            Provider(ProviderType.Saml, "arn:${Partition}:iam::${AccountId}:saml-provider/entra", null),
            Provider(ProviderType.Developer, "login.example.com", null)),
        Gen.Enum<RoleSetting>(), Gen.Enum<RoleResolution>(), Rules.Array[1, 3], Mappings)
        .Select((provider, setting, resolution, rules, mapping) => provider.Type == ProviderType.Developer ? provider : provider with
        {
            RoleSetting = setting,
            RoleResolution = setting == RoleSetting.Default ? null : resolution,
            Rules = setting == RoleSetting.Rules ? rules : [],
            AttributeMapping = mapping,
        });

    /// <summary>Pools of a partition that every test may choose.</summary>
    public static Gen<LivePool> Pool { get; } = Gen.Select(
        PoolSamples.Pick("shop", "My shop +=,.@-_", "7"), Gen.Bool, Gen.Enum<BasicFlowState>(), Providers.Array[0, 7],
        Described.Array[RoleNames.Length], Gen.Select(Gen.Int[-1, 4], Gen.Int[-1, 4]),
        Gen.Select(PoolSamples.Pick("eu-west-1", "us-gov-west-1", "cn-north-1"), Gen.Bool,
            Gen.Dictionary(PoolSamples.Pick("team", "${Region}", "a\"b"), PoolSamples.Pick("", "web é \\", "${AccountId}"))[0, 3]))
        .Select((name, guest, flow, providers, roles, defaults, rest) =>
            Make(name, guest, flow, providers, roles, defaults, rest.Item1, rest.Item2, rest.Item3));

    public static string Trust { get; } = Json(new
    {
        Version = "2012-10-17",
        Statement = new
        {
            Effect = "Allow",
            Principal = new { Federated = "${CognitoPrincipal}" },
            Action = "sts:AssumeRoleWithWebIdentity",
            Condition = new Dictionary<string, object>
            {
                ["StringEquals"] = new Dictionary<string, object> { ["${CognitoKeyPrefix}:aud"] = "${IdentityPoolId}" },
                ["ForAnyValue:StringLike"] = new Dictionary<string, object> { ["${CognitoKeyPrefix}:amr"] = "authenticated" },
            },
        },
    });

    /// <summary>The definition as a text that says everything but the names of the keys and the order of what has none.</summary>
    public static string Canonical(PoolDefinition definition)
    {
        string Role(string? key) => key is null ? "-" : $"<{definition.Roles[key].Arn ?? definition.Roles[key].Name}>";
        var providers = definition.Providers.OrderBy(provider => provider.Key, StringComparer.Ordinal).Select(provider =>
            $"{provider} {provider.ClientId} {provider.ServerSideTokenCheck} {provider.RoleSetting} {provider.RoleResolution} "
                + $"{provider.AttributeMapping.Mode} {provider.AttributeMapping} "
                + string.Join(" | ", provider.Rules.Select(rule => $"{rule.Claim} {rule.Operator} {rule.Value} {Role(rule.Role)}")));
        var roles = definition.Roles.Values.OrderBy(role => role.Arn ?? role.Name, StringComparer.Ordinal).Select(role =>
            $"{role.Arn} {role.Name} {role.Path} {role.Description} {role.MaxSessionDuration} {role.PermissionsBoundary} "
                + $"[{role.Tags}] trust {role.TrustPolicy} attached {string.Join(" ", role.AttachedPolicies.Order())} inline "
                + string.Join(" ", role.InlinePolicies.OrderBy(policy => policy.Key, StringComparer.Ordinal)
                    .Select(policy => $"{policy.Key}={policy.Value}")));
        return string.Join("\n", new[]
        {
            $"{definition.Name} {definition.GuestAccess} {definition.BasicFlow}",
            $"{Role(definition.AuthenticatedRole)} {Role(definition.GuestRole)} [{definition.Tags}]",
            string.Join(" ", definition.Secrets.OrderBy(secret => secret.Key, StringComparer.Ordinal)),
        }.Concat(providers).Concat(roles));
    }

    public static string Json(object value) =>
        JsonSerializer.Serialize(value, Relaxed);

    private static PoolIdentityProvider Provider(ProviderType type, string name, string? clientId) => new()
    {
        Type = type,
        Name = name,
        ClientId = clientId,
        ServerSideTokenCheck = type == ProviderType.CognitoUserPool ? true : null,
    };

    private static LivePool Make(
        string name, bool guest, BasicFlowState flow, PoolIdentityProvider[] providers, RoleDefinition[] roles,
        (int Authenticated, int Guest) defaults, string region, bool refer, Dictionary<string, string> tags)
    {
        var partition = AwsPartition.FromRegion(region);
        var kept = providers.GroupBy(provider => provider.Key).Select(group => group.First())
            .GroupBy(provider => provider.TagKey ?? "").SelectMany(group => group.Select(provider =>
                provider with { AttributeMapping = group.First().AttributeMapping })).ToList();
        var used = kept.SelectMany(provider => provider.Rules).Select(rule => rule.Role)
            .Append($"role{defaults.Authenticated}").Append($"role{defaults.Guest}").ToHashSet();
        var definitions = new Dictionary<string, RoleDefinition>();
        var live = new Dictionary<string, LiveRole>();
        for (var index = 0; index < roles.Length; index++)
        {
            if (!used.Contains($"role{index}"))
                continue;
            var path = index == 0 ? "/" : $"/cognitopools/{index}/";
            live[$"role{index}"] = new LiveRole(
                RoleNames[index], $"arn:{partition.Name}:iam::{AccountId}:role{path}{RoleNames[index]}", path);
            definitions[$"role{index}"] = refer && index == 2
                ? new RoleDefinition { Arn = $"arn:${{Partition}}:iam::${{AccountId}}:role{path}{RoleNames[index]}" }
                : roles[index];
        }
        return new LivePool(
            new PoolDefinition
            {
                Name = name,
                GuestAccess = guest,
                BasicFlow = flow,
                Providers = kept,
                AuthenticatedRole = defaults.Authenticated < 0 ? null : $"role{defaults.Authenticated}",
                GuestRole = defaults.Guest < 0 ? null : $"role{defaults.Guest}",
                Roles = definitions,
                Secrets = kept.Where(provider => provider.Type is ProviderType.Twitter or ProviderType.Digits)
                    .ToDictionary(provider => provider.Name, provider => $"{provider.Type}Secret"),
                Tags = ReadableTable.Empty.SetItems(tags),
            },
            new LiveNames(AccountId, region, $"{region}{PoolId["eu-west-1".Length..]}"))
        { Roles = live };
    }
}
