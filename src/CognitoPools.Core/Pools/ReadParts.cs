namespace CognitoPools.Pools;

/// <summary>Rejects a change that would write unread parts of a pool, because each call replaces everything that it
/// writes.</summary>
internal static class ReadParts
{
    private static readonly PoolCall[] Calls = [PoolCall.SetIdentityPoolRoles, PoolCall.SetPrincipalTagAttributeMap];

    /// <summary>Checks a change before it is planned.</summary>
    /// <param name="current">The pool as it was read; null for a new pool.</param>
    /// <param name="desired">The desired pool.</param>
    /// <exception cref="UnreadablePartException">A part that changes was not read.</exception>
    public static void Check(IdentityPool? current, IdentityPool desired)
    {
        if (current is null)
            return;
        foreach (var part in current.Unreadable.Concat(desired.Unreadable))
        {
            if (Calls.Any(call => part.IsWrittenBy(call) && PoolDifference.Of(call, current, desired).Count > 0))
                throw new UnreadablePartException(current.ToString(), part);
        }

        if (current.Arn is null && !current.Tags.SequenceEqual(desired.Tags))
        {
            throw new UnreadablePartException(
                current.ToString(), UnreadablePart.Arn("the account id is not known, and tags are set by ARN"));
        }
    }
}
