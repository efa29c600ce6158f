namespace CognitoPools.Completion;

/// <summary>Completes an attribute mapping: with a keyword, the mappings of the pool's other providers, and common ones.</summary>
internal sealed class AttributeMappingCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CompletionContext context)
    {
        var words = EnumText.Members(typeof(AttributeMappingMode))
            .Where(member => member.Name != nameof(AttributeMappingMode.Custom))
            .Select(member => new Suggestion(member.Name, member.Meaning));
        return words.Concat(Tables(context))
            .Where(suggestion => context.Word.Begins(suggestion.Text))
            .GroupBy(suggestion => suggestion.Text, StringComparer.Ordinal)
            .Select(same => same.First());
    }

    private static IEnumerable<Suggestion> Tables(CompletionContext context)
    {
        foreach (var provider in context.WholePool()?.Providers ?? [])
        {
            if (provider.AttributeMapping.Mode == AttributeMappingMode.Custom)
                yield return Table(TableText.Of(provider.AttributeMapping.Tags), $"The mapping of {provider}");
        }
        yield return Table(
            TableText.Of(("username", "sub"), ("client", "aud")), "Maps principal tags to claims: the user's id and the application");
        yield return Table(
            TableText.Of(("team", "custom:team")), "Maps a principal tag to a custom attribute of a Cognito user pool");
    }

    private static Suggestion Table(string text, string meaning) => new(text, meaning) { IsExpression = true };
}
