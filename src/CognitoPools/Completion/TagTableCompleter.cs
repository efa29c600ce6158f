namespace CognitoPools.Completion;

/// <summary>Completes a table of tags: those of the command's pool and of other pools of the Region.</summary>
internal sealed class TagTableCompleter : TableCompleter
{
    private protected override IEnumerable<(string Text, string Meaning)> Tables(CompletionContext context)
    {
        foreach (var pool in context.KnownPools())
        {
            foreach (var tag in pool.Tags)
                yield return (TableText.Of((tag.Key, tag.Value)), $"A tag of {pool.Name}");
        }
        yield return (TableText.Of(("team", "web")), "A tag's key and its value");
    }
}
