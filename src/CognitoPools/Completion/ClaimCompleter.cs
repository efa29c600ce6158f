using CognitoPools.Providers;

namespace CognitoPools.Completion;

/// <summary>Completes the claims that tokens usually have. An app's own claims, such as custom:team, are known to
/// nobody but the app.</summary>
internal sealed class ClaimCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CompletionContext context) =>
        ProviderClaims.Usual.Where(claim => context.Word.Begins(claim.Name))
            .Select(claim => new Suggestion(claim.Name, claim.Meaning));
}
