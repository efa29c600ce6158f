using CognitoPools.Core.Tests.Pools;
using CognitoPools.Documents;
using CognitoPools.Providers;
using CsCheck;

namespace CognitoPools.Core.Tests.Documents;

/// <summary>Random documents of pools with roles and rules, as a person or an export writes them.</summary>
internal static class DefinitionSamples
{
    private static readonly string[] Policies =
    [
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"cognito-identity:GetCredentialsForIdentity","Resource":"*"}]}""",
        """
        {"Version":"2012-10-17","Statement":[{"Sid":"Own","Effect":"Allow","Action":["s3:GetObject","s3:PutObject"],
        "Resource":"arn:${Partition}:s3:::media-eu-central-1-123456789012/${${CognitoKeyPrefix}:sub}/*"}]}
        """,
        """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"dynamodb:GetItem",
        "Resource":"arn:${Partition}:dynamodb:${Region}:${AccountId}:table/${aws:PrincipalTag/team}",
        "Condition":{"ForAllValues:StringEquals":{"dynamodb:LeadingKeys":["${${CognitoKeyPrefix}:sub}"]}}}]}
        """,
        """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject",
        "Resource":"arn:${Partition}:s3:::b/$${Region}/$$${AccountId}/${*}","Condition":{"StringEquals":{"s3:prefix":"${IdentityPoolId}/"}}}]}
        """,
        """
        {"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"iam:*","Resource":"arn:${Partition}:iam::${AccountId}:role/*"}}
        """,
    ];

    private static readonly string[] PolicyNames = ["cognito-identity-pool-permissions", "media", "Table+=,.@-_1"];
    private static readonly string[] AttachedPolicies =
        ["arn:${Partition}:iam::aws:policy/AmazonS3ReadOnlyAccess", "arn:${Partition}:iam::${AccountId}:policy/own"];

    private static readonly Gen<ReadableTable> Tags = TagsOf("", "web", "${Region}");

    // IAM takes fewer characters than Cognito.
    private static readonly Gen<ReadableTable> RoleTags = TagsOf("", "web", "a/b:c=d");

    private static Gen<ReadableTable> TagsOf(params string[] values) => Gen.Select(
        PoolSamples.Pick("team", "cost center", "x"), PoolSamples.Pick(values)).Array[0, 3]
        .Select(tags => ReadableTable.Empty.SetItems(tags.Select(tag => KeyValuePair.Create(tag.Item1, tag.Item2))));

    private static readonly Gen<IReadOnlyDictionary<string, string>> Inline = Gen.Select(
        Gen.Int[0, PolicyNames.Length - 1], Gen.Int[0, Policies.Length - 1]).Array[0, 3]
        .Select(picked => (IReadOnlyDictionary<string, string>)picked.GroupBy(one => one.Item1)
            .ToDictionary(group => PolicyNames[group.Key], group => Policies[group.First().Item2]));

    private static readonly Gen<IReadOnlyList<string>> Attached = Gen.Int[0, 3]
        .Select(bits => (IReadOnlyList<string>)[.. AttachedPolicies.Where((_, place) => (bits & (1 << place)) != 0)]);

    /// <summary>A document.</summary>
    public static Gen<PoolDefinition> Definition { get; } = Gen.Select(
        Gen.Select(PoolSamples.Pool, PoolSamples.Pick<string?>(null, "login.example.com"), Tags),
        Role(PoolIdentityType.Authenticated, named: false), Role(PoolIdentityType.Guest, named: false),
        Role(PoolIdentityType.Authenticated, named: true), Role(PoolIdentityType.Authenticated, named: true),
        Gen.Int[0, 3])
        .Select((pool, authenticated, guest, one, two, set) => Defined(pool.Item1, pool.Item2, pool.Item3, authenticated, guest, one, two, set));

    private static Gen<RoleDefinition> Role(PoolIdentityType type, bool named) => Gen.Select(
        Gen.Select(Inline, Attached, RoleTags),
        PoolSamples.Pick<string?>(null, "/", "/service-role/", "/a/b/"),
        PoolSamples.Pick<string?>(null, "Role of the shop's \"users\": é, ä"),
        PoolSamples.Pick<int?>(null, 43_200),
        PoolSamples.Pick<string?>(null, "arn:${Partition}:iam::${AccountId}:policy/own"),
        PoolSamples.Pick(0, 1, 2))
        .Select((policies, path, description, seconds, boundary, trust) => new RoleDefinition
        {
            Name = named ? "" : null,
            Path = path,
            Description = description,
            MaxSessionDuration = seconds,
            TrustPolicy = Trust(type, trust),
            InlinePolicies = policies.Item1,
            AttachedPolicies = policies.Item2,
            PermissionsBoundary = boundary,
            Tags = policies.Item3,
        });

    private static string Trust(PoolIdentityType type, int extra)
    {
        var users = type == PoolIdentityType.Guest ? "unauthenticated" : "authenticated";
        var more = extra switch
        {
            1 => """,{"Effect":"Allow","Principal":{"Service":"lambda.${DnsSuffix}"},"Action":"sts:AssumeRole"}""",
            2 => """,{"Effect":"Allow","Principal":{"AWS":"arn:${Partition}:iam::${AccountId}:root"},"Action":"sts:AssumeRole"}""",
            _ => "",
        };
        return $$$$"""
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Federated":"${CognitoPrincipal}"},
            "Action":["sts:AssumeRoleWithWebIdentity","sts:TagSession"],"Condition":{"StringEquals":{"${CognitoKeyPrefix}:aud":"${IdentityPoolId}"},
            "ForAnyValue:StringLike":{"${CognitoKeyPrefix}:amr":"{{{{users}}}}"}}}{{{{more}}}}]}
            """;
    }

    private static PoolDefinition Defined(
        IdentityPool pool, string? developer, ReadableTable tags, RoleDefinition authenticated, RoleDefinition guest,
        RoleDefinition one, RoleDefinition two, int set)
    {
        var roles = new Dictionary<string, RoleDefinition>(StringComparer.Ordinal);
        if ((set & 1) != 0)
            roles["authenticated"] = authenticated;
        if ((set & 2) != 0)
            roles["guest"] = guest;
        // A rule names a role by the end of its ARN, which is the role's key here.
        IReadOnlyList<PoolIdentityProvider> providers =
        [
            .. pool.Providers.Select(provider => provider with
            {
                Name = provider.Name.Replace("arn:aws:iam::123456789012:", "arn:${Partition}:iam::${AccountId}:", StringComparison.Ordinal),
                Rules = [.. provider.Rules.Select(rule => rule with { Role = rule.Role.Substring(rule.Role.LastIndexOf('/') + 1) })],
            }).OrderBy(provider => provider.Type).ThenBy(provider => provider.Key, StringComparer.Ordinal),
            .. developer is null ? [] : new[] { ProviderBuilder.Developer(developer) },
        ];
        foreach (var key in providers.SelectMany(provider => provider.Rules).Select(rule => rule.Role).Distinct())
            roles[key] = (key == "one" ? one : two) with { Name = key };
        return new PoolDefinition
        {
            Name = pool.Name,
            Region = "${Region}",
            GuestAccess = pool.GuestAccess,
            BasicFlow = pool.BasicFlow,
            AuthenticatedRole = roles.ContainsKey("authenticated") ? "authenticated" : null,
            GuestRole = roles.ContainsKey("guest") ? "guest" : null,
            Providers = providers,
            Tags = tags,
            Roles = roles,
        };
    }
}
