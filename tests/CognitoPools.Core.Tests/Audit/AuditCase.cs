using System.Text.Json.Nodes;
using CognitoPools.Audit;
using CognitoPools.Audit.Model;
using CognitoPools.Roles;
using CognitoPools.Roles.Permissions;

namespace CognitoPools.Core.Tests.Audit;

/// <summary>A pool with its roles for the checks, made without an account: from JSON as the service and IAM have it, or from
/// parts.</summary>
internal static class AuditCase
{
    public const string PoolId = "eu-west-1:00000000-1111-2222-3333-444444444444";
    public const string Account = "111122223333";
    public const string UserPool = "cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Example01";
    public const string ClientId = "1example23456789";

    /// <summary>A provider that nothing is to be said of.</summary>
    public static PoolIdentityProvider UserPoolClient { get; } = new()
    {
        Type = ProviderType.CognitoUserPool,
        Name = UserPool,
        ClientId = ClientId,
        ServerSideTokenCheck = true,
    };

    /// <summary>A pool of which nothing is to be said but what the test adds: no guests, no basic flow, one user pool client.</summary>
    public static IdentityPool Tidy { get; } = new()
    {
        IdentityPoolId = PoolId,
        Name = "shop",
        Region = "eu-west-1",
        BasicFlow = BasicFlowState.Inactive,
        Providers = [UserPoolClient],
    };

    /// <summary>The ARN of a role of the account.</summary>
    public static string Arn(string name) => $"arn:aws:iam::{Account}:role/{name}";

    /// <summary>A statement that lets a pool's users in, with other conditions when they are given.</summary>
    public static string Statement(string amr = "authenticated", string? condition = null, string aud = PoolId) =>
        $$"""
        { "Effect": "Allow", "Principal": { "Federated": "cognito-identity.amazonaws.com" },
          "Action": "sts:AssumeRoleWithWebIdentity",
          "Condition": {{condition ?? $$"""
          { "StringEquals": { "cognito-identity.amazonaws.com:aud": "{{aud}}" },
            "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "{{amr}}" } }
          """}} }
        """;

    /// <summary>A trust policy of statements.</summary>
    public static string Trust(params string[] statements) =>
        $$"""{ "Version": "2012-10-17", "Statement": [ {{string.Join(", ", statements)}} ] }""";

    /// <summary>A permissions policy of one statement.</summary>
    public static string Allow(string actions, string resources = "\"*\"", string? condition = null) =>
        $$"""
        { "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": {{actions}}, "Resource": {{resources}}
        {{(condition is null ? "" : $", \"Condition\": {condition}")}} } ] }
        """;

    /// <summary>A role as IAM has it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="uses">Where the pool uses it.</param>
    /// <param name="trust">Its trust policy; null for a sound one.</param>
    /// <param name="policies">Its inline policies; a managed one begins with "arn:", an equals sign and its document follow.</param>
    public static AuditedRole Role(string name, IReadOnlyList<RoleUse> uses, string? trust = null, params string[] policies)
    {
        var guests = uses.Any(use => use.Kind == RoleUseKind.Guest);
        trust ??= Trust(Statement(guests ? "unauthenticated" : "authenticated"));
        IReadOnlyList<PoolRolePolicy> documents =
        [
            .. policies.Select((policy, index) => policy.StartsWith("arn:", StringComparison.Ordinal)
                && policy.Split('=', 2) is [var arn, var document]
                ? new PoolRolePolicy(arn.Split('/')[^1], arn, document)
                : new PoolRolePolicy($"policy{index + 1}", null, policy)),
        ];
        return new AuditedRole(Arn(name), uses)
        {
            Facts = new PoolRoleFacts(Arn(name), name, "/", TrustPolicy.Parse(trust)) { TrustDocument = trust },
            Policies = documents,
            Statements =
            [
                .. documents.SelectMany(policy => PermissionStatement.Parse(
                    policy.Label, policy.Document!)),
            ],
        };
    }

    /// <summary>The default role of authenticated users.</summary>
    public static AuditedRole Users(string? trust = null, params string[] policies) =>
        Role("users", [new RoleUse(RoleUseKind.Authenticated)], trust, policies);

    /// <summary>The role of guests.</summary>
    public static AuditedRole Guests(string? trust = null, params string[] policies) =>
        Role("guests", [new RoleUse(RoleUseKind.Guest)], trust, policies);

    /// <summary>A pool with roles; the pool names those that are its default roles.</summary>
    public static AuditedPool With(IdentityPool pool, params AuditedRole[] roles) => new(pool with
    {
        AuthenticatedRole = Array.Find(roles, role => role.IsDefaultOfUsers)?.Arn,
        GuestRole = Array.Find(roles, role => role.IsOfGuests)?.Arn,
    })
    {
        AccountId = Account,
        Roles = roles,
        Time = new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero),
    };

    /// <summary>What all checks find.</summary>
    public static IReadOnlyList<PoolFinding> Audit(this AuditedPool pool) =>
        [.. new PoolAudit(AuditChecks.All, _ => true).Run(pool, withPassed: false).Select(found => found.Finding)];

    /// <summary>What one check finds, whatever hides it.</summary>
    public static IReadOnlyList<CheckResult> Run(this PoolCheck check, params AuditedPool[] pools) =>
        [.. pools.SelectMany(check.Run)];

    /// <summary>The pool of a configuration from practice.</summary>
    /// <param name="json">As the files in Cases.</param>
    public static AuditedPool Parse(JsonObject json)
    {
        var described = json["pool"]!.AsObject();
        var pool = Describe(described);
        var account = json["account"] as JsonObject;
        var facts = UserPools(account);
        var documents = json["roles"]?.AsObject() ?? [];
        var roles = UsedRoles.Of(pool, facts).Select(used =>
        {
            var name = used.Arn[(used.Arn.LastIndexOf('/') + 1)..];
            var role = documents[name]!.AsObject();
            return Role(
                name, used.Uses, role["trust"]!.ToJsonString(),
                [.. (role["policies"]?.AsArray() ?? []).Select(policy => policy is JsonObject ? policy.ToJsonString()
                    : throw new InvalidOperationException($"The case names the managed policy {policy}; add its document."))]);
        });
        return new AuditedPool(pool)
        {
            AccountId = Account,
            Roles = [.. roles],
            UserPools = facts,
            Time = new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero),
        };
    }

    private static IdentityPool Describe(JsonObject described)
    {
        var mappings = described["RoleMappings"] as JsonObject;
        var providers = (described["CognitoIdentityProviders"]?.AsArray() ?? []).Select(provider => new PoolIdentityProvider
        {
            Type = ProviderType.CognitoUserPool,
            Name = (string)provider!["ProviderName"]!,
            ClientId = (string)provider["ClientId"]!,
            ServerSideTokenCheck = (bool?)provider["ServerSideTokenCheck"] ?? false,
        });
        return new IdentityPool
        {
            IdentityPoolId = (string)described["IdentityPoolId"]!,
            Name = (string)described["IdentityPoolName"]!,
            Region = "eu-west-1",
            GuestAccess = (bool)described["AllowUnauthenticatedIdentities"]!,
            BasicFlow = (bool?)described["AllowClassicFlow"] switch
            {
                true => BasicFlowState.Active,
                false => BasicFlowState.Inactive,
                null => BasicFlowState.Unset,
            },
            AuthenticatedRole = (string?)described["Roles"]?["authenticated"],
            GuestRole = (string?)described["Roles"]?["unauthenticated"],
            Providers = [.. providers.Select(provider => Mapped(provider, mappings))],
        };
    }

    private static PoolIdentityProvider Mapped(PoolIdentityProvider provider, JsonObject? mappings) =>
        mappings?[provider.RoleMappingKey!] is not JsonObject mapping ? provider : provider with
        {
            RoleSetting = Enum.Parse<RoleSetting>((string)mapping["Type"]!),
            RoleResolution = Enum.Parse<RoleResolution>((string)mapping["AmbiguousRoleResolution"]!),
            Rules =
            [
                .. (mapping["RulesConfiguration"]?["Rules"]?.AsArray() ?? []).Select(rule => new PoolRoleRule
                {
                    Claim = (string)rule!["Claim"]!,
                    Operator = Enum.Parse<RuleOperator>((string)rule["MatchType"]!),
                    Value = (string)rule["Value"]!,
                    Role = (string)rule["RoleARN"]!,
                }),
            ],
        };

    private static UserPoolFacts UserPools(JsonObject? account) => UserPoolFacts.None with
    {
        WriteAttributes = (account?["userPoolClients"] as JsonObject ?? []).ToDictionary(
            client => client.Key,
            client => (IReadOnlyList<string>?)client.Value!["WriteAttributes"]?.AsArray().Select(name => (string)name!).ToList()),
    };
}
