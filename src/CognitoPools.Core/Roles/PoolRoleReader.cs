using System.Globalization;
using CognitoPools.Account;

namespace CognitoPools.Roles;

/// <summary>Reads the roles of a pool: where each is used, and whether its trust policy accepts the users who are
/// assigned it.</summary>
public sealed class PoolRoleReader
{
    private readonly IRoleSource source;

    /// <summary>Reads the roles from IAM.</summary>
    /// <param name="connection">The account.</param>
    public PoolRoleReader(AccountConnection connection)
        : this(new AccountRoles(connection))
    {
    }

    internal PoolRoleReader(IRoleSource source) => this.source = source;

    /// <summary>The roles that a pool uses, before anything is read from IAM.</summary>
    /// <param name="pool">A pool with its roles and attribute mappings.</param>
    public static IReadOnlyList<PoolRole> RolesOf(IdentityPool pool) =>
        [.. Uses(pool).GroupBy(use => (use.Arn, use.IdentityType)).Select(group => new PoolRole
        {
            IdentityPoolId = pool.IdentityPoolId,
            IdentityType = group.Key.IdentityType,
            RoleArn = group.Key.Arn,
            RoleName = group.Key.Arn.Substring(group.Key.Arn.LastIndexOf('/') + 1),
            Use = [.. group.Select(use => use.Use)],
            Connection = pool.Connection,
        })];

    /// <summary>The role with its properties in IAM.</summary>
    /// <param name="pool">The pool, with its attribute mappings.</param>
    /// <param name="role">One of its roles.</param>
    /// <param name="policies">Whether to read the permissions policies too.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    public async Task<PoolRole> ReadAsync(IdentityPool pool, PoolRole role, bool policies, CancellationToken cancellationToken)
    {
        NamedRole named;
        try
        {
            named = await source.FindAsync(pool.Region, role.RoleArn, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidSettingException missing)
        {
            return role with
            {
                Trust = PoolRoleTrust.NotTrusted,
                CreatedByModule = false,
                Reason = $"The role cannot be used. {missing.Cause} Users who are assigned this role get no credentials.",
            };
        }
        if (named.Facts is not { } facts)
        {
            // Only a role with the module's path can have been created by the module.
            bool? created = RoleArn.TryParse(role.RoleArn, out var arn) && !arn.Path.StartsWith(NewRole.Root, StringComparison.Ordinal)
                ? false
                : null;
            return role with { Reason = named.NotReadWithCure!, CreatedByModule = created };
        }
        var tags = role.IdentityType == PoolIdentityType.Authenticated && TaggedRoles.Contains(pool, role.RoleArn);
        return await DescribeAsync(role, facts, tags, policies, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A role that may not be set in a pool yet, with its properties in IAM and its policies.</summary>
    /// <param name="connection">The account.</param>
    /// <param name="identityPoolId">The pool that it was created for.</param>
    /// <param name="identityType">Whose role.</param>
    /// <param name="facts">Its properties in IAM.</param>
    /// <param name="principalTags">Whether its sessions will carry principal tags.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    public static Task<PoolRole> ReadUnusedAsync(
        AccountConnection connection, string identityPoolId, PoolIdentityType identityType, PoolRoleFacts facts, bool principalTags,
        CancellationToken cancellationToken)
    {
        var role = new PoolRole
        {
            IdentityPoolId = identityPoolId,
            IdentityType = identityType,
            RoleArn = facts.Arn,
            RoleName = facts.Name,
            Connection = connection,
        };
        return new PoolRoleReader(connection).DescribeAsync(role, facts, principalTags, policies: true, cancellationToken);
    }

    private async Task<PoolRole> DescribeAsync(
        PoolRole role, PoolRoleFacts facts, bool principalTags, bool policies, CancellationToken cancellationToken)
    {
        var region = PoolIds.Region(role.IdentityPoolId);
        var explanation = facts.Explain(
            AwsPartition.FromRegion(region), role.IdentityPoolId, role.IdentityType, principalTags);
        return role with
        {
            Path = facts.Path,
            Trust = explanation.Trust,
            Reason = explanation.Reason,
            Conditions = explanation.Conditions,
            WorkingStatement = explanation.Trust == PoolRoleTrust.NotTrusted ? explanation.WorkingStatement : null,
            Findings = [.. explanation.Findings.Select(finding => finding.Message)],
            CreatedByModule = facts.IsMadeFor(role.IdentityPoolId),
            TrustPolicy = policies ? facts.Trust?.ToJson() ?? facts.TrustDocument : null,
            Policies = policies
                ? await source.PoliciesAsync(region, facts.Name, cancellationToken).ConfigureAwait(false)
                : null,
        };
    }

    private static IEnumerable<(string Arn, PoolIdentityType IdentityType, string Use)> Uses(IdentityPool pool)
    {
        if (pool.AuthenticatedRole is { } authenticated)
            yield return (authenticated, PoolIdentityType.Authenticated, nameof(IdentityPool.AuthenticatedRole));
        if (pool.GuestRole is { } guest)
            yield return (guest, PoolIdentityType.Guest, nameof(IdentityPool.GuestRole));
        foreach (var provider in pool.Providers)
        {
            for (var index = 0; index < provider.Rules.Count; index++)
            {
                yield return (
                    provider.Rules[index].Role, PoolIdentityType.Authenticated,
                    $"Rule {(index + 1).ToString(CultureInfo.InvariantCulture)} of {provider.RoleMappingKey}");
            }
        }
    }
}
