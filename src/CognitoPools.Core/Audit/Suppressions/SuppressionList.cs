using System.Globalization;
using CognitoPools.Audit.Model;

namespace CognitoPools.Audit.Suppressions;

/// <summary>The suppressions of one audit, which remembers those that were of use.</summary>
/// <param name="all">The suppressions.</param>
/// <param name="now">The present.</param>
internal sealed class SuppressionList(IReadOnlyList<Suppression> all, DateTimeOffset now)
{
    private readonly HashSet<Suppression> used = [];
    private readonly HashSet<Suppression> met = [];

    /// <summary>The finding as it is with the suppressions: suppressed, or with the one that no longer holds.</summary>
    /// <param name="finding">A finding.</param>
    public PoolFinding Apply(PoolFinding finding)
    {
        if (finding.Status is not (PoolFindingStatus.Found or PoolFindingStatus.NotChecked))
            return finding;
        var accepting = all.Where(suppression => suppression.Accepts(finding)).ToList();
        used.UnionWith(accepting);
        if (accepting.Find(suppression => !suppression.IsExpired(now)) is { } holds)
        {
            var until = holds.Expires is { } last ? $" (until {Shown(last)})" : "";
            return finding with { Status = PoolFindingStatus.Suppressed, Suppression = $"{holds.Reason}{until}" };
        }
        return accepting.FirstOrDefault() is { } expired
            ? finding with
            {
                Suppression = $"expired on {Shown(expired.Expires!.Value)}: {expired.Reason}",
            }
            : finding;
    }

    /// <summary>Notes that a pool was audited.</summary>
    /// <param name="pool">The pool.</param>
    public void Meet(AuditedPool pool) =>
        met.UnionWith(all.Where(suppression => suppression.IsOf(pool.Pool.Name, pool.Pool.IdentityPoolId)));

    /// <summary>The suppressions that accept no finding: of pools that were audited or, when all were, of any.</summary>
    /// <param name="isWanted">Whether a check was asked for.</param>
    /// <param name="wasWhole">Whether all pools were audited.</param>
    public IReadOnlyList<Suppression> Unused(Func<string, bool> isWanted, bool wasWhole) =>
        [.. all.Where(suppression => !used.Contains(suppression) && isWanted(suppression.Id) && (wasWhole || met.Contains(suppression)))];

    private static string Shown(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
