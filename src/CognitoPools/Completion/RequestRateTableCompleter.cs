namespace CognitoPools.Completion;

/// <summary>Completes a table of request rates.</summary>
internal sealed class RequestRateTableCompleter : TableCompleter
{
    private protected override IEnumerable<(string Text, string Meaning)> Tables(CompletionContext context) =>
    [
        ("@{ ListIdentities = 5; DeleteIdentities = 10 }", "The default quotas of an account: requests per second"),
    ];
}
