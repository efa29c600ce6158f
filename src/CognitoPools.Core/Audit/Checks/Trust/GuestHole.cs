using CognitoPools.Audit.Model;

namespace CognitoPools.Audit.Checks.Trust;

/// <summary>How grave it is that a guest's token opens a role of users.</summary>
internal static class GuestHole
{
    /// <summary>The severity as a sentence.</summary>
    public const string Text = "Critical where guests can use the basic flow; High where guest access is on; Medium where it is off.";

    /// <summary>The severity.</summary>
    public static PoolFindingSeverity SeverityOf(AuditedPool pool) => Of(pool.Pool.GuestAccess, pool.IsBasicFlowOn);

    /// <summary>The severity.</summary>
    /// <param name="guests">Whether guest access is on.</param>
    /// <param name="isBasicFlowOn">Whether callers can use the basic flow.</param>
    public static PoolFindingSeverity Of(bool guests, bool isBasicFlowOn) =>
        !guests ? PoolFindingSeverity.Medium : isBasicFlowOn ? PoolFindingSeverity.Critical : PoolFindingSeverity.High;
}
