using CognitoPools.Account;

namespace CognitoPools.Roles;

/// <summary>
/// Finds statements that would let a pool's users in but for a condition that only the service can decide: a request
/// tag, an address, a date, a policy variable. Adding an Allow beside such a statement would open the role to everybody
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
        TrustRequest[] requests = identityType == PoolIdentityType.Guest
            ? [anyone]
            : [anyone, .. TrustProviders.NamedIn(policy, anyone).Select(named => anyone.SignedInWith(named.Provider))];
        string[] actions = principalTags ? [TrustRequest.AssumeAction, TrustRequest.TagAction] : [TrustRequest.AssumeAction];
        foreach (var action in actions.Where(action => !IsAllowed(policy, anyone, action)))
        {
            var open = requests
                .SelectMany(request => policy.Match(request, action))
                .FirstOrDefault(match => match.Statement.Allows && match.CouldMatch && !match.Matches);
            if (open is not null)
            {
                return (
                    open.Statement,
                    string.Join("; ", open.Conditions.Select(condition => condition.NotEvaluated).OfType<string>()));
            }
        }
        return null;
    }

    private static bool IsAllowed(TrustPolicy policy, TrustRequest request, string action) =>
        policy.Match(request, action).Any(match => match.Statement.Allows && match.Matches);
}
