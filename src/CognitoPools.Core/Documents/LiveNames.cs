using CognitoPools.Account;

namespace CognitoPools.Documents;

/// <summary>What the placeholders of a document stand for in one account, Region and pool.</summary>
/// <param name="AccountId">The account's 12 digits; null where it is not known.</param>
/// <param name="Region">The Region of the pool.</param>
/// <param name="IdentityPoolId">The pool's id; null for a pool that is still to be made.</param>
internal sealed record LiveNames(string? AccountId, string Region, string? IdentityPoolId)
{
    /// <summary>The partition of the Region.</summary>
    public AwsPartition Partition { get; init; } = AwsPartition.FromRegion(Region);
}
