using CognitoPools.Audit.Model;

namespace CognitoPools.Audit.Checks.Pools;

/// <summary>What findings about the basic flow have in common.</summary>
internal static class BasicFlow
{
    public const string CutsOff = "Applications that use the basic (classic) flow get no more credentials.";

    /// <summary>The command that turns the basic flow off.</summary>
    public static string Off(AuditedPool pool) =>
        $"Set-CognitoIdentityPool {Remedies.Quoted(pool.Pool.IdentityPoolId)} -BasicFlow Inactive";

    /// <summary>A finding whose remedy turns the basic flow off.</summary>
    public static CheckResult Result(AuditedPool pool, PoolFindingSeverity severity, string? cutsOff) =>
        new(severity, "Basic flow", $"BasicFlow: {pool.Pool.BasicFlow}", Off(pool))
        {
            Cause = "BasicFlow",
            Repair = PoolRepair.Of(pool, pool.Pool with { BasicFlow = BasicFlowState.Inactive }, cutsOff),
        };
}
