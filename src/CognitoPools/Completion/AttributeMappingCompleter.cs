namespace CognitoPools.Completion;

/// <summary>Completes an attribute mapping: by a word, by those of the pool's other providers, and by usual ones.</summary>
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
            TableText.Of(("username", "sub"), ("client", "aud")), "Principal tag to claim: the user's id and the application");
        yield return Table(
            TableText.Of(("team", "custom:team")), "Principal tag to claim: a custom attribute of a Cognito user pool");
    }

    private static Suggestion Table(string text, string meaning) => new(text, meaning) { IsExpression = true };
}
