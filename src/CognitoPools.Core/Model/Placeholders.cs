using System.Text.RegularExpressions;

namespace CognitoPools;

/// <summary>Stand for values that only the run of a plan knows, such as the id of a pool that the plan makes.</summary>
internal static class Placeholders
{
    public const string PoolId = "{IdentityPoolId}";
    public const string PoolUuid = "{IdentityPoolUuid}";
    public const string PoolUuidStart = "{IdentityPoolUuidStart}";

    public static string RoleArn(string key) => $"{{{key}RoleArn}}";

    // A policy variable of IAM has a dollar sign before the brace.
    private static readonly Regex Pattern = new(@"(?<!\$)\{(?:IdentityPool(?:Id|Uuid|UuidStart)|\w+RoleArn)\}", RegexOptions.CultureInvariant);

    /// <summary>A sentence that explains the placeholders of a text, or null if it has none.</summary>
    /// <param name="text">The text of a plan.</param>
    public static string? Explain(string text)
    {
        var found = Pattern.Matches(text).Cast<Match>().Select(match => match.Value).Distinct(StringComparer.Ordinal).ToList();
        return found.Count == 0 ? null : $"Known only when the plan runs: {string.Join(", ", found)}.";
    }

    public static bool IsPlaceholder(string text) => text is ['{', ..];
}
