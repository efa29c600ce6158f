using System.Globalization;
using CognitoPools.Documents;

namespace CognitoPools.Audit.Suppressions;

/// <summary>Reads a suppression file.</summary>
internal static class SuppressionReader
{
    private const string List = "suppressions";

    /// <summary>The keys of a suppression.</summary>
    private static readonly string[] Keys = ["id", "identityPool", "target", "reason", "expires"];

    /// <summary>Whether a file is a suppression file, by its name. It can be in the same folder as pool documents.</summary>
    /// <param name="fileName">The name of the file.</param>
    public static bool IsFileName(string fileName) =>
        fileName.EndsWith("suppressions.json", StringComparison.OrdinalIgnoreCase);

    /// <summary>The suppressions of a text.</summary>
    /// <param name="text">JSON; comments and trailing commas are accepted.</param>
    /// <param name="ids">The ids of all checks.</param>
    /// <exception cref="DocumentFormatException">The text is not a suppression file. The exception names the place.</exception>
    public static IReadOnlyList<Suppression> Read(string text, IReadOnlyList<string> ids)
    {
        var root = DocumentElement.Parse(text);
        root.Allow("a suppression file", "$schema", List);
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
                question is { Length: > 0 } ? question : "about_CognitoPools_Audit lists the ids.");
        }
        var reason = item.Require("reason");
        if (string.IsNullOrWhiteSpace(reason.Text()))
            throw reason.Error("must not be empty.", "Specify why the finding is accepted.");
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
        return element.Text() is { Length: > 0 } text ? text : throw element.Error("must not be empty.", "Specify a value, or omit the key to match all.");
    }

    private static DateTime Day(DocumentElement expires) =>
        DateTime.TryParseExact(
            expires.Text(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw expires.Error($"'{ShownText.Of(expires.Text())}' is not a date.", "Specify the last day as yyyy-MM-dd, for example 2027-01-31.");
}
