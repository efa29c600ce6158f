using System.Globalization;

namespace CognitoPools.Completion;

/// <summary>Completes the numbers of the rules that the command's provider has.</summary>
internal class RuleNumberCompleter : ValueCompleter
{
    private protected sealed override IEnumerable<Suggestion> Suggest(CompletionContext context) =>
        context.Pool() is { } pool && context.Provider(pool) is { } provider
            ? Numbers(provider.Rules).Select((meaning, index) =>
                    (Number: (index + 1).ToString(CultureInfo.InvariantCulture), Meaning: meaning))
                .Where(offer => context.Word.Begins(offer.Number))
                .Select(offer => new Suggestion(offer.Number, offer.Meaning, $"{offer.Number}: {offer.Meaning}")
                {
                    IsExpression = true,
                })
            : [];

    /// <summary>The meaning of each number, starting with 1.</summary>
    private protected virtual IEnumerable<string> Numbers(IReadOnlyList<PoolRoleRule> rules) =>
        rules.Select(rule => rule.ToString());
}
