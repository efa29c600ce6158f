using System.Text.Json;
using System.Text.RegularExpressions;

namespace CognitoPools.Sandbox.Operations.Iam;

/// <summary>IAM's rules for the version and the Sids of a policy, which it checks before the statements.</summary>
internal static class PolicyHead
{
    private static readonly string[] Versions = ["2012-10-17", "2008-10-17"];
    private static readonly Regex SidForm = new(@"\A[0-9A-Za-z]*\z", RegexOptions.CultureInvariant);

    /// <summary>IAM's message about the error, or null. The parser reports text that is not JSON or has another form.</summary>
    /// <param name="document">The policy.</param>
    /// <param name="duplicate">IAM's message about two statements with the same Sid.</param>
    public static string? Refusal(string document, string duplicate)
    {
        try
        {
            using var parsed = JsonDocument.Parse(document);
            return parsed.RootElement.ValueKind == JsonValueKind.Object ? OfRoot(parsed.RootElement, duplicate) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? OfRoot(JsonElement root, string duplicate)
    {
        if (root.TryGetProperty("Version", out var version)
            && !Versions.Contains(version.ValueKind == JsonValueKind.String ? version.GetString() : null, StringComparer.Ordinal))
        {
            return "The policy must contain a valid version string";
        }
        var sids = Statements(root).Select(Sid).OfType<string>().ToList();
        if (sids.Exists(sid => !SidForm.IsMatch(sid)))
        {
            return "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression "
                + "[0-9A-Za-z]*";
        }
        return sids.Where(sid => sid.Length > 0).GroupBy(sid => sid, StringComparer.Ordinal).Any(group => group.Count() > 1)
            ? duplicate
            : null;
    }

    private static IEnumerable<JsonElement> Statements(JsonElement root)
    {
        if (!root.TryGetProperty("Statement", out var statements))
            return [];
        return statements.ValueKind == JsonValueKind.Array ? [.. statements.EnumerateArray()] : [statements];
    }

    private static string? Sid(JsonElement statement) =>
        statement.ValueKind == JsonValueKind.Object
            && statement.TryGetProperty("Sid", out var sid)
            && sid.ValueKind == JsonValueKind.String
            ? sid.GetString()
            : null;
}
