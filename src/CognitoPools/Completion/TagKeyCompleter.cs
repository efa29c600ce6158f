namespace CognitoPools.Completion;

/// <summary>Completes the keys of the tags that the command's pool has.</summary>
internal sealed class TagKeyCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CompletionContext context) =>
        (context.Pool()?.Tags ?? ReadableTable.Empty)
            .Where(tag => context.Word.Begins(tag.Key))
            .Select(tag => new Suggestion(tag.Key, $"{tag.Key} = {tag.Value}"));
}
