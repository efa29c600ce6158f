namespace CognitoPools.Completion;

/// <summary>Completes values that are the same for every account.</summary>
internal abstract class FixedCompleter : ValueCompleter
{
    /// <summary>The values with their meanings, in the order of the suggestions.</summary>
    private protected abstract IEnumerable<Suggestion> Values { get; }

    private protected sealed override IEnumerable<Suggestion> Suggest(CompletionContext context) =>
        Values.Where(value => context.Word.Begins(value.Text));
}
