using CognitoPools.Audit.Model;

namespace CognitoPools.Audit.Checks.Pools;

/// <summary>The basic flow is on but cannot be used.</summary>
internal sealed class BasicFlowDeadCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("BasicFlowDead", "The basic flow is on but cannot be used")
    {
        Condition = "The basic (classic) flow is on, but a provider has the role setting Rules or Token.",
        Severity = "Info.",
        Highest = PoolFindingSeverity.Info,
        Why = "Cognito refuses the basic flow for a pool with role mappings, so every such call fails. The setting "
            + "takes effect again when the last role mapping is removed.",
        Fix = "Turn the basic flow off.",
        NotWhen = "The basic flow was never set.",
        Reference = PoolReferences.Flows,
        Reads = AuditReads.PoolRoles,
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool)
    {
        if (pool.AreMappingsRead && pool.Pool.BasicFlow == BasicFlowState.Active && pool.HasMappings)
            yield return BasicFlow.Result(pool, PoolFindingSeverity.Info, accessLost: null);
    }
}
