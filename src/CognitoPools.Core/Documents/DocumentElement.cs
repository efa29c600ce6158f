using System.Globalization;
using System.Text.Json;
using CognitoPools.Roles;

namespace CognitoPools.Documents;

/// <summary>An element of a JSON document that knows its place, so that every complaint names it.</summary>
/// <param name="Json">The element.</param>
/// <param name="Place">Its JSON path.</param>
internal readonly record struct DocumentElement(JsonElement Json, string Place)
{
    /// <summary>The root of a JSON text, in which comments and trailing commas may stand.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="DocumentFormatException">It is not JSON, or an object has a name twice.</exception>
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
                $"line {line}", $"this is not JSON: {(tail < 0 ? exception.Message : exception.Message.Substring(0, tail))}", "");
        }
        catch (ArgumentException)
        {
            throw new DocumentFormatException("line 1", "this is not JSON: it contains half of a surrogate pair.", "");
        }
    }

    /// <summary>What kind of value it is.</summary>
    public JsonValueKind Kind => Json.ValueKind;

    /// <summary>Whether it is an object with a member of this name, and not null.</summary>
    public bool Has(string name) => Find(name) is not null;

    /// <summary>A member; null when it is missing or JSON's null.</summary>
    public DocumentElement? Find(string name) =>
        Kind == JsonValueKind.Object && Json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? new DocumentElement(value, PlaceOf(name))
            : null;

    /// <summary>A member that must be there.</summary>
    public DocumentElement Require(string name) =>
        Find(name) ?? throw Error($"'{name}' is missing.", "");

    /// <summary>The members of an object, in their order.</summary>
    public IEnumerable<(string Name, DocumentElement Value)> Members()
    {
        if (Kind != JsonValueKind.Object)
            throw Error($"must be an object; it is {PolicyJson.Kind(Json)}.", "");
        var self = this;
        return Json.EnumerateObject().Select(member => (member.Name, new DocumentElement(member.Value, self.PlaceOf(member.Name))));
    }

    /// <summary>The items of an array.</summary>
    public IEnumerable<DocumentElement> Items()
    {
        if (Kind != JsonValueKind.Array)
            throw Error($"must be an array; it is {PolicyJson.Kind(Json)}.", "");
        var self = this;
        return Json.EnumerateArray().Select((item, index) => new DocumentElement(
            item, string.Format(CultureInfo.InvariantCulture, "{0}[{1}]", self.Place, index)));
    }

    /// <summary>The text of a string.</summary>
    public string Text() => Kind == JsonValueKind.String
        ? Json.GetString()!
        : throw Error($"must be a string; it is {PolicyJson.Kind(Json)}.", "");

    /// <summary>A truth value.</summary>
    public bool Flag() => Kind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Error($"must be true or false; it is {PolicyJson.Kind(Json)}.", ""),
    };

    /// <summary>A whole number.</summary>
    public int Number() => Kind == JsonValueKind.Number && Json.TryGetInt32(out var number)
        ? number
        : throw Error("must be a whole number.", "");

    /// <summary>One of an enumeration's names, exactly as the enumeration spells it.</summary>
    public T Choice<T>() where T : struct, Enum
    {
        var text = Text();
        var names = Enum.GetNames(typeof(T));
        if (names.Contains(text, StringComparer.Ordinal))
            return (T)Enum.Parse(typeof(T), text);
        throw Error($"'{ShownText.Value(text)}' must be {string.Join(", ", names)}.", NearestMatch.Question(text, names));
    }

    /// <summary>An object whose values are strings.</summary>
    public ReadableTable Table() => Collections.Strings(
        Members().Select(member => new KeyValuePair<string, string>(member.Name, member.Value.Text())));

    /// <summary>Refuses members of other names.</summary>
    /// <param name="what">What the object is, such as 'a provider'.</param>
    /// <param name="names">The names that it may have.</param>
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

    /// <summary>A complaint about this element.</summary>
    /// <param name="rule">What is wrong.</param>
    /// <param name="remedy">What to do, or nothing.</param>
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
                throw child.Error("this name is there twice in one object.", "Remove one of the two.");
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
            throw Error("contains an escape for half of a surrogate pair, which is not text.", "");
        }
    }
}
