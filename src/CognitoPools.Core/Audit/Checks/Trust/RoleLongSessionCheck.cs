using CognitoPools.Audit.Model;
using CognitoPools.Pools.Plans;
using CognitoPools.Roles;

namespace CognitoPools.Audit.Checks.Trust;

/// <summary>A role allows sessions longer than an hour.</summary>
internal sealed class RoleLongSessionCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("RoleLongSession", "A role allows sessions longer than an hour")
    {
        Condition = "MaxSessionDuration is more than 3600 seconds, and callers can use the basic flow.",
        Severity = "Info.",
        Highest = PoolFindingSeverity.Info,
        Why = "In the basic flow, the caller chooses how long the session lasts, up to the maximum of the role. "
            + "Stolen credentials are valid just as long.",
        Fix = "Set the maximum session duration to one hour, unless the application needs more.",
        NotWhen = "The basic flow is off. Sessions of the enhanced flow last one hour.",
        Reference = TrustReferences.WebIdentity,
        Reads = AuditReads.PoolRoles | AuditReads.Trust,
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool) =>
        from role in pool.Roles
        let facts = role.Facts
        where facts is not null && facts.MaxSessionDuration > IamRoles.DefaultSession && pool.IsBasicFlowOn
        select new CheckResult(
            PoolFindingSeverity.Info, $"Role {role.Name}", FormattableString.Invariant($"MaxSessionDuration: {facts.MaxSessionDuration}"),
            TrustRemedies.Plan(pool, Info.Id))
        {
            Repair = Shortened(pool, role, facts),
        };

    private static PoolRepair Shortened(AuditedPool pool, AuditedRole role, PoolRoleFacts facts)
    {
        var before = new RoleDetails(facts.Description, facts.MaxSessionDuration);
        var details = new RoleDetailsChange(before, before with { MaxSessionDuration = IamRoles.DefaultSession });
        return new PoolRepair(new PoolChange(pool.Pool, pool.Pool)
        {
            RoleEdits = [new RoleEdit(role.Name, role.Arn) { Details = details }],
            Warnings = [$"Requests for sessions of role {role.Name} that are longer than an hour will fail."],
        });
    }
}
