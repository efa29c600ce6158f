using CognitoPools.Account;

namespace CognitoPools.Documents;

/// <summary>The values of the placeholders of a document for one account, Region and pool.</summary>
/// <param name="AccountId">The account id; null if it is not known.</param>
/// <param name="Region">The Region of the pool.</param>
/// <param name="IdentityPoolId">The pool's id; null for a new pool.</param>
internal sealed record LiveNames(string? AccountId, string Region, string? IdentityPoolId)
{
    /// <summary>The partition of the Region.</summary>
    public AwsPartition Partition { get; init; } = AwsPartition.FromRegion(Region);
}
