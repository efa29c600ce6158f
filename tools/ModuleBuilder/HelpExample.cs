using System.Xml.Linq;

namespace ModuleBuilder;

/// <summary>An example: its title, the commands, and what they do.</summary>
internal sealed record HelpExample(string Title, string Code, string Prose)
{
    public static HelpExample Read(XElement example) => new(
        XmlDocs.Text(example.Element("title")),
        // The compiler indents the lines after the first.
        string.Join("\n", (example.Element("code")?.Value ?? "").Trim().Split('\n').Select(line => line.Trim())),
        XmlDocs.Text(new XElement(
            "prose", example.Nodes().Where(node => node is not XElement { Name.LocalName: "title" or "code" }))));
}
