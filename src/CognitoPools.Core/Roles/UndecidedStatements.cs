using CognitoPools.Account;

namespace CognitoPools.Roles;

/// <summary>
/// Finds statements that would let a pool's users in but for a condition that is not decided for all of them: a
/// request tag, an address, a date, a policy variable, a provider, a single user. Adding an Allow beside such a statement would open the role to everybody
/// whom the condition keeps out.
/// </summary>
internal static class UndecidedStatements
{
    /// <summary>The first such statement with its open conditions, a sentence; null when there is none.</summary>
    public static (TrustStatement Statement, string Open)? Find(
        TrustPolicy policy, AwsPartition partition, string identityPoolId, PoolIdentityType identityType, bool principalTags)
    {
        // Whether a session will carry tags, and which, is not known: a condition on them is open either way.
        var anyone = TrustRequest.ForPool(partition, identityPoolId, identityType, needsTagSession: true);
        string[] actions = principalTags ? [TrustRequest.AssumeAction, TrustRequest.TagAction] : [TrustRequest.AssumeAction];
        foreach (var action in actions.Where(action => !IsAllowed(policy, anyone, action)))
        {
            var open = policy.Match(anyone, action).FirstOrDefault(match => match.Statement.Allows && match.IsUndecided);
            if (open is not null)
            {
                return (
                    open.Statement,
                    string.Join("; ", open.Undecided.Select(condition => condition.NotEvaluated)));
            }
        }
        return null;
    }

    private static bool IsAllowed(TrustPolicy policy, TrustRequest request, string action) =>
        policy.Match(request, action).Any(match => match.Statement.Allows && match.Matches);
}
