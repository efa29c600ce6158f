using System.Management.Automation;
using CognitoPools.Audit;
using CognitoPools.Audit.Model;
using CognitoPools.Binding;

namespace CognitoPools.Commands;

/// <summary>Which checks and findings a user asks for.</summary>
/// <param name="ids">The ids, or patterns of them; null for all.</param>
/// <param name="excluded">The ids that are left out, or patterns of them.</param>
/// <param name="least">The least severity.</param>
internal sealed class CheckSelection(string[]? ids, string[]? excluded, PoolFindingSeverity least)
{
    private readonly List<WildcardPattern>? wanted = Patterns("Id", ids);
    private readonly List<WildcardPattern> unwanted = Patterns("ExcludeId", excluded) ?? [];

    /// <summary>Whether a check can find something that is asked for.</summary>
    public bool Runs(CheckInfo check) => check.Highest >= least && (Has(check.Id) || AsksForUnread);

    /// <summary>Whether findings of an id are asked for.</summary>
    public bool Has(string id) => wanted?.Exists(pattern => pattern.IsMatch(id)) != false && !unwanted.Exists(pattern => pattern.IsMatch(id));

    /// <summary>Whether a finding is asked for. What could not be checked may be as grave as the checks that were not made.</summary>
    public bool Has(PoolFinding finding) => finding.Id == AuditChecks.NotChecked
        ? !unwanted.Exists(pattern => pattern.IsMatch(finding.Id))
            && (AsksForUnread || finding.UncheckedIds.Any(Has))
        : Has(finding.Id) && finding.Severity >= least;

    // Whoever asks for what could not be checked asks for all checks.
    private bool AsksForUnread => wanted?.Exists(pattern => pattern.IsMatch(AuditChecks.NotChecked)) == true;

    private static List<WildcardPattern>? Patterns(string parameter, string[]? ids) =>
        ids?.Select(id => Wildcard.Of(parameter, id)).ToList();
}
