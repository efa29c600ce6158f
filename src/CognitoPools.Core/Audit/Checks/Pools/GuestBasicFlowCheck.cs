using CognitoPools.Audit.Model;

namespace CognitoPools.Audit.Checks.Pools;

/// <summary>Guests can use the basic flow.</summary>
internal sealed class GuestBasicFlowCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("GuestBasicFlow", "Guests can use the basic flow")
    {
        Condition = "Guest access is on, and the basic (classic) flow is on or was never set.",
        Severity = "Medium. The basic flow raises the severity of other findings, such as TrustNoAmr.",
        Highest = PoolFindingSeverity.Medium,
        Why = "In the basic flow, the caller chooses the role, and Cognito does not limit what guests can do. A guest "
            + "gets every permission of any role whose trust policy accepts a guest token.",
        Fix = "Turn the basic flow off.",
        NotWhen = "A provider has the role setting Rules or Token. Cognito then refuses the basic flow.",
        Reference = PoolReferences.Flows,
        Reads = AuditReads.PoolRoles,
        Hides = ["BasicFlowEnabled"],
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool)
    {
        if (pool.AreMappingsRead && pool.IsLive)
            yield return BasicFlow.Result(pool, PoolFindingSeverity.Medium, BasicFlow.AccessLost);
    }
}
