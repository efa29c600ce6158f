namespace CognitoPools.Completion;

/// <summary>Completes a managed policy of the sandbox as a table with its keys.</summary>
internal sealed class SandboxPolicyTableCompleter : TableCompleter
{
    private protected override IEnumerable<(string Text, string Meaning)> Tables(CompletionContext context) =>
    [
        ("@{ Name = 'read-files'; Document = $policy }", "A managed policy of the account, as New-PoolRolePolicy makes it"),
        ("@{ Name = 'ReadFiles'; Document = $policy; AwsManaged = $true }", "A managed policy of AWS's own"),
    ];
}
