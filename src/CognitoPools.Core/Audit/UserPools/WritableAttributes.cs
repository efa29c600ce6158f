using CognitoPools.Audit.Model;
using CognitoPools.Providers;

namespace CognitoPools.Audit.UserPools;

/// <summary>Which claims of a user pool's tokens are attributes that users may be able to write.</summary>
/// <remarks>https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html</remarks>
internal static class WritableAttributes
{
    private static readonly HashSet<string> Standard = new(StringComparer.Ordinal)
    {
        "address", "birthdate", "email", "family_name", "gender", "given_name", "locale", "middle_name", "name", "nickname",
        "phone_number", "picture", "preferred_username", "profile", "updated_at", "website", "zoneinfo",
    };

    /// <summary>Whether a claim is an attribute that an app client can be allowed to write. Those that only the user pool or an
    /// administrator sets, such as sub, cognito:groups, email_verified and dev:custom:*, are not, nor are claims that a Lambda
    /// function adds.</summary>
    /// <param name="claim">The claim.</param>
    public static bool IsAttribute(string claim) =>
        claim.StartsWith("custom:", StringComparison.Ordinal) || Standard.Contains(claim);

    /// <summary>Whether users of an app client can choose an attribute; null when nothing is known of the app client.</summary>
    /// <param name="facts">What is known of user pools.</param>
    /// <param name="client">The app client as the identity pool has it.</param>
    /// <param name="attribute">The attribute.</param>
    public static bool? CanWrite(UserPoolFacts facts, PoolIdentityProvider client, string attribute)
    {
        if (IsFixed(facts, UserPoolName.Find(client.Name)?.Id ?? client.Name, attribute))
            return false;
        if (client.ClientId is null || !facts.WriteAttributes.TryGetValue(client.ClientId, out var written))
            return null;
        return written?.Contains(attribute, StringComparer.Ordinal) ?? Standard.Contains(attribute);
    }

    // Who signs up chooses the value of an attribute that cannot be changed later.
    private static bool IsFixed(UserPoolFacts facts, string userPool, string attribute) =>
        facts.ImmutableAttributes.TryGetValue(userPool, out var immutable)
        && immutable.Contains(attribute, StringComparer.Ordinal)
        && !(facts.SelfSignUp.TryGetValue(userPool, out var open) && open);
}
