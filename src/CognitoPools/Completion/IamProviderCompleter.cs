using CognitoPools.Providers;

namespace CognitoPools.Completion;

/// <summary>Completes the OpenID Connect or SAML providers of IAM: by issuer or name, or by ARN where one was begun.</summary>
/// <param name="type">One of the two types.</param>
/// <param name="prefix">The prefix of the short form.</param>
internal abstract class IamProviderCompleter(ProviderType type, string prefix) : ValueCompleter
{
    private protected sealed override IEnumerable<Suggestion> Suggest(CompletionContext context)
    {
        if (context.Region is not { } region)
            return [];
        var arns = context.Read(
            $"{type} {region}", (connection, token) => new IamProviders(connection, region).ListAsync(type, token))
            ?? [];
        return arns.SelectMany(arn => ArnSuggestion.Of(context.Word, prefix + arn.Substring(arn.IndexOf('/') + 1), arn));
    }
}
