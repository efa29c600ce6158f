using System.Collections.Immutable;
using Amazon.CognitoIdentity.Model;
using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
using CognitoPools.Account;

namespace CognitoPools.Outcomes.Tests;

/// <summary>Everything that an account holds, read with the service's own operations and not with the module's readers.</summary>
/// <param name="Facts">What is there, a line for each part that a command can change.</param>
internal sealed record Snapshot(ImmutableSortedDictionary<string, string> Facts)
{
    public static async Task<Snapshot> ReadAsync(AccountConnection connection, string region)
    {
        var facts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var cognito = connection.Cognito(region);
        foreach (var pool in (await cognito.ListIdentityPoolsAsync(new ListIdentityPoolsRequest { MaxResults = 60 })).IdentityPools
            ?? [])
        {
            await AddPoolAsync(facts, connection, region, pool.IdentityPoolId);
        }
        foreach (var role in (await connection.Iam(region).ListRolesAsync(new ListRolesRequest())).Roles ?? [])
            await AddRoleAsync(facts, connection, region, role.RoleName);
        return new Snapshot(facts.ToImmutable());
    }

    /// <summary>The parts that differ.</summary>
    public IReadOnlyList<string> Differences(Snapshot other) =>
    [
        .. Facts.Keys.Union(other.Facts.Keys, StringComparer.Ordinal)
            .Where(key => Facts.GetValueOrDefault(key) != other.Facts.GetValueOrDefault(key)),
    ];

    /// <summary>The same with names in place of what the service makes up: the ids of pools and identities.</summary>
    public Snapshot Normalized()
    {
        var facts = Facts.Where(fact => !fact.Key.StartsWith("identity ", StringComparison.Ordinal));
        var ids = Facts.Where(fact => fact.Key.EndsWith(" Name", StringComparison.Ordinal))
            .Select(fact => (Id: fact.Key.Split(' ')[1], Name: fact.Value)).ToList();
        var users = Facts.Where(fact => fact.Key.StartsWith("identity ", StringComparison.Ordinal))
            .GroupBy(fact => fact.Value, StringComparer.Ordinal)
            .Select(group => KeyValuePair.Create($"identities {group.Key}", group.Count().ToString(null as IFormatProvider)));
        string Plain(string text) => ids.Aggregate(text, (result, pool) => result
            .Replace(pool.Id, $"<{pool.Name}>", StringComparison.Ordinal)
            .Replace(pool.Id.Split(':')[1], $"<{pool.Name} uuid>", StringComparison.Ordinal)
            .Replace(pool.Id.Split(':')[1][..8], $"<{pool.Name} start>", StringComparison.Ordinal));
        return new Snapshot(facts.Concat(users)
            .GroupBy(fact => Plain(fact.Key), StringComparer.Ordinal)
            .ToImmutableSortedDictionary(
                group => group.Key, group => string.Join(" & ", group.Select(fact => Plain(fact.Value))), StringComparer.Ordinal));
    }

    /// <summary>The same without role mappings of providers that the pool does not have, which the service ignores.</summary>
    public Snapshot WithoutStaleMappings() => new(Facts.RemoveRange(Facts.Keys.Where(key =>
        key.Contains(" Mapping ", StringComparison.Ordinal)
        && !Facts.ContainsKey(key.Replace(" Mapping ", " Provider ", StringComparison.Ordinal)))));

    private static async Task AddPoolAsync(
        IDictionary<string, string> facts, AccountConnection connection, string region, string id)
    {
        var cognito = connection.Cognito(region);
        var pool = await cognito.DescribeIdentityPoolAsync(new DescribeIdentityPoolRequest { IdentityPoolId = id });
        var of = $"pool {id} ";
        facts[of + "Name"] = pool.IdentityPoolName;
        facts[of + "GuestAccess"] = pool.AllowUnauthenticatedIdentities.ToString()!;
        facts[of + "BasicFlow"] = pool.AllowClassicFlow?.ToString() ?? "unset";
        facts[of + "Developer"] = pool.DeveloperProviderName ?? "";
        foreach (var login in pool.SupportedLoginProviders ?? [])
            facts[of + "Provider " + login.Key] = login.Value;
        foreach (var provider in pool.CognitoIdentityProviders ?? [])
            facts[of + "Provider " + provider.ProviderName + ":" + provider.ClientId] = $"{provider.ServerSideTokenCheck}";
        foreach (var arn in (pool.OpenIdConnectProviderARNs ?? []).Concat(pool.SamlProviderARNs ?? []))
            facts[of + "Provider " + arn] = "";
        foreach (var tag in pool.IdentityPoolTags ?? [])
            facts[of + "Tag " + tag.Key] = tag.Value;
        var roles = await cognito.GetIdentityPoolRolesAsync(new GetIdentityPoolRolesRequest { IdentityPoolId = id });
        foreach (var role in roles.Roles ?? [])
            facts[of + "Role " + role.Key] = role.Value;
        foreach (var mapping in roles.RoleMappings ?? [])
        {
            facts[of + "Mapping " + mapping.Key] = $"{mapping.Value.Type} {mapping.Value.AmbiguousRoleResolution} "
                + string.Join("; ", (mapping.Value.RulesConfiguration?.Rules ?? []).Select(
                    rule => $"{rule.Claim} {rule.MatchType} {rule.Value} {rule.RoleARN}"));
        }
        foreach (var key in (pool.SupportedLoginProviders ?? []).Keys
            .Concat(pool.OpenIdConnectProviderARNs ?? [])
            .Concat((pool.CognitoIdentityProviders ?? []).Select(provider => provider.ProviderName)))
        {
            try
            {
                var map = await cognito.GetPrincipalTagAttributeMapAsync(
                    new GetPrincipalTagAttributeMapRequest { IdentityPoolId = id, IdentityProviderName = key });
                facts[of + "Attributes " + key] = $"{map.UseDefaults} "
                    + string.Join(", ", (map.PrincipalTags ?? []).OrderBy(tag => tag.Key, StringComparer.Ordinal));
            }
            catch (AmazonServiceException exception) when (AwsErrors.IsNotFound(exception))
            {
                facts[of + "Attributes " + key] = "";
            }
        }
        var identities = await cognito.ListIdentitiesAsync(
            new ListIdentitiesRequest { IdentityPoolId = id, MaxResults = 60, HideDisabled = true });
        foreach (var identity in identities.Identities ?? [])
        {
            var users = (await cognito.LookupDeveloperIdentityAsync(new LookupDeveloperIdentityRequest
            {
                IdentityPoolId = id,
                IdentityId = identity.IdentityId,
                MaxResults = 60,
            })).DeveloperUserIdentifierList ?? [];
            facts["identity " + identity.IdentityId] = $"{string.Join(",", identity.Logins ?? [])} {string.Join(",", users)}";
        }
    }

    private static async Task AddRoleAsync(
        IDictionary<string, string> facts, AccountConnection connection, string region, string name)
    {
        var iam = connection.Iam(region);
        var role = (await iam.GetRoleAsync(new GetRoleRequest { RoleName = name })).Role;
        var of = $"role {name} ";
        facts[of + "is there"] = $"{role.Path} {string.Join(",", (role.Tags ?? []).Select(tag => $"{tag.Key}={tag.Value}"))}";
        facts[of + "trust"] = role.AssumeRolePolicyDocument;
        foreach (var policy in (await iam.ListRolePoliciesAsync(new ListRolePoliciesRequest { RoleName = name })).PolicyNames ?? [])
        {
            facts[of + "inline " + policy] = (await iam.GetRolePolicyAsync(
                new GetRolePolicyRequest { RoleName = name, PolicyName = policy })).PolicyDocument;
        }
        foreach (var policy in (await iam.ListAttachedRolePoliciesAsync(
            new ListAttachedRolePoliciesRequest { RoleName = name })).AttachedPolicies ?? [])
        {
            facts[of + "attached " + policy.PolicyArn] = "";
        }
    }
}
