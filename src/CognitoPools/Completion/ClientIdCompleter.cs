using CognitoPools.Providers;

namespace CognitoPools.Completion;

/// <summary>Completes the app clients that other identity pools of the Region have: those of the user pool that the command
/// names, or of the kind of provider that it changes.</summary>
internal sealed class ClientIdCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CompletionContext context)
    {
        var userPool = context.Arguments.Text("UserPoolId");
        var changed = userPool is null && context.Pool() is { } pool ? context.Provider(pool) : null;
        return KnownValue.Suggestions(
            context, ShownClient.Of,
            provider => userPool is not null ? UserPoolName.Find(provider.Name)?.Id == userPool
                : changed is null ? provider.Type == ProviderType.CognitoUserPool
                : provider.Type == changed.Type
                    && (provider.Type != ProviderType.CognitoUserPool || provider.Name == changed.Name));
    }
}
