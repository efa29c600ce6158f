using CognitoPools.Audit.Model;

namespace CognitoPools.Audit.Checks.Trust;

/// <summary>Guests have no role.</summary>
internal sealed class RoleGuestMissingCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("RoleGuestMissing", "Guests have no role")
    {
        Condition = "Guest access is on, but the pool has no guest role.",
        Severity = "Medium.",
        Highest = PoolFindingSeverity.Medium,
        Why = "Guests get an identity but no credentials.",
        Fix = "Assign a guest role to the pool, or turn guest access off.",
        NotWhen = "Guest access is off.",
        Reference = TrustReferences.Roles,
        Reads = AuditReads.PoolRoles,
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool)
    {
        if (pool.Pool.GuestAccess && pool.Pool.GuestRole is null && KnownRoles.AreRead(pool))
        {
            yield return new CheckResult(
                PoolFindingSeverity.Medium, "Role of guests", "GuestAccess: True, GuestRole: none",
                TrustRemedies.NewRole(pool, PoolIdentityType.Guest))
            {
                Why = pool.IsBasicFlowOn ? "In the enhanced flow, guests get an identity but no credentials." : null,
            };
        }
    }
}
