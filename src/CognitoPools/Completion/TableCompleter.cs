namespace CognitoPools.Completion;

/// <summary>Completes a whole table, which shows the keys that it can have.</summary>
internal abstract class TableCompleter : ValueCompleter
{
    private protected sealed override IEnumerable<Suggestion> Suggest(CompletionContext context) =>
        context.Word.IsQuoted ? [] : Tables(context)
            .Where(table => context.Word.Begins(table.Text))
            .GroupBy(table => table.Text, StringComparer.Ordinal)
            .Select(same => new Suggestion(same.Key, same.First().Meaning) { IsExpression = true });

    /// <summary>The tables in PowerShell syntax, with their meanings.</summary>
    private protected abstract IEnumerable<(string Text, string Meaning)> Tables(CompletionContext context);
}
