using CognitoPools.Providers;

namespace CognitoPools.Completion;

/// <summary>Completes the user pools that other identity pools of the Region have.</summary>
internal sealed class UserPoolCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CompletionContext context) =>
        KnownValue.Suggestions(
            context, provider => UserPoolName.Find(provider.Name)?.Id,
            provider => provider.Type == ProviderType.CognitoUserPool);
}
