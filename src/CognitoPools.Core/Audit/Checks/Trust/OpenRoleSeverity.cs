using CognitoPools.Audit.Model;

namespace CognitoPools.Audit.Checks.Trust;

/// <summary>The severity of a role for users that accepts guest tokens.</summary>
internal static class OpenRoleSeverity
{
    /// <summary>The severity as a sentence.</summary>
    public const string Text = "Critical if guests can use the basic flow; High if guest access is on; Medium if it is off.";

    /// <summary>The severity.</summary>
    public static PoolFindingSeverity SeverityOf(AuditedPool pool) => Of(pool.Pool.GuestAccess, pool.IsBasicFlowOn);

    /// <summary>The severity.</summary>
    /// <param name="guests">Whether guest access is on.</param>
    /// <param name="isBasicFlowOn">Whether callers can use the basic flow.</param>
    public static PoolFindingSeverity Of(bool guests, bool isBasicFlowOn) =>
        !guests ? PoolFindingSeverity.Medium : isBasicFlowOn ? PoolFindingSeverity.Critical : PoolFindingSeverity.High;
}
