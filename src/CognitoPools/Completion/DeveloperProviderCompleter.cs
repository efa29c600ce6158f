namespace CognitoPools.Completion;

/// <summary>Completes the developer providers that other identity pools of the Region have.</summary>
internal sealed class DeveloperProviderCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CompletionContext context) =>
        KnownValue.Suggestions(context, provider => provider.Name, provider => provider.Type == ProviderType.Developer);
}
