using CognitoPools.Audit.Model;

namespace CognitoPools.Audit.Checks.Pools;

/// <summary>The parts that all findings about the basic flow share.</summary>
internal static class BasicFlow
{
    public const string AccessLost = "Applications that use the basic (classic) flow will no longer get credentials.";

    /// <summary>The command that turns the basic flow off.</summary>
    public static string Off(AuditedPool pool) =>
        $"Set-CognitoIdentityPool {Remedies.Quoted(pool.Pool.IdentityPoolId)} -BasicFlow Inactive";

    /// <summary>A finding whose remedy turns the basic flow off.</summary>
    public static CheckResult Result(AuditedPool pool, PoolFindingSeverity severity, string? accessLost) =>
        new(severity, "Basic flow", $"BasicFlow: {pool.Pool.BasicFlow}", Off(pool))
        {
            Cause = "BasicFlow",
            Repair = PoolRepair.Of(pool, pool.Pool with { BasicFlow = BasicFlowState.Inactive }, accessLost),
        };
}
