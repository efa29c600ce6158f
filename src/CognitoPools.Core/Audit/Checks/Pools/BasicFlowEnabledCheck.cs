using CognitoPools.Audit.Model;

namespace CognitoPools.Audit.Checks.Pools;

/// <summary>Users can use the basic flow.</summary>
internal sealed class BasicFlowEnabledCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("BasicFlowEnabled", "Users can use the basic flow")
    {
        Condition = "The basic (classic) flow is on or was never set, and guest access is off.",
        Severity = "Medium; Low if it was never set.",
        Highest = PoolFindingSeverity.Medium,
        Why = "In the basic flow, the user chooses the role instead of the pool. Any role whose trust policy accepts "
            + "the user's token is possible. Cognito was also observed to accept the basic flow where it was never "
            + "set.",
        Fix = "Turn the basic flow off.",
        NotWhen = "A provider has the role setting Rules or Token, or all providers are SAML providers. Cognito then "
            + "refuses the basic flow. If guest access is on, GuestBasicFlow reports the pool.",
        Reference = PoolReferences.Flows,
        Reads = AuditReads.PoolRoles,
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool)
    {
        if (!pool.AreMappingsRead || !pool.IsBasicFlowOn || pool.Pool.GuestAccess
            || pool.Pool.Providers.All(provider => provider.Type == ProviderType.Saml))
        {
            yield break;
        }
        yield return BasicFlow.Result(
            pool, pool.Pool.BasicFlow == BasicFlowState.Unset ? PoolFindingSeverity.Low : PoolFindingSeverity.Medium, BasicFlow.AccessLost);
    }
}
