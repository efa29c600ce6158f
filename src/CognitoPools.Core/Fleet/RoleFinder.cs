using System.Runtime.CompilerServices;
using CognitoPools.Account;
using CognitoPools.Pools;
using CognitoPools.Roles;

namespace CognitoPools.Fleet;

/// <summary>Finds the IAM roles of an account that trust identity pools. Roles and pools are read in parallel, also
/// across Regions.</summary>
/// <param name="connection">The account.</param>
/// <param name="region">A Region of the partition.</param>
/// <param name="poolRegions">The Regions whose pools may use a role, in addition to those in its trust policy.</param>
/// <param name="reporter">Receives the number of roles, and once for each Region why something could not be
/// read.</param>
public sealed class RoleFinder(
    AccountConnection connection, string region, IReadOnlyList<string> poolRegions, IReporter reporter)
{
    /// <summary>The path of the roles that the module creates.</summary>
    internal const string OwnPath = "/cognitopools/";

    private readonly PoolRoleUses uses = new(connection);
    private readonly HashSet<string> warnedOf = new(StringComparer.Ordinal);

    /// <summary>The roles, in the order of IAM's list.</summary>
    /// <param name="fits">Selects roles by name.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async IAsyncEnumerable<FoundPoolRole> FindAsync(
        Func<string, bool> fits, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var progress = new CountProgress(reporter, "Finding roles that trust identity pools", "found", connection.TimeProvider);
        var count = 0;
        try
        {
            await foreach (var role in CandidatesAsync(fits, cancellationToken).ReadInOrderAsync(
                (candidate, token) => Task.Run(() => ReadAsync(candidate, token), token), connection.TimeProvider, cancellationToken)
                .ConfigureAwait(false))
            {
                progress.Show(++count, throttled: false);
                yield return role;
            }
        }
        finally
        {
            progress.End();
        }
    }

    private async IAsyncEnumerable<TrustedPools> CandidatesAsync(
        Func<string, bool> fits, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var role in new IamRoles(connection, region).ListFactsAsync(cancellationToken).ConfigureAwait(false))
        {
            if (fits(role.Name) && TrustedPools.Of(role) is { } candidate)
                yield return candidate;
        }
    }

    private async Task<FoundPoolRole> ReadAsync(TrustedPools candidate, CancellationToken cancellationToken)
    {
        var role = candidate.Role;
        var regions = candidate.Pools.Where(PoolIds.IsId).Select(PoolIds.Region).Concat(poolRegions)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        // Started together, so that the Regions are read in parallel.
        var reading = regions.ConvertAll(where => UsesAsync(where, role.Arn, cancellationToken));
        var pools = await Task.WhenAll(candidate.Pools.Select(pool => StateAsync(pool, cancellationToken))).ConfigureAwait(false);
        var created = await IsCreatedByModuleAsync(role, cancellationToken).ConfigureAwait(false);
        var read = await Task.WhenAll(reading).ConfigureAwait(false);
        IReadOnlyList<PoolRoleUse>? usedBy =
            Array.Exists(read, found => found is null) ? null : [.. read.SelectMany(found => found!)];
        var user = usedBy?.Select(use => (use.IdentityPoolId, use.IdentityType)).Distinct().Take(2).ToList();
        return new FoundPoolRole
        {
            RoleName = role.Name,
            RoleArn = role.Arn,
            Path = role.Path,
            Pools = pools,
            Admits = candidate.Admits,
            Open = candidate.IsOpen,
            Findings = candidate.Findings,
            UsedBy = usedBy,
            Orphaned = usedBy is { Count: 0 } && !candidate.TrustsOthers && pools.Length > 0
                && Array.TrueForAll(pools, pool => pool.State == TrustedPoolState.NotInAccount),
            CreatedByModule = created,
            IdentityPoolId = user is [var one] ? one.IdentityPoolId
                : user is { Count: 0 } && pools is [{ State: not TrustedPoolState.Pattern } only] ? only.IdentityPoolId : null,
            IdentityType = user is [var two] ? two.IdentityType : candidate.Admits is [var type] ? type : null,
            Connection = connection,
        };
    }

    private async Task<TrustedPool> StateAsync(string pool, CancellationToken cancellationToken)
    {
        if (TrustedPools.IsPattern(pool))
            return new(pool, TrustedPoolState.Pattern);
        if (!PoolIds.IsId(pool))
            return new(pool, TrustedPoolState.NotInAccount);
        var where = PoolIds.Region(pool);
        try
        {
            var listed = await uses.PoolsAsync(where, cancellationToken).ConfigureAwait(false);
            return listed.FirstOrDefault(known => known.IdentityPoolId == pool) is { } found
                ? new(pool, TrustedPoolState.Exists, found.Name)
                : new(pool, TrustedPoolState.NotInAccount);
        }
        catch (Exception refusal) when (refusal is not OperationCanceledException)
        {
            WarnOnce(where, $"The identity pools of {where} could not be listed, so the State of pools in this Region is Unknown: ", refusal);
            return new(pool, TrustedPoolState.Unknown, Reason: refusal.Message);
        }
    }

    private async Task<IEnumerable<PoolRoleUse>?> UsesAsync(string where, string role, CancellationToken cancellationToken)
    {
        try
        {
            var all = await uses.InRegionAsync(where, cancellationToken).ConfigureAwait(false);
            return all.Where(use => use.RoleArn == role);
        }
        catch (Exception refusal) when (refusal is not OperationCanceledException)
        {
            WarnOnce(where, $"The roles of the identity pools of {where} could not be read, so UsedBy is null: ", refusal);
            return null;
        }
    }

    // ListRoles does not return tags, and only a role with the module's path can have been created by the module.
    private async Task<bool?> IsCreatedByModuleAsync(PoolRoleFacts role, CancellationToken cancellationToken)
    {
        if (!role.Path.StartsWith(OwnPath, StringComparison.Ordinal))
            return false;
        try
        {
            var tagged = await connection.RoleReads(region)
                .RunAsync(() => new IamRoles(connection, region).FindAsync(role.Name, cancellationToken), cancellationToken)
                .ConfigureAwait(false);
            return tagged?.PoolTag is { } tag && PoolIds.IsId(tag) && tagged.IsMadeFor(tag);
        }
        catch (Exception refusal) when (AwsErrors.IsNotAuthorized(refusal))
        {
            WarnOnce("tags", "The tags of roles could not be read, so CreatedByModule is null: ", refusal);
            return null;
        }
    }

    private void WarnOnce(string key, string text, Exception refusal)
    {
        lock (warnedOf)
        {
            if (warnedOf.Add(key))
                reporter.Warning(text + Sentences.Ended(refusal.Message));
        }
    }
}
