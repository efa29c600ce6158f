using Amazon.Runtime;
using CognitoPools.Account;
using CognitoPools.Roles;

namespace CognitoPools.Pools.Plans.Reviewed;

/// <summary>Checks that everything a reviewed plan removes is unchanged. A removal cannot be undone, so any change requires a new review.</summary>
/// <param name="connection">The account.</param>
/// <param name="plan">The plan as it was reviewed.</param>
/// <param name="removal">What it removes.</param>
internal sealed class ReviewedRemoval(AccountConnection connection, PoolPlan plan, PlannedRemoval removal)
{
    private readonly IamRoles roles = new(connection, removal.Region);
    private readonly List<string> changes = [];

    /// <summary>The plan to run; empty if everything was already removed.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="PlanOutdatedException">Something has changed.</exception>
    public async Task<PoolPlan> RenewAsync(CancellationToken cancellationToken)
    {
        var pool = removal.Pool is null ? null : await FindPoolAsync(removal.IdentityPoolId, cancellationToken).ConfigureAwait(false);
        List<PoolRoleFacts?> found = [];
        foreach (var role in removal.Roles)
            found.Add(await roles.FindAsync(role.Name, cancellationToken).ConfigureAwait(false));
        if (pool is null && found.TrueForAll(role => role is null))
            return new PoolPlan(plan.IdentityPool, removal with { Connection = connection }, [], []);

        if (removal.Pool is { } before)
        {
            changes.AddRange(pool is null
                ? ["the identity pool no longer exists"]
                : EditedPool.Differences(PlanSecrets.Filled(before, pool), pool));
        }
        List<PoolRoleFacts> remove = [];
        foreach (var (role, now) in removal.Roles.Zip(found, (role, now) => (role, now)))
        {
            if (now is null)
                changes.Add($"IAM role '{role.Name}' no longer exists");
            else
                remove.Add(await CheckAsync(role, now, cancellationToken).ConfigureAwait(false));
        }
        await CheckUseAsync(remove, cancellationToken).ConfigureAwait(false);
        if (changes.Count > 0)
            throw new PlanOutdatedException(plan.IdentityPool, changes);
        return PoolPlanner.Removal(removal with { Pool = pool, Roles = remove }, connection);
    }

    private async Task<IdentityPool?> FindPoolAsync(string identityPoolId, CancellationToken cancellationToken)
    {
        try
        {
            return await new PoolReader(connection).ReadAsync(identityPoolId, cancellationToken).ConfigureAwait(false);
        }
        catch (AmazonServiceException exception) when (AwsErrors.IsNotFound(exception))
        {
            return null;
        }
    }

    private async Task<PoolRoleFacts> CheckAsync(PoolRoleFacts before, PoolRoleFacts found, CancellationToken cancellationToken)
    {
        var now = await roles.WithPoliciesAsync(found, cancellationToken).ConfigureAwait(false);
        Check("ARN", before.Arn, now.Arn);
        Check("description", before.Description ?? "", now.Description ?? "");
        Check("permissions boundary", before.PermissionsBoundary ?? "", now.PermissionsBoundary ?? "");
        Check("tags", before.Tags.ToString(), now.Tags.ToString());
        Check("inline policies", string.Join(", ", before.InlinePolicies), string.Join(", ", now.InlinePolicies));
        Check("attached policies", string.Join(", ", before.AttachedPolicies), string.Join(", ", now.AttachedPolicies));
        if (!PolicyJson.Same(before.TrustDocument, now.TrustDocument))
            changes.Add($"the trust policy of IAM role '{before.Name}' was changed");
        return now;

        void Check(string what, string was, string isNow)
        {
            if (was != isNow)
                changes.Add($"{what} of IAM role '{before.Name}': {OrNone(was)} -> {OrNone(isNow)}");
        }
    }

    /// <summary>Checks again whether each role can be deleted, because a pool may use it now.</summary>
    private async Task CheckUseAsync(List<PoolRoleFacts> remove, CancellationToken cancellationToken)
    {
        if (remove.Count == 0 || changes.Count > 0)
            return;
        var judge = new RemovableRoles(connection);
        if (removal.Kind == RemovalKind.Role)
        {
            if ((await judge.JudgeAsync(remove[0], cancellationToken).ConfigureAwait(false)).Reason is { } reason)
                changes.Add($"IAM role '{remove[0].Name}' must stay, because {reason}");
            return;
        }
        var (removable, kept) = await judge.FindAsync(removal.IdentityPoolId, cancellationToken).ConfigureAwait(false);
        foreach (var role in remove.Where(role => !removable.Any(other => other.Arn == role.Arn)))
        {
            var reason = kept.FirstOrDefault(text => text.Contains($"'{role.Name}'"));
            changes.Add(reason?.TrimEnd('.') ?? $"IAM role '{role.Name}' is no longer under the path of the pool");
        }
    }

    private static string OrNone(string text) => text.Length > 0 ? text : "(none)";
}
