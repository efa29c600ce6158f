using System.Globalization;
using System.Text.Json;
using CognitoPools.Roles;

namespace CognitoPools.Documents;

/// <summary>An element of a JSON document with its JSON path, which every error names.</summary>
/// <param name="Json">The element.</param>
/// <param name="Place">The JSON path.</param>
internal readonly record struct DocumentElement(JsonElement Json, string Place)
{
    /// <summary>Parses a JSON text, which may contain comments and trailing commas.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="DocumentFormatException">The text is not JSON, or an object has duplicate names.</exception>
    public static DocumentElement Parse(string text)
    {
        if (string.IsNullOrWhiteSpace(text.TrimStart('\uFEFF')))
            throw new DocumentFormatException("line 1", "the document is empty.", "Specify a pool document.");
        try
        {
            var options = new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };
            using var document = JsonDocument.Parse(text.TrimStart('\uFEFF'), options);
            var root = new DocumentElement(document.RootElement.Clone(), "$");
            root.CheckNames();
            return root;
        }
        catch (JsonException exception)
        {
            var line = ((exception.LineNumber ?? 0) + 1).ToString(CultureInfo.InvariantCulture);
            var tail = exception.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
            throw new DocumentFormatException(
                $"line {line}", $"the text is not valid JSON: {(tail < 0 ? exception.Message : exception.Message.Substring(0, tail))}", "");
        }
        catch (ArgumentException)
        {
            throw new DocumentFormatException("line 1", "the text is not valid JSON: it contains half of a surrogate pair.", "");
        }
    }

    /// <summary>The kind of the value.</summary>
    public JsonValueKind Kind => Json.ValueKind;

    /// <summary>Whether the element is an object with a non-null member of this name.</summary>
    public bool Has(string name) => Find(name) is not null;

    /// <summary>A member, or null if it is missing or null in the JSON.</summary>
    public DocumentElement? Find(string name) =>
        Kind == JsonValueKind.Object && Json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? new DocumentElement(value, PlaceOf(name))
            : null;

    /// <summary>A required member.</summary>
    public DocumentElement Require(string name) =>
        Find(name) ?? throw Error($"the key '{name}' is missing.", "Add it.");

    /// <summary>The members of an object, in order.</summary>
    public IEnumerable<(string Name, DocumentElement Value)> Members()
    {
        if (Kind != JsonValueKind.Object)
            throw Error($"the value must be an object, but it is {PolicyJson.Kind(Json)}.", "");
        var self = this;
        return Json.EnumerateObject().Select(member => (member.Name, new DocumentElement(member.Value, self.PlaceOf(member.Name))));
    }

    /// <summary>The items of an array.</summary>
    public IEnumerable<DocumentElement> Items()
    {
        if (Kind != JsonValueKind.Array)
            throw Error($"the value must be an array, but it is {PolicyJson.Kind(Json)}.", "");
        var self = this;
        return Json.EnumerateArray().Select((item, index) => new DocumentElement(
            item, string.Format(CultureInfo.InvariantCulture, "{0}[{1}]", self.Place, index)));
    }

    /// <summary>The text of a string.</summary>
    public string Text() => Kind == JsonValueKind.String
        ? Json.GetString()!
        : throw Error($"the value must be a string, but it is {PolicyJson.Kind(Json)}.", "");

    /// <summary>A Boolean value.</summary>
    public bool Flag() => Kind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Error($"the value must be true or false, but it is {PolicyJson.Kind(Json)}.", ""),
    };

    /// <summary>A whole number.</summary>
    public int Number() => Kind == JsonValueKind.Number && Json.TryGetInt32(out var number)
        ? number
        : throw Error("the value must be a whole number.", "");

    /// <summary>A name of an enumeration, with exact spelling.</summary>
    public T Choice<T>() where T : struct, Enum
    {
        var text = Text();
        var names = Enum.GetNames(typeof(T));
        if (names.Contains(text, StringComparer.Ordinal))
            return (T)Enum.Parse(typeof(T), text);
        var got = text.Length == 0 ? "empty text" : $"'{ShownText.Value(text)}'";
        throw Error($"the value must be {Sentences.List(names, "or")}; got {got}.", NearestMatch.Question(text, names));
    }

    /// <summary>An object whose values are strings.</summary>
    public ReadableTable Table() => Collections.Strings(
        Members().Select(member => new KeyValuePair<string, string>(member.Name, member.Value.Text())));

    /// <summary>Rejects members with other names.</summary>
    /// <param name="what">A noun for the object, such as 'a provider'.</param>
    /// <param name="names">The allowed names.</param>
    public void Allow(string what, params string[] names)
    {
        foreach (var (name, value) in Members())
        {
            if (names.Contains(name, StringComparer.Ordinal))
                continue;
            var question = NearestMatch.Question(name, names);
            throw value.Error(
                $"'{ShownText.Value(name)}' is not a key of {what}.", $"{question} The keys are {string.Join(", ", names)}.".TrimStart());
        }
    }

    /// <summary>Creates an error for this element.</summary>
    /// <param name="rule">The problem.</param>
    /// <param name="remedy">The remedy; can be empty.</param>
    public DocumentFormatException Error(string rule, string remedy) => new(Place, rule, remedy);

    private string PlaceOf(string name) => JsonPath.Member(Place, name);

    private void CheckNames()
    {
        if (Kind == JsonValueKind.Array)
        {
            foreach (var item in Items())
                item.CheckNames();
        }
        if (Kind == JsonValueKind.String)
            CheckText(Json, json => json.GetString()!);
        if (Kind != JsonValueKind.Object)
            return;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in Json.EnumerateObject())
        {
            CheckText(member, named => named.Name);
            var child = new DocumentElement(member.Value, PlaceOf(member.Name));
            if (!names.Add(member.Name))
                throw child.Error("the object contains this name twice.", "Remove one of them.");
            child.CheckNames();
        }
    }

    private void CheckText<T>(T source, Func<T, string> read)
    {
        try
        {
            _ = read(source);
        }
        catch (InvalidOperationException)
        {
            throw Error("the value contains an escape for half of a surrogate pair, which is not text.", "");
        }
    }
}
