namespace CognitoPools.Completion;

/// <summary>Completes a table of principal tags: those of the attribute mappings of the command's pool.</summary>
internal sealed class SessionTagTableCompleter : TableCompleter
{
    private protected override IEnumerable<(string Text, string Meaning)> Tables(CompletionContext context)
    {
        foreach (var provider in context.WholePool()?.Providers ?? [])
        {
            foreach (var tag in provider.AttributeMapping.Tags)
                yield return (TableText.Of((tag.Key, "value")), $"The tag from the claim {tag.Value} of {provider}");
        }
        yield return (TableText.Of(("department", "legal")), "A principal tag's key and its value");
    }
}
