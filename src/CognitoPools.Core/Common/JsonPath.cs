using System.Globalization;
using System.Text.RegularExpressions;

namespace CognitoPools;

/// <summary>Places in a JSON document, as messages and differences name them.</summary>
internal static class JsonPath
{
    private static readonly Regex PlainName = new(@"\A[A-Za-z_][A-Za-z0-9_]*\z", RegexOptions.CultureInvariant);

    /// <summary>The place of a member of an object.</summary>
    /// <param name="path">The place of the object; empty for the document itself.</param>
    /// <param name="name">The name of the member.</param>
    public static string Member(string path, string name) => PlainName.IsMatch(name)
        ? path.Length == 0 ? name : $"{path}.{name}"
        : $"{path}['{ShownText.Value(name).Replace("'", "\\'")}']";

    /// <summary>The place of an item of a list.</summary>
    /// <param name="path">The place of the list.</param>
    /// <param name="index">The number of the item, from 0.</param>
    public static string Item(string path, int index) => $"{path}[{index.ToString(CultureInfo.InvariantCulture)}]";
}
