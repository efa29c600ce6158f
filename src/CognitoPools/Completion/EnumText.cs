using System.Text;

namespace CognitoPools.Completion;

/// <summary>The summaries of the members of enumerations. The build puts the XML documentation into this
/// assembly.</summary>
internal static class EnumText
{
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Summaries = new(Read);

    /// <summary>The members in the order of their declaration, each with its summary.</summary>
    /// <param name="type">An enumeration.</param>
    public static IReadOnlyList<(string Name, string Meaning)> Members(Type type) =>
        [.. Enum.GetNames(type).Select(name =>
            (name, Summaries.Value.TryGetValue($"{type.FullName}.{name}", out var summary) ? summary : name))];

    private static IReadOnlyDictionary<string, string> Read()
    {
        using var stream = typeof(EnumText).Assembly.GetManifestResourceStream("EnumText.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var summaries = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.IndexOf('\t') is > 0 and var tab)
                summaries[line.Substring(0, tab)] = line.Substring(tab + 1);
        }
        return summaries;
    }
}
