namespace CognitoPools.Completion;

/// <summary>Completes values that are the same for every account.</summary>
internal abstract class FixedCompleter : ValueCompleter
{
    /// <summary>Each value with what it means, in the order in which they are offered.</summary>
    private protected abstract IEnumerable<Suggestion> Values { get; }

    private protected sealed override IEnumerable<Suggestion> Suggest(CompletionContext context) =>
        Values.Where(value => context.Word.Begins(value.Text));
}
