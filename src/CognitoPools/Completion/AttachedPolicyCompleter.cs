namespace CognitoPools.Completion;

/// <summary>Completes the managed policies that are attached to the role that the command changes.</summary>
internal sealed class AttachedPolicyCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Suggest(CompletionContext context) =>
        context.AttachedPolicies(context.Roles()).SelectMany(arn => ManagedPolicySuggestion.Of(context.Word, arn));
}
