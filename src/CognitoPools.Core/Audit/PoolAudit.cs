using CognitoPools.Audit.Model;

namespace CognitoPools.Audit;

/// <summary>Runs checks on pools.</summary>
internal sealed class PoolAudit
{
    private readonly IReadOnlyList<PoolCheck> running;
    private readonly HashSet<string> selected;

    /// <param name="checks">All checks.</param>
    /// <param name="wanted">Whether a check is selected.</param>
    public PoolAudit(IReadOnlyList<PoolCheck> checks, Func<CheckInfo, bool> wanted)
    {
        selected = new HashSet<string>(checks.Select(check => check.Info).Where(wanted).Select(info => info.Id), StringComparer.Ordinal);
        // A check that hides a selected check also runs, so that one cause gets one finding.
        running = [.. checks.Where(check => selected.Contains(check.Info.Id) || check.Info.Hides.Any(selected.Contains))];
        Reads = running.Aggregate(AuditReads.None, (reads, check) => reads | check.Info.Reads);
    }

    /// <summary>The data that the checks need.</summary>
    public AuditReads Reads { get; }

    /// <summary>The findings by severity, most severe first, and in the order of the checks.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="withPassed">Whether to include checks that found nothing.</param>
    public IReadOnlyList<AuditedFinding> Run(AuditedPool pool, bool withPassed)
    {
        var results = running.Select(check => (check.Info, Results: check.Run(pool).ToList())).ToList();
        var hidden = new HashSet<(string Cause, string Id)>(results.SelectMany(check => check.Results
            .Where(result => result.Cause is not null)
            .SelectMany(result => check.Info.Hides.Select(id => (result.Cause!, id)))));
        var findings = results
            .Where(check => selected.Contains(check.Info.Id))
            .SelectMany(check => check.Results
                .Where(result => result.Cause is null || !hidden.Contains((result.Cause, check.Info.Id)))
                .Select(result => new AuditedFinding(Finding(pool, check.Info, result), result.Repair)))
            .OrderByDescending(found => found.Finding.Severity)
            .ToList();
        findings.AddRange(NotChecked(pool).Select(finding => new AuditedFinding(finding)));
        if (withPassed)
        {
            findings.AddRange(results.Where(check => selected.Contains(check.Info.Id) && check.Results.Count == 0 && WasMade(pool, check.Info))
                .Select(check => new AuditedFinding(Passed(pool, check.Info))));
        }
        return findings;
    }

    private static PoolFinding Finding(AuditedPool pool, CheckInfo check, CheckResult result) => Blank(pool) with
    {
        Id = check.Id,
        Severity = result.Severity,
        Status = PoolFindingStatus.Found,
        Target = ShownText.Of(result.Target),
        Evidence = ShownText.Of(result.Evidence),
        Why = result.Why ?? check.Why,
        Remedy = Remedy(result),
        Reference = result.Reference ?? check.Reference,
    };

    // A plan shows these warnings before it asks for confirmation. A command to paste must contain them.
    private static string Remedy(CheckResult result) =>
        result.Repair is not { } repair || result.Remedy.StartsWith("#", StringComparison.Ordinal) || result.Remedy.Contains("-AsPlan")
            ? result.Remedy
            : Remedies.Lines([.. repair.Change.Warnings.Select(Remedies.Comment), result.Remedy]);

    private static bool WasMade(AuditedPool pool, CheckInfo check) => !pool.Unread.Any(part => (part.Reads & check.Reads) != 0)
        && (pool.Measurement is not null || (check.Reads & AuditReads.Measurement) == 0);

    private static PoolFinding Passed(AuditedPool pool, CheckInfo check) => Blank(pool) with
    {
        Id = check.Id,
        Severity = check.Highest,
        Status = PoolFindingStatus.Passed,
        Target = pool.Pool.Name,
        Evidence = "",
        Why = check.Why,
        Remedy = "",
        Reference = check.Reference,
    };

    private IEnumerable<PoolFinding> NotChecked(AuditedPool pool)
    {
        foreach (var part in pool.Unread)
        {
            var checks = running.Where(check => selected.Contains(check.Info.Id) && (check.Info.Reads & part.Reads) != 0)
                .Select(check => check.Info.Id)
                .ToList();
            if (checks.Count > 0)
                yield return UnreadFinding.Of(Blank(pool), part, checks);
        }
    }

    private static PoolFinding Blank(AuditedPool pool) => new()
    {
        IdentityPoolId = pool.Pool.IdentityPoolId,
        Pool = pool.Pool.Name,
        Connection = pool.Pool.Connection,
    };
}
