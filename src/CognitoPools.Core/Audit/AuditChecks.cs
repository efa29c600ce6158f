using CognitoPools.Audit.Checks.Account;
using CognitoPools.Audit.Checks.Policies;
using CognitoPools.Audit.Checks.Pools;
using CognitoPools.Audit.Checks.Trust;
using CognitoPools.Audit.Model;

namespace CognitoPools.Audit;

/// <summary>The checks of the audit.</summary>
internal static class AuditChecks
{
    /// <summary>The id of findings about checks that could not run.</summary>
    public const string NotChecked = "NotChecked";

    /// <summary>The title of these findings.</summary>
    public const string NotCheckedTitle = "Some checks could not run";

    /// <summary>The checks of pools, in the order of the documentation page.</summary>
    public static IReadOnlyList<PoolCheck> All { get; } = [.. PoolChecks.All, .. TrustChecks.All, .. PolicyChecks.All];

    /// <summary>The descriptions of all checks, including those of the account, in the order of the documentation page.</summary>
    public static IReadOnlyList<CheckInfo> Infos { get; } = [.. All.Select(check => check.Info), .. AccountChecks.Infos];

    /// <summary>The ids of the checks of the account.</summary>
    public static IReadOnlyList<string> OfAccount { get; } = [.. AccountChecks.Infos.Select(info => info.Id)];

    /// <summary>The ids of the checks that need a measurement.</summary>
    public static IReadOnlyList<string> OfMeasurements { get; } =
        [.. Infos.Where(info => (info.Reads & AuditReads.Measurement) != 0).Select(info => info.Id)];

    /// <summary>The ids of all findings.</summary>
    public static IReadOnlyList<string> Ids { get; } = [.. Infos.Select(info => info.Id), NotChecked];
}
