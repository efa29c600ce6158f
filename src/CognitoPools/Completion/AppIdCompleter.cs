namespace CognitoPools.Completion;

/// <summary>Completes the application ids of one public provider that other identity pools of the Region have.</summary>
/// <param name="type">The public provider.</param>
internal abstract class AppIdCompleter(ProviderType type) : ValueCompleter
{
    private protected sealed override IEnumerable<Suggestion> Suggest(CompletionContext context) =>
        KnownValue.Suggestions(context, ShownClient.Of, provider => provider.Type == type);
}

/// <summary>Completes the application ids of Amazon.</summary>
internal sealed class AmazonAppIdCompleter() : AppIdCompleter(ProviderType.Amazon);

/// <summary>Completes the services ids of Apple.</summary>
internal sealed class AppleServicesIdCompleter() : AppIdCompleter(ProviderType.Apple);

/// <summary>Completes the application ids of Facebook.</summary>
internal sealed class FacebookAppIdCompleter() : AppIdCompleter(ProviderType.Facebook);

/// <summary>Completes the client ids of Google.</summary>
internal sealed class GoogleClientIdCompleter() : AppIdCompleter(ProviderType.Google);

/// <summary>Completes the consumer keys of Twitter.</summary>
internal sealed class TwitterConsumerKeyCompleter() : AppIdCompleter(ProviderType.Twitter);
