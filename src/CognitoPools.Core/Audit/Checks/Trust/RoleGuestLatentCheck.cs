using CognitoPools.Account;
using CognitoPools.Audit.Model;

namespace CognitoPools.Audit.Checks.Trust;

/// <summary>A role with permissions waits for guests.</summary>
internal sealed class RoleGuestLatentCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("RoleGuestLatent", "A role with permissions waits for guests")
    {
        Condition = "Guest access is off, and the role of guests allows something in effect.",
        Severity = "Info.",
        Highest = PoolFindingSeverity.Info,
        Why = "One setting, guest access, is all that keeps everybody from these permissions.",
        Fix = "Take the role from the pool while guest access is off.",
        NotWhen = "The role allows nothing in effect but calls that need no permission, as the one that the AWS CDK always creates, or "
            + "refuses guests, or is shared with users.",
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
            Repair = PoolRepair.Of(pool, pool.Pool with { GuestRole = null }, cutsOff: null),
        };
    }

    private static bool RefusesGuests(AuditedPool pool, AuditedRole role) =>
        role.Trust?.Explain(pool.Partition, pool.Pool.IdentityPoolId, PoolIdentityType.Guest).Trust == PoolRoleTrust.NotTrusted;
}
