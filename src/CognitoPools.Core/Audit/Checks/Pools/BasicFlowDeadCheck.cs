using CognitoPools.Audit.Model;

namespace CognitoPools.Audit.Checks.Pools;

/// <summary>The basic flow is on, and the service refuses it.</summary>
internal sealed class BasicFlowDeadCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("BasicFlowDead", "The basic flow is on but refused")
    {
        Condition = "The basic (classic) flow is on while a provider has the role setting Rules or Token.",
        Severity = "Info.",
        Highest = PoolFindingSeverity.Info,
        Why = "The service refuses the basic flow for a pool with role mappings, so every such call fails. The setting comes to life "
            + "when the last role mapping is removed.",
        Fix = "Turn the basic flow off.",
        NotWhen = "The basic flow was never set.",
        Reference = PoolReferences.Flows,
        Reads = AuditReads.PoolRoles,
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool)
    {
        if (pool.AreMappingsRead && pool.Pool.BasicFlow == BasicFlowState.Active && pool.HasMappings)
            yield return BasicFlow.Result(pool, PoolFindingSeverity.Info, cutsOff: null);
    }
}
