namespace CognitoPools.Completion;

/// <summary>Offers nothing, for text that only the user knows. Without a completer the engine would offer the files of the
/// current folder.</summary>
internal sealed class NothingCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CompletionContext context) => [];
}
