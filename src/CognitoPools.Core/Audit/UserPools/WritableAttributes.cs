using CognitoPools.Audit.Model;
using CognitoPools.Providers;

namespace CognitoPools.Audit.UserPools;

/// <summary>Determines which claims of user pool tokens are attributes that users can write.</summary>
/// <remarks>https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html</remarks>
internal static class WritableAttributes
{
    private static readonly HashSet<string> Standard = new(StringComparer.Ordinal)
    {
        "address", "birthdate", "email", "family_name", "gender", "given_name", "locale", "middle_name", "name", "nickname",
        "phone_number", "picture", "preferred_username", "profile", "updated_at", "website", "zoneinfo",
    };

    /// <summary>Whether a claim is an attribute that an app client can be allowed to write. This excludes claims that only the user
    /// pool or an administrator sets, such as sub, cognito:groups, email_verified and dev:custom:*. It also excludes claims that a
    /// Lambda function adds.</summary>
    /// <param name="claim">The claim.</param>
    public static bool IsAttribute(string claim) =>
        claim.StartsWith("custom:", StringComparison.Ordinal) || Standard.Contains(claim);

    /// <summary>Whether users of an app client can choose an attribute; null if nothing is known about the app client.</summary>
    /// <param name="facts">The known facts about user pools.</param>
    /// <param name="client">The app client in the identity pool.</param>
    /// <param name="attribute">The attribute.</param>
    public static bool? CanWrite(UserPoolFacts facts, PoolIdentityProvider client, string attribute)
    {
        if (IsFixed(facts, UserPoolName.Find(client.Name)?.Id ?? client.Name, attribute))
            return false;
        if (client.ClientId is null || !facts.WriteAttributes.TryGetValue(client.ClientId, out var written))
            return null;
        return written?.Contains(attribute, StringComparer.Ordinal) ?? Standard.Contains(attribute);
    }

    // A user who signs up chooses even the value of an immutable attribute.
    private static bool IsFixed(UserPoolFacts facts, string userPool, string attribute) =>
        facts.ImmutableAttributes.TryGetValue(userPool, out var immutable)
        && immutable.Contains(attribute, StringComparer.Ordinal)
        && !(facts.SelfSignUp.TryGetValue(userPool, out var open) && open);
}
