namespace CognitoPools.Completion;

/// <summary>Completes a table of claims: the claims in the rules of the command's pool, and common ones.</summary>
internal sealed class ClaimTableCompleter : TableCompleter
{
    private protected override IEnumerable<(string Text, string Meaning)> Tables(CompletionContext context)
    {
        foreach (var rule in context.Pool()?.Providers.SelectMany(provider => provider.Rules) ?? [])
            yield return (TableText.Of((rule.Claim, rule.Value)), $"The claim of the rule {rule}");
        yield return (TableText.Of(("cognito:groups", "admins")), "A group of a Cognito user pool");
        yield return (TableText.Of(("email", "user@example.com"), ("email_verified", "true")), "A verified e-mail address");
    }
}
