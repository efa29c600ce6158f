namespace CognitoPools.Completion;

/// <summary>Completes a table with the secret of a provider.</summary>
internal sealed class PlanSecretTableCompleter : TableCompleter
{
    private protected override IEnumerable<(string Text, string Meaning)> Tables(CompletionContext context)
    {
        yield return (TableText.Of(("api.twitter.com", "consumer secret")), "The consumer secret of Twitter");
        yield return (TableText.Of(("www.digits.com", "consumer secret")), "The consumer secret of Digits");
    }
}
