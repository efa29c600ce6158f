using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ModuleBuilder;

/// <summary>The XML documentation that the compiler wrote for the module's own assemblies.</summary>
/// <param name="folder">Where the assemblies were built.</param>
internal sealed partial class XmlDocs(string folder)
{
    private readonly Dictionary<string, XElement> members = new[] { "CognitoPools.xml", "CognitoPools.Core.xml" }
        .SelectMany(file => XDocument.Load(Path.Combine(folder, file)).Descendants("member"))
        .GroupBy(member => member.Attribute("name")!.Value, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    public XElement? Of(Type type) => members.GetValueOrDefault("T:" + type.FullName);

    public XElement? Of(PropertyInfo property) =>
        members.GetValueOrDefault($"P:{property.DeclaringType!.FullName}.{property.Name}");

    /// <summary>The text of an element on one line, with references by their last names.</summary>
    public static string Text(XElement? element)
    {
        if (element is null)
            return "";
        var text = new StringBuilder();
        foreach (var node in element.Nodes())
        {
            text.Append(node switch
            {
                XText plain => plain.Value,
                XElement { Name.LocalName: "see" } see => Reference(see),
                XElement inner => Text(inner),
                _ => "",
            });
        }
        return Spaces().Replace(text.ToString(), " ").Trim();
    }

    private static string Reference(XElement see) =>
        (see.Attribute("cref")?.Value ?? see.Attribute("langword")?.Value ?? see.Attribute("href")?.Value ?? "").Split('.', ':')[
            ^1];

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
