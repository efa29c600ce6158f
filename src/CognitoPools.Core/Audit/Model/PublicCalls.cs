namespace CognitoPools.Audit.Model;

/// <summary>Calls of identity pools that need no permission: allowing them allows nothing.</summary>
/// <remarks>https://docs.aws.amazon.com/cognito/latest/developerguide/security-iam.html: they are not signed.</remarks>
internal static class PublicCalls
{
    private static readonly string[] Actions =
    [
        "cognito-identity:GetCredentialsForIdentity", "cognito-identity:GetId", "cognito-identity:GetOpenIdToken",
        "cognito-identity:UnlinkIdentity",
    ];

    /// <summary>Whether an action is one of them.</summary>
    /// <param name="action">The action of a permission.</param>
    public static bool Include(string action) => Actions.Contains(action, StringComparer.OrdinalIgnoreCase);
}
