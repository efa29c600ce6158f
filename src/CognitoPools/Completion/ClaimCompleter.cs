using CognitoPools.Providers;

namespace CognitoPools.Completion;

/// <summary>Completes the claims that tokens usually have. Custom claims of an app, such as custom:team, are not
/// known.</summary>
internal sealed class ClaimCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CompletionContext context) =>
        ProviderClaims.Usual.Where(claim => context.Word.Begins(claim.Name))
            .Select(claim => new Suggestion(claim.Name, claim.Meaning));
}
