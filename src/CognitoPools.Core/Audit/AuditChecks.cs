using CognitoPools.Audit.Checks.Policies;
using CognitoPools.Audit.Checks.Pools;
using CognitoPools.Audit.Checks.Trust;
using CognitoPools.Audit.Model;

namespace CognitoPools.Audit;

/// <summary>All checks of pools.</summary>
internal static class AuditChecks
{
    /// <summary>The id of what could not be checked.</summary>
    public const string NotChecked = "NotChecked";

    /// <summary>The checks, in the order of the page.</summary>
    public static IReadOnlyList<PoolCheck> All { get; } = [.. PoolChecks.All, .. TrustChecks.All, .. PolicyChecks.All];
}
