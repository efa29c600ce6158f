namespace CognitoPools.Completion;

/// <summary>Completes the inline policies of the role that the command changes.</summary>
internal sealed class InlinePolicyCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CompletionContext context) =>
        context.InlinePolicies(context.Roles())
            .Where(context.Word.Begins)
            .Select(name => new Suggestion(name, $"{name}: an inline policy of the role"));
}
