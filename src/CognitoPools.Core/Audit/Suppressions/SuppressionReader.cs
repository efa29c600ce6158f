using System.Globalization;
using CognitoPools.Documents;

namespace CognitoPools.Audit.Suppressions;

/// <summary>Reads a file of suppressions.</summary>
internal static class SuppressionReader
{
    private const string List = "suppressions";

    /// <summary>The keys of a suppression.</summary>
    private static readonly string[] Keys = ["id", "identityPool", "target", "reason", "expires"];

    /// <summary>Whether a file is one of suppressions, told by its name: it may stand beside pool documents.</summary>
    /// <param name="fileName">The name of the file.</param>
    public static bool IsFileName(string fileName) =>
        fileName.EndsWith("suppressions.json", StringComparison.OrdinalIgnoreCase);

    /// <summary>The suppressions of a text.</summary>
    /// <param name="text">JSON; comments and trailing commas are accepted.</param>
    /// <param name="ids">The ids of all checks.</param>
    /// <exception cref="DocumentFormatException">It is not such a file; the exception names the place.</exception>
    public static IReadOnlyList<Suppression> Read(string text, IReadOnlyList<string> ids)
    {
        var root = DocumentElement.Parse(text);
        root.Allow("a file of suppressions", "$schema", List);
        return [.. root.Require(List).Items().Select(item => Read(item, ids))];
    }

    private static Suppression Read(DocumentElement item, IReadOnlyList<string> ids)
    {
        item.Allow("a suppression", Keys);
        var id = item.Require("id");
        if (!ids.Contains(id.Text(), StringComparer.Ordinal))
        {
            var question = NearestMatch.Question(id.Text(), ids);
            throw id.Error(
                $"'{ShownText.Of(id.Text())}' is not the id of a check.",
                question is { Length: > 0 } ? question : "The ids are in docs/audit-checks.md.");
        }
        var reason = item.Require("reason");
        if (string.IsNullOrWhiteSpace(reason.Text()))
            throw reason.Error("The reason is empty.", "Say why the finding is accepted.");
        return new Suppression(id.Text(), reason.Text())
        {
            IdentityPool = Optional(item, "identityPool"),
            Target = Optional(item, "target"),
            Expires = item.Find("expires") is { } expires ? Day(expires) : null,
            Place = item.Place,
        };
    }

    private static string? Optional(DocumentElement item, string name)
    {
        if (item.Find(name) is not { } element)
            return null;
        return element.Text() is { Length: > 0 } text ? text : throw element.Error("The value is empty.", "Specify a value, or omit the key for every one.");
    }

    private static DateTime Day(DocumentElement expires) =>
        DateTime.TryParseExact(
            expires.Text(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw expires.Error($"'{ShownText.Of(expires.Text())}' is not a date.", "Write the last day as in 2027-01-31.");
}
