using System.Management.Automation;
using CognitoPools.Audit;
using CognitoPools.Audit.Model;
using CognitoPools.Binding;

namespace CognitoPools.Commands;

/// <summary>Selects checks and findings.</summary>
/// <param name="ids">The ids or wildcard patterns; null for all.</param>
/// <param name="excluded">The excluded ids or wildcard patterns.</param>
/// <param name="least">The lowest severity.</param>
internal sealed class CheckSelection(string[]? ids, string[]? excluded, PoolFindingSeverity least)
{
    private readonly List<WildcardPattern>? wanted = Patterns("Id", ids);
    private readonly List<WildcardPattern> unwanted = Patterns("ExcludeId", excluded) ?? [];

    /// <summary>Whether a check must run.</summary>
    public bool Runs(CheckInfo check) => check.Highest >= least && (Has(check.Id) || AsksForUnread);

    /// <summary>Whether findings with an id are selected.</summary>
    public bool Has(string id) => wanted?.Exists(pattern => pattern.IsMatch(id)) != false && !unwanted.Exists(pattern => pattern.IsMatch(id));

    /// <summary>Whether a finding is selected. NotChecked counts like the checks that could not run.</summary>
    public bool Has(PoolFinding finding) => finding.Id == AuditChecks.NotChecked
        ? !unwanted.Exists(pattern => pattern.IsMatch(finding.Id))
            && (AsksForUnread || finding.UncheckedIds.Any(Has))
        : Has(finding.Id) && finding.Severity >= least;

    // NotChecked can result from any check, so all checks must run.
    private bool AsksForUnread => wanted?.Exists(pattern => pattern.IsMatch(AuditChecks.NotChecked)) == true;

    private static List<WildcardPattern>? Patterns(string parameter, string[]? ids) =>
        ids?.Select(id => Wildcard.Of(parameter, id)).ToList();
}
