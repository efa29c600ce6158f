namespace CognitoPools.Completion;

/// <summary>Completes the application ids of the command's pool.</summary>
internal sealed class AudienceCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CompletionContext context) =>
        (context.Pool()?.Providers ?? [])
            .Select(provider => (Client: ShownClient.Of(provider), Text: provider.ToString()))
            .Where(known => known.Client is not null && context.Word.Begins(known.Client))
            .Select(known => new Suggestion(known.Client!, known.Text));
}
