using System.Text.Json;
using System.Text.RegularExpressions;

namespace CognitoPools.Roles;

/// <summary>Sees whether a permissions policy gives every user the same data of S3 or DynamoDB. Most often a
/// double-quoted text of PowerShell has then replaced the policy variable by nothing.</summary>
internal static class SharedData
{
    private static readonly string[] DataActions =
    [
        "s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:ListBucket",
        "dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query", "dynamodb:Scan",
        "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:BatchWriteItem",
    ];

    // ${*}, ${?} and ${$} are the characters themselves.
    private static readonly Regex Variable = new(@"\$\{(?![*?$]\})", RegexOptions.CultureInvariant);

    /// <summary>A warning about a policy without any policy variable or principal tag that allows data; null for another.</summary>
    /// <param name="json">A permissions policy.</param>
    public static string? Warning(string json)
    {
        var root = PolicyJson.ParseObject(json);
        var text = root.GetRawText();
        if (Variable.IsMatch(text) || text.IndexOf("aws:PrincipalTag/", StringComparison.OrdinalIgnoreCase) >= 0)
            return null;
        var allowed = PolicyJson.Statements(root)
            .Where(statement => statement.GetProperty("Effect").GetString() == "Allow")
            .SelectMany(statement => DataActions.Where(action => Concerns(statement, action)))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return allowed.Count == 0 ? null
            : $"The permissions policy gives all users of the role the same data: it allows {Shown(allowed)} without a policy "
                + "variable such as ${cognito-identity.amazonaws.com:sub} and without a principal tag. In double quotes PowerShell "
                + "replaces ${...} by nothing: write the policy in single quotes, '...' or @'...'@, or make it with "
                + "New-PoolRolePolicy -S3Bucket or -DynamoDbTable. Ignore this if the users are to share the data.";
    }

    private static string Shown(IReadOnlyList<string> actions) => actions.Count <= 3
        ? string.Join(", ", actions)
        : FormattableString.Invariant($"{string.Join(", ", actions.Take(3))} and {actions.Count - 3} more");

    private static bool Concerns(JsonElement statement, string action)
    {
        bool Fits(JsonElement patterns) => PolicyJson.Strings(patterns, "Action")
            .Any(pattern => new PolicyPattern(pattern, wildcards: true, variables: false).Matches(action, ignoreCase: true));

        return statement.TryGetProperty("Action", out var named) ? Fits(named) : !Fits(statement.GetProperty("NotAction"));
    }
}
