using System.Runtime.Serialization.Json;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace CognitoPools.SdkGenerator.Model;

/// <summary>
/// JSON as a tree of elements, read with what every compiler's runtime has: a generator that brings a JSON library along
/// meets the compiler's own copy of it.
/// </summary>
internal static class JsonTree
{
    public static XElement Parse(string json)
    {
        try
        {
            using var reader = JsonReaderWriterFactory.CreateJsonReader(
                Encoding.UTF8.GetBytes(json), XmlDictionaryReaderQuotas.Max);
            return XElement.Load(reader);
        }
        catch (Exception exception) when (exception is XmlException or InvalidOperationException)
        {
            throw new ModelException($"the file is not JSON: {exception.Message}");
        }
    }

    /// <summary>The entries of an object by their names.</summary>
    public static Dictionary<string, XElement> Named(this XElement parent, string key)
    {
        var named = new Dictionary<string, XElement>(StringComparer.Ordinal);
        foreach (var entry in parent.Entries(key))
        {
            if (named.ContainsKey(entry.Name.LocalName))
                throw new ModelException($"'{entry.Name.LocalName}' appears twice in '{key}'.");
            named.Add(entry.Name.LocalName, entry);
        }

        return named;
    }

    /// <summary>The entries of an object; none where the key is missing.</summary>
    public static IEnumerable<XElement> Entries(this XElement parent, string key) => parent.Element(key)?.Elements() ?? [];

    /// <summary>The texts of a list; none where the key is missing.</summary>
    public static IReadOnlyList<string> List(
        this XElement parent, string key) => [.. parent.Entries(key).Select(item => item.Value)];

    public static string? Optional(this XElement parent, string key) => parent.Element(key)?.Value;

    public static string Required(this XElement parent, string key, string where) =>
        parent.Optional(key) ?? throw new ModelException($"{where} has no '{key}'.");
}
