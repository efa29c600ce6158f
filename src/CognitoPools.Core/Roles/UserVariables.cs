namespace CognitoPools.Roles;

/// <summary>The variables and principal tags that tell the users of a role apart in a policy.</summary>
internal static class UserVariables
{
    private const string PrincipalTag = "aws:PrincipalTag/";

    // They have the same value for all users of a role, or a value that does not identify the user.
    private static readonly string[] Shared =
    [
        "aws:PrincipalAccount", "aws:PrincipalArn", "aws:PrincipalOrgID", "aws:PrincipalOrgPaths", "aws:PrincipalType",
        "aws:ResourceAccount", "aws:ResourceOrgID", "aws:ResourceOrgPaths", "aws:FederatedProvider",
        "aws:CurrentTime", "aws:EpochTime", "aws:TokenIssueTime", "aws:RequestedRegion", "aws:SecureTransport",
    ];

    /// <summary>The variables in a value that differ by user, with their braces.</summary>
    /// <param name="value">A resource or the value of a condition.</param>
    public static IEnumerable<string> Of(string value) => All(value).Where(variable => !IsShared(Name(variable)));

    /// <summary>All variables in a value, with their braces.</summary>
    /// <param name="value">A resource or the value of a condition.</param>
    public static IEnumerable<string> All(string value) =>
        new PolicyPattern(value, wildcards: true, variables: true).Tokens.Select(token => token.Variable).OfType<string>();

    /// <summary>The name of a variable, without braces and a default value.</summary>
    /// <param name="variable">The variable.</param>
    public static string Name(string variable) => variable.Substring(2, variable.Length - 3).Split(',')[0].Trim();

    /// <summary>Whether a condition key or the name of a variable is a principal tag.</summary>
    /// <param name="key">The key.</param>
    public static bool IsPrincipalTag(string key) => key.StartsWith(PrincipalTag, StringComparison.OrdinalIgnoreCase);

    /// <summary>The key of the tag.</summary>
    /// <param name="key">A condition key or the name of a variable that is a principal tag.</param>
    public static string TagOf(string key) => key.Substring(PrincipalTag.Length);

    /// <summary>Whether a path has an empty part, which is left if a variable was replaced with nothing.</summary>
    /// <param name="resource">A resource.</param>
    public static bool IsLost(string resource) => resource.Contains("//");

    private static bool IsShared(string name) =>
        Shared.Contains(name, StringComparer.OrdinalIgnoreCase)
            || (name.StartsWith("cognito-identity", StringComparison.OrdinalIgnoreCase)
                && (name.EndsWith(":aud", StringComparison.OrdinalIgnoreCase) || name.EndsWith(":amr", StringComparison.OrdinalIgnoreCase)));
}
