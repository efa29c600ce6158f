using CognitoPools.Account;

namespace CognitoPools.Roles;

/// <summary>The properties of a role in IAM.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="Name">Its name.</param>
/// <param name="Path">Its path.</param>
/// <param name="Trust">Its trust policy; null if it could not be understood.</param>
public sealed record PoolRoleFacts(string Arn, string Name, string Path, TrustPolicy? Trust)
{
    /// <summary>The reason why the trust policy could not be understood, or null.</summary>
    public string? TrustProblem { get; init; }

    /// <summary>The text of the trust policy in IAM.</summary>
    public string? TrustDocument { get; init; }

    /// <summary>The id of the pool that its tag names, or null.</summary>
    public string? PoolTag { get; init; }

    /// <summary>The ARN of the managed policy that is its permissions boundary, or null.</summary>
    public string? PermissionsBoundary { get; init; }

    /// <summary>Its description in IAM, or null.</summary>
    public string? Description { get; init; }

    /// <summary>Its maximum session duration in seconds.</summary>
    public int MaxSessionDuration { get; init; } = 3_600;

    /// <summary>Its tags; empty if the role comes from a listing without tags.</summary>
    public ReadableTable Tags { get; init; } = ReadableTable.Empty;

    /// <summary>The names of its inline policies; read on demand.</summary>
    public IReadOnlyList<string> InlinePolicies { get; init; } = [];

    /// <summary>The ARNs of the policies attached to it; read on demand.</summary>
    public IReadOnlyList<string> AttachedPolicies { get; init; } = [];

    /// <summary>Whether the module created it for a pool: both its path and its tag name the pool.</summary>
    /// <param name="identityPoolId">The pool's id.</param>
    internal bool IsMadeFor(string identityPoolId) =>
        Path == NewRole.Path(PoolIds.Region(identityPoolId), PoolIds.Uuid(identityPoolId)) && PoolTag == identityPoolId;

    /// <summary>Whether a pool's users can assume the role, and why.</summary>
    /// <param name="partition">The pool's partition.</param>
    /// <param name="identityPoolId">The pool's id.</param>
    /// <param name="identityType">Whose role it will be.</param>
    /// <param name="principalTags">Whether their sessions carry principal tags.</param>
    internal TrustExplanation Explain(
        AwsPartition partition, string identityPoolId, PoolIdentityType identityType, bool principalTags) =>
        Trust?.Explain(partition, identityPoolId, identityType, principalTags)
        ?? new TrustExplanation(
            PoolRoleTrust.Unknown, $"The trust policy could not be understood: {TrustProblem}",
            TrustPolicy.ForPool(partition, [identityPoolId], identityType, principalTags).Statements[0].ToJson(), []);
}
