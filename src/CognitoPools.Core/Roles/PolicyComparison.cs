using System.Text.Json;

namespace CognitoPools.Roles;

/// <summary>Compares the meaning of two IAM policies. It ignores the order of statements and values, whether a single
/// value is in a list, the case of actions and condition keys, and the names of statements.</summary>
internal static class PolicyComparison
{
    // IAM's default for a policy without a version.
    private const string OldVersion = "2008-10-17";
    private const string Version = nameof(Version);

    /// <summary>Whether two policies mean the same.</summary>
    /// <param name="one">A policy, or null.</param>
    /// <param name="other">Another policy, or null.</param>
    public static bool AreSame(string? one, string? other) =>
        one is null || other is null ? one == other : Compare(one, other).Count == 0;

    /// <summary>The most specific places where two policies differ.</summary>
    /// <param name="expected">The expected policy.</param>
    /// <param name="actual">The actual policy.</param>
    public static IReadOnlyList<PolicyDifference> Compare(string expected, string actual)
    {
        if (PolicyJson.Same(expected, actual))
            return [];
        try
        {
            var (one, other) = (PolicyJson.ParseObject(expected), PolicyJson.ParseObject(actual));
            return [.. Versions(one, other), .. Statements(PolicyStatement.All(one), PolicyStatement.All(other))];
        }
        catch (FormatException)
        {
            return [new PolicyDifference("", expected, actual)];
        }
    }

    private static IEnumerable<PolicyDifference> Versions(JsonElement expected, JsonElement actual)
    {
        var (one, other) = (Find(expected), Find(actual));
        if ((one ?? OldVersion) != (other ?? OldVersion))
            yield return new PolicyDifference(Version, one, other);

        static string? Find(JsonElement policy) => policy.TryGetProperty(Version, out var version)
            ? version.ValueKind == JsonValueKind.String ? version.GetString() : version.GetRawText()
            : null;
    }

    private static IEnumerable<PolicyDifference> Statements(
        IReadOnlyList<PolicyStatement> expected, IReadOnlyList<PolicyStatement> actual)
    {
        var missing = Without(expected, actual);
        var extra = Without(actual, expected);
        var pairs = Pairs(missing, extra);
        foreach (var statement in missing)
        {
            if (pairs.TryGetValue(statement, out var other))
            {
                foreach (var difference in statement.Compare(other))
                    yield return difference;
            }
            else
            {
                yield return new PolicyDifference(statement.Path, statement.Text, null);
            }
        }
        foreach (var statement in extra.Where(statement => !pairs.ContainsValue(statement)))
            yield return new PolicyDifference(statement.Path, null, statement.Text);
    }

    private static List<PolicyStatement> Without(IReadOnlyList<PolicyStatement> statements, IEnumerable<PolicyStatement> others)
    {
        var seen = new HashSet<string>(others.Select(statement => statement.Meaning), StringComparer.Ordinal);
        return [.. statements.Where(statement => seen.Add(statement.Meaning))];
    }

    // A changed statement is paired with its original by its name, otherwise with the statement that has the most in
    // common.
    private static Dictionary<PolicyStatement, PolicyStatement> Pairs(
        IReadOnlyList<PolicyStatement> missing, IReadOnlyList<PolicyStatement> extra)
    {
        var isOne = missing.Count == 1 && extra.Count == 1;
        var pairs = new Dictionary<PolicyStatement, PolicyStatement>();
        foreach (var (one, other) in missing
            .SelectMany(one => extra.Select(other => (One: one, Other: other)))
            .Where(pair => isOne || pair.One.HasNameOf(pair.Other) || pair.One.SharesPartWith(pair.Other))
            .OrderBy(pair => pair.One.HasNameOf(pair.Other) ? 0 : 1)
            .ThenBy(pair => pair.One.Compare(pair.Other).Count()))
        {
            if (!pairs.ContainsKey(one) && !pairs.ContainsValue(other))
                pairs.Add(one, other);
        }
        return pairs;
    }
}
