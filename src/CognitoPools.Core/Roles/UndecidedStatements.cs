using CognitoPools.Account;

namespace CognitoPools.Roles;

/// <summary>
/// Finds statements that would admit a pool's users, except that a condition cannot be decided for all of them: a
/// request tag, an address, a date, a policy variable, a provider, a single user. Another Allow in the policy would
/// open the role to everyone that the condition keeps out.
/// </summary>
internal static class UndecidedStatements
{
    /// <summary>The first such statement and a text about its undecided conditions; null if there is none.</summary>
    public static (TrustStatement Statement, string Open)? Find(
        TrustPolicy policy, AwsPartition partition, string identityPoolId, PoolIdentityType identityType, bool principalTags)
    {
        // It is not known whether a session will carry tags, and which, so a condition on them is always undecided.
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
