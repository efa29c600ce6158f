namespace CognitoPools.Completion;

/// <summary>Completes the number of the account that the user connected to, once it is known.</summary>
internal sealed class AccountIdCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CompletionContext context) =>
        context.Account?.AccountId is { } id && context.Word.Begins(id) ? [new Suggestion(id, "The account of the connection")] : [];
}
