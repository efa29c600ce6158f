using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Text.Json.Nodes;
using CognitoPools.Roles;

namespace CognitoPools.Binding;

/// <summary>Writes a hashtable or the output of ConvertFrom-Json as JSON. ConvertTo-Json would truncate it after two levels by
/// default.</summary>
internal static class JsonText
{
    // A hashtable has no order, and this is the order in which people read a policy.
    private static readonly string[] PolicyOrder =
    [
        "Version", "Id", "Statement", "Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource",
        "NotResource", "Condition",
    ];

    /// <summary>The JSON.</summary>
    /// <param name="value">A table or a custom object.</param>
    /// <exception cref="ArgumentTransformationMetadataException">JSON cannot contain a value.</exception>
    public static string Of(object? value) =>
        PolicyJson.Write(writer => Node(value)!.WriteTo(writer), indented: false);

    private static JsonNode? Node(object? wrapped) => Unwrapped.Object(wrapped) switch
    {
        null => null,
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag),
        SwitchParameter flag => JsonValue.Create(flag.IsPresent),
        byte or short or int or long => JsonValue.Create(Convert.ToInt64(Unwrapped.Object(wrapped), CultureInfo.InvariantCulture)),
        double or decimal or float => JsonValue.Create(Convert.ToDecimal(Unwrapped.Object(wrapped), CultureInfo.InvariantCulture)),
        // ConvertFrom-Json converts text to these. Like IAM, it assumes UTC for a time without a zone.
        DateTime { Kind: DateTimeKind.Local } time => Time(time.ToUniversalTime()),
        DateTime time => Time(time),
        DateTimeOffset time => Time(time.UtcDateTime),
        IDictionary table => Table(table),
        PSObject { BaseObject: PSCustomObject } custom => Members(custom.Properties.Select(property => (property.Name, (object?)property.Value))),
        IEnumerable items => new JsonArray([.. items.Cast<object?>().Select(Node)]),
        var other => throw new ArgumentTransformationMetadataException(
            $"A policy cannot contain a value of type {other.GetType().Name}. Specify text, numbers, times, lists or tables."),
    };

    private static JsonNode Time(DateTime utc) =>
        JsonValue.Create(utc.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture))!;

    private static JsonObject Table(IDictionary table)
    {
        var entries = table.Cast<DictionaryEntry>().Select(entry => (Name: entry.Key.ToString()!, Value: (object?)entry.Value));
        return Members(table is Hashtable
            ? entries.OrderBy(entry => Array.IndexOf(PolicyOrder, entry.Name) is >= 0 and var place ? place : int.MaxValue)
                .ThenBy(entry => entry.Name, StringComparer.Ordinal)
            : entries);
    }

    private static JsonObject Members(IEnumerable<(string Name, object? Value)> members)
    {
        var written = new JsonObject();
        foreach (var (name, value) in members)
            written[name] = Node(value);
        return written;
    }
}
