using CognitoPools.Audit;

namespace CognitoPools.Completion;

/// <summary>Completes the ids of the audit's checks.</summary>
internal sealed class CheckIdCompleter : FixedCompleter
{
    private protected override IEnumerable<Suggestion> Values =>
        AuditChecks.Infos.Select(check => new Suggestion(check.Id, check.Title))
            .Append(new Suggestion(AuditChecks.NotChecked, "A check could not run, because its data could not be read"));
}
