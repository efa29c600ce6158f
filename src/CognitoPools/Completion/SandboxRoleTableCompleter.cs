namespace CognitoPools.Completion;

/// <summary>Completes a role of the sandbox as a table with its keys.</summary>
internal sealed class SandboxRoleTableCompleter : TableCompleter
{
    private protected override IEnumerable<(string Text, string Meaning)> Tables(CompletionContext context) =>
    [
        ("@{ Name = 'hand-made'; TrustPolicy = $trustPolicy }", "A role with a trust policy from New-PoolTrustPolicy"),
        ("@{ Name = 'hand-made'; TrustPolicy = $trustPolicy; Path = '/apps/'; PermissionsBoundary = $policyArn }",
            "A role with all valid keys"),
    ];
}
