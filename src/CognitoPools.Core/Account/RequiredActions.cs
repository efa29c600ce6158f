namespace CognitoPools.Account;

/// <summary>The IAM actions that a caller requires for an operation of AWS.</summary>
/// <remarks>
/// https://docs.aws.amazon.com/service-authorization/latest/reference/list_cognito-identity.html and list_iam.html.
/// Most actions have the name of their operation.
/// </remarks>
public static class RequiredActions
{
    private static readonly Dictionary<string, string> Prefixes = new(StringComparer.Ordinal)
    {
        ["Cognito Identity"] = "cognito-identity",
        ["IAM"] = "iam",
    };

    // Callers without credentials can make these calls. The STS calls of this module require no permission either.
    private static readonly HashSet<string> Free = new(StringComparer.OrdinalIgnoreCase)
    {
        "GetId", "GetCredentialsForIdentity", "GetOpenIdToken", "UnlinkIdentity",
    };

    private static readonly Dictionary<string, string> Further = new(StringComparer.Ordinal)
    {
        ["CreateIdentityPool"] = "cognito-identity:TagResource",
        ["SetIdentityPoolRoles"] = "iam:PassRole",
        ["CreateRole"] = "iam:TagRole",
    };

    /// <summary>Whether an action of a policy has no effect, because its call requires no permission.</summary>
    /// <param name="action">The action, such as <c>cognito-identity:GetId</c>.</param>
    internal static bool IsFree(string action) => action.Split(':') is [var service, var operation]
        && string.Equals(service, Prefixes["Cognito Identity"], StringComparison.OrdinalIgnoreCase) && Free.Contains(operation);

    /// <summary>The actions, including those that the operation requires only with tags; none if it requires no
    /// permission.</summary>
    /// <param name="service">The service as the SDK names it, such as <c>Cognito Identity</c>.</param>
    /// <param name="operation">The operation, such as <c>CreateRole</c>.</param>
    public static IReadOnlyList<string> Of(string service, string operation)
    {
        if (!Prefixes.TryGetValue(service, out var prefix) || Free.Contains(operation))
            return [];
        var own = $"{prefix}:{operation}";
        return Further.TryGetValue(operation, out var further) ? [own, further] : [own];
    }
}
