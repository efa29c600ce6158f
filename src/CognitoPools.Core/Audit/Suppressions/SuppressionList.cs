using System.Globalization;
using CognitoPools.Audit.Model;

namespace CognitoPools.Audit.Suppressions;

/// <summary>The suppressions of one audit. The list tracks which of them were used.</summary>
/// <param name="all">The suppressions.</param>
/// <param name="now">The current time.</param>
internal sealed class SuppressionList(IReadOnlyList<Suppression> all, DateTimeOffset now)
{
    private readonly HashSet<Suppression> used = [];
    private readonly HashSet<Suppression> ofAuditedPools = [];

    /// <summary>Applies the suppressions to a finding. An expired suppression only adds a note.</summary>
    /// <param name="finding">A finding.</param>
    public PoolFinding Apply(PoolFinding finding)
    {
        if (finding.Status is not (PoolFindingStatus.Found or PoolFindingStatus.NotChecked))
            return finding;
        var accepting = all.Where(suppression => suppression.Accepts(finding)).ToList();
        used.UnionWith(accepting);
        if (accepting.Find(suppression => !suppression.IsExpired(now)) is { } valid)
        {
            var until = valid.Expires is { } last ? $" (until {Shown(last)})" : "";
            return finding with { Status = PoolFindingStatus.Suppressed, Suppression = $"{valid.Reason}{until}" };
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
    public void AddAudited(AuditedPool pool) =>
        ofAuditedPools.UnionWith(all.Where(suppression => suppression.IsOf(pool.Pool.Name, pool.Pool.IdentityPoolId)));

    /// <summary>The suppressions that match no finding. It includes only those of audited pools, unless all pools were audited.</summary>
    /// <param name="isWanted">Whether a check was selected.</param>
    /// <param name="wasWhole">Whether all pools were audited.</param>
    public IReadOnlyList<Suppression> Unused(Func<string, bool> isWanted, bool wasWhole) =>
        [.. all.Where(suppression => !used.Contains(suppression) && isWanted(suppression.Id) && (wasWhole || ofAuditedPools.Contains(suppression)))];

    private static string Shown(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
