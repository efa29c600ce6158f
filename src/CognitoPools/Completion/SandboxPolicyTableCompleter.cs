namespace CognitoPools.Completion;

/// <summary>Completes a managed policy of the sandbox as a table with its keys.</summary>
internal sealed class SandboxPolicyTableCompleter : TableCompleter
{
    private protected override IEnumerable<(string Text, string Meaning)> Tables(CompletionContext context) =>
    [
        ("@{ Name = 'read-files'; Document = $policy }", "A managed policy of the account, from New-PoolRolePolicy"),
        ("@{ Name = 'ReadFiles'; Document = $policy; AwsManaged = $true }", "An AWS managed policy"),
    ];
}
