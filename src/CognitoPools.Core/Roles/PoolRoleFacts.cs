namespace CognitoPools.Roles;

/// <summary>What IAM says of a role.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="Name">Its name.</param>
/// <param name="Path">Its path.</param>
/// <param name="Trust">Its trust policy.</param>
public sealed record PoolRoleFacts(string Arn, string Name, string Path, TrustPolicy Trust)
{
    /// <summary>The names of its inline policies; read on demand.</summary>
    public IReadOnlyList<string> InlinePolicies { get; init; } = [];

    /// <summary>The ARNs of the policies attached to it; read on demand.</summary>
    public IReadOnlyList<string> AttachedPolicies { get; init; } = [];
}
