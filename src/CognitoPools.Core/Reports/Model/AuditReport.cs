using CognitoPools.Account;
using CognitoPools.Audit;
using CognitoPools.Audit.Model;

namespace CognitoPools.Reports.Model;

/// <summary>The content of a report.</summary>
/// <param name="Time">The time of the report.</param>
internal sealed record AuditReport(DateTimeOffset Time)
{
    private static readonly Dictionary<string, CheckInfo> Checks =
        AuditChecks.Infos.ToDictionary(info => info.Id, StringComparer.Ordinal);

    /// <summary>The account id; null if it is not known.</summary>
    public string? AccountId { get; init; }

    /// <summary>The Regions.</summary>
    public IReadOnlyList<string> Regions
    {
        get;
        init => field = [.. value.Distinct(StringComparer.Ordinal).OrderBy(region => region, StringComparer.Ordinal)];
    }
    = [];

    /// <summary>The pools, by Region and name; empty if only findings were specified.</summary>
    public IReadOnlyList<AuditedPool> Pools
    {
        get;
        init => field =
        [
            .. value.OrderBy(pool => pool.Pool.Region, StringComparer.Ordinal)
                .ThenBy(pool => pool.Pool.Name, StringComparer.Ordinal)
                .ThenBy(pool => pool.Pool.IdentityPoolId, StringComparer.Ordinal),
        ];
    }
    = [];

    /// <summary>All findings, the most severe first.</summary>
    public IReadOnlyList<PoolFinding> Findings
    {
        get;
        init => field =
        [
            .. value.Where(finding => finding.Status != PoolFindingStatus.Passed)
                .OrderByDescending(finding => finding.Severity)
                .ThenBy(finding => finding.Pool, StringComparer.Ordinal)
                .ThenBy(finding => finding.IdentityPoolId, StringComparer.Ordinal)
                .ThenBy(finding => finding.Id, StringComparer.Ordinal)
                .ThenBy(finding => finding.Target, StringComparer.Ordinal),
        ];
    }
    = [];

    /// <summary>The measurements of identities.</summary>
    public IReadOnlyList<PoolIdentityMeasurement> Measurements { get; init; } = [];

    /// <summary>The differences from documents.</summary>
    public IReadOnlyList<PoolDocumentDifference> Differences { get; init; } = [];

    /// <summary>The requests per second that a cleanup may send, by operation.</summary>
    public IReadOnlyDictionary<string, double> Rates { get; init; } = RequestRates.Quotas;

    /// <summary>The severities, the highest first.</summary>
    public static IReadOnlyList<PoolFindingSeverity> Severities { get; } =
    [
        PoolFindingSeverity.Critical, PoolFindingSeverity.High, PoolFindingSeverity.Medium, PoolFindingSeverity.Low,
        PoolFindingSeverity.Info,
    ];

    /// <summary>The findings that no suppression accepts.</summary>
    public IReadOnlyList<PoolFinding> Found => Of(PoolFindingStatus.Found);

    /// <summary>The findings about checks that could not run.</summary>
    public IReadOnlyList<PoolFinding> NotChecked => Of(PoolFindingStatus.NotChecked);

    /// <summary>The findings that a suppression accepts.</summary>
    public IReadOnlyList<PoolFinding> Suppressed => Of(PoolFindingStatus.Suppressed);

    /// <summary>The number of findings of a severity.</summary>
    public int Count(PoolFindingSeverity severity) => Found.Count(finding => finding.Severity == severity);

    /// <summary>The title of a check; its id if this version does not know the check.</summary>
    public static string Title(string id) => id == AuditChecks.NotChecked ? AuditChecks.NotCheckedTitle
        : Checks.TryGetValue(id, out var info) ? info.Title : id;

    /// <summary>The name of the pool with an id; the id if the report does not know the pool.</summary>
    public string NameOf(string identityPoolId) =>
        Pools.FirstOrDefault(pool => pool.Pool.IdentityPoolId == identityPoolId)?.Pool.Name
        ?? Findings.FirstOrDefault(finding => finding.IdentityPoolId == identityPoolId)?.Pool
        ?? identityPoolId;

    private IReadOnlyList<PoolFinding> Of(PoolFindingStatus status) => [.. Findings.Where(finding => finding.Status == status)];
}
