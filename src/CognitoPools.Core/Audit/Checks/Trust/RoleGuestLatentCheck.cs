using CognitoPools.Account;
using CognitoPools.Audit.Model;

namespace CognitoPools.Audit.Checks.Trust;

/// <summary>The guest role has permissions although guest access is off.</summary>
internal sealed class RoleGuestLatentCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("RoleGuestLatent", "The guest role has permissions although guest access is off")
    {
        Condition = "Guest access is off, and the guest role allows something in effect.",
        Severity = "Info.",
        Highest = PoolFindingSeverity.Info,
        Why = "As soon as someone turns guest access on, anyone can use these permissions.",
        Fix = "Remove the guest role from the pool while guest access is off.",
        NotWhen = "The role in effect allows only calls that need no permission, such as the role that the AWS CDK "
            + "always creates; it refuses guests; or guests share it with users.",
        Reference = TrustReferences.TrustAndPermissions,
        Reads = AuditReads.PoolRoles | AuditReads.Trust | AuditReads.Policies,
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool)
    {
        if (pool.Pool.GuestAccess || pool.GuestRole is not { IsOfUsers: false } role)
            yield break;
        var flow = pool.IsBasicFlowOn ? SignInFlow.Basic : SignInFlow.Enhanced;
        if (RefusesGuests(pool, role))
            yield break;
        var actions = (role.Permissions(pool.Pool, PoolIdentityType.Guest, flow) ?? [])
            .Select(permission => permission.Action)
            .Where(action => !RequiredActions.IsFree(action))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        if (actions.Count == 0)
            yield break;
        yield return new CheckResult(
            PoolFindingSeverity.Info, $"Role {role.Name}", $"GuestAccess: False; the role allows {string.Join(", ", actions)}",
            TrustRemedies.NoGuestRole(pool))
        {
            Repair = PoolRepair.Of(pool, pool.Pool with { GuestRole = null }, accessLost: null),
        };
    }

    private static bool RefusesGuests(AuditedPool pool, AuditedRole role) =>
        role.Trust?.Explain(pool.Partition, pool.Pool.IdentityPoolId, PoolIdentityType.Guest).Trust == PoolRoleTrust.NotTrusted;
}
