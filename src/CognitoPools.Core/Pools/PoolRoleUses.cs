using System.Collections.Concurrent;
using System.Globalization;
using Amazon.CognitoIdentity.Model;
using Amazon.Runtime;
using CognitoPools.Account;

namespace CognitoPools.Pools;

/// <summary>The pools of a Region and the roles that they use. Each Region is read once, so that one command can look up
/// many roles.</summary>
/// <param name="connection">The account.</param>
public sealed class PoolRoleUses(AccountConnection connection)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<IReadOnlyList<PoolListing>>>> pools = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<Task<IReadOnlyList<PoolRoleUse>>>> uses = new(StringComparer.Ordinal);

    /// <summary>The pools of a Region.</summary>
    /// <param name="region">The Region.</param>
    /// <param name="cancellationToken">Stops the listing for all callers that wait for it.</param>
    public Task<IReadOnlyList<PoolListing>> PoolsAsync(string region, CancellationToken cancellationToken) => pools.GetOrAdd(
        region, _ => new(() => ListAsync(region, cancellationToken))).Value;

    /// <summary>All uses of roles in the pools of a Region, in the order of the list of pools.</summary>
    /// <param name="region">The Region.</param>
    /// <param name="cancellationToken">Stops the reading for all callers that wait for it.</param>
    public Task<IReadOnlyList<PoolRoleUse>> InRegionAsync(string region, CancellationToken cancellationToken) => uses.GetOrAdd(
        region, _ => new(() => ReadAsync(region, cancellationToken))).Value;

    /// <summary>Whether a pool currently uses a role.</summary>
    /// <param name="region">The pool's Region.</param>
    /// <param name="identityPoolId">The pool.</param>
    /// <param name="role">The role's ARN.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    internal async Task<bool> IsUsedNowAsync(
        string region, string identityPoolId, string role, CancellationToken cancellationToken) =>
        (await RolesOfAsync(region, new PoolListing(identityPoolId, ""), cancellationToken).ConfigureAwait(false))
            .Any(use => use.RoleArn == role);

    private async Task<IReadOnlyList<PoolListing>> ListAsync(string region, CancellationToken cancellationToken)
    {
        var found = new List<PoolListing>();
        await foreach (var pool in new PoolDirectory(connection).ListAsync(region, cancellationToken).ConfigureAwait(false))
            found.Add(pool);
        return found;
    }

    private async Task<IReadOnlyList<PoolRoleUse>> ReadAsync(string region, CancellationToken cancellationToken)
    {
        var listed = await PoolsAsync(region, cancellationToken).ConfigureAwait(false);
        var limit = connection.PoolReads(region);
        var read = await Task.WhenAll(listed.Select(pool => limit.RunAsync(
            () => RolesOfAsync(region, pool, cancellationToken), cancellationToken))).ConfigureAwait(false);
        return [.. read.SelectMany(found => found)];
    }

    private async Task<IReadOnlyList<PoolRoleUse>> RolesOfAsync(
        string region, PoolListing pool, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await connection.Cognito(region)
                .GetIdentityPoolRolesAsync(
                    new GetIdentityPoolRolesRequest { IdentityPoolId = pool.IdentityPoolId }, cancellationToken)
                .ConfigureAwait(false);
            return [.. UsesIn(answer, pool)];
        }
        catch (AmazonServiceException exception) when (AwsErrors.IsNotFound(exception))
        {
            // The pool was deleted after it was listed.
            return [];
        }
    }

    private IEnumerable<PoolRoleUse> UsesIn(GetIdentityPoolRolesResponse answer, PoolListing pool)
    {
        PoolRoleUse Use(string role, PoolIdentityType type, string use) => new()
        {
            IdentityPoolId = pool.IdentityPoolId,
            Name = pool.Name,
            IdentityType = type,
            Use = use,
            RoleArn = role,
            Connection = connection,
        };
        foreach (var role in answer.Roles ?? [])
        {
            yield return role.Key == PoolWire.GuestKey
                ? Use(role.Value, PoolIdentityType.Guest, nameof(IdentityPool.GuestRole))
                : Use(role.Value, PoolIdentityType.Authenticated, nameof(IdentityPool.AuthenticatedRole));
        }
        foreach (var mapping in answer.RoleMappings ?? [])
        {
            var number = 0;
            foreach (var rule in mapping.Value.RulesConfiguration?.Rules ?? [])
            {
                number++;
                yield return Use(
                    rule.RoleARN, PoolIdentityType.Authenticated,
                    $"Rule {number.ToString(CultureInfo.InvariantCulture)} of {mapping.Key}");
            }
        }
    }
}
