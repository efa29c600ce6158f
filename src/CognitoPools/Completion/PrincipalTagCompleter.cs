using CognitoPools.SignIn;

namespace CognitoPools.Completion;

/// <summary>Completes the principal tags of the default attribute mapping; those of a custom one are known to its pool
/// alone.</summary>
internal sealed class PrincipalTagCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CompletionContext context) =>
        PrincipalTags.Defaults.Where(context.Word.Begins)
            .Select(tag => new Suggestion(tag, $"{tag}: a tag of the default attribute mapping"));
}
