using System.Globalization;
using System.Management.Automation;
using System.Text;
using System.Text.RegularExpressions;

namespace ModuleBuilder;

/// <summary>A cmdlet's help as a Markdown page, to be read in the repository.</summary>
internal static partial class MarkdownPage
{
    /// <summary>The text of the page, with the line ends that the repository has.</summary>
    public static string Write(CmdletHelp help)
    {
        var page = new StringBuilder();
        void Line(string text = "") => page.Append(text).Append('\n');
        void Section(string title, IEnumerable<string> paragraphs)
        {
            Line();
            Line("## " + title);
            foreach (var paragraph in paragraphs)
            {
                Line();
                Line(paragraph);
            }
        }

        Line("# " + help.Name);
        Line();
        Line(
            "<!-- Made from the XML documentation of the cmdlet; `dotnet build tools/ModuleBuilder -t:RenewDocs` renews it. -->");
        Line();
        Line(Plain(help.Synopsis));
        Section("Syntax", help.Sets.Select(set => Code(Syntax(help, set))));
        Section("Description", help.Description.Select(Plain));
        Section("Examples", help.Examples.SelectMany((example, index) => new[]
        {
            string.Create(
                CultureInfo.InvariantCulture,
                $"### {index + 1}. {Plain(example.Title)}"), Code(example.Code), Plain(example.Prose),
        }));
        Section(
            "Parameters",
            help.Parameters.OrderBy(parameter => parameter.Shape.Name, StringComparer.Ordinal).SelectMany(parameter => new[]
            {
                $"### -{parameter.Shape.Name}", Plain(parameter.Text), Facts(parameter.Shape),
            }));
        Section("Inputs", help.Inputs.Select(Typed));
        Section("Outputs", help.Outputs.Select(Typed));
        Section("Notes", help.Notes.Select(Plain));
        if (help.Permissions.Count > 0)
            Section("Required permissions", help.Permissions.Select(Plain));
        Section("Links", [string.Join("\n", help.Links.Select(Link))]);
        return page.ToString();
    }

    private static string Syntax(CmdletHelp help, string set) => string.Join("\n    ",
        help.Syntax(set).Select(item => Use(item.Parameter.Shape, item.Use)).Prepend(help.Name).Append("[<CommonParameters>]"));

    private static string Use(CmdletParameter parameter, ParameterAttribute use)
    {
        var name = use.Position < 0 || parameter.IsSwitch ? $"-{parameter.Name}" : $"[-{parameter.Name}]";
        var value = parameter.IsSwitch
            ? ""
            : parameter.Values.Count > 0 ? $" {{{string.Join(" | ", parameter.Values)}}}" : $" <{parameter.TypeName}>";
        return use.Mandatory ? name + value : $"[{name}{value}]";
    }

    private static string Facts(CmdletParameter parameter)
    {
        var uses = parameter.Attributes;
        List<string> facts = [$"Type: `{parameter.TypeName}`"];
        if (parameter.Values.Count > 0)
            facts.Add($"Values: {string.Join(", ", parameter.Values)}");
        if (parameter.Aliases != "none")
            facts.Add($"Aliases: {parameter.Aliases}");
        facts.Add(uses.All(use => use.Mandatory)
            ? "Required"
            : uses.Any(use => use.Mandatory) ? "Required in some forms" : "Optional");
        if (uses.FirstOrDefault(use => use.Position >= 0) is { } placed)
            facts.Add($"Position: {CmdletParameter.Position(placed)}");
        if (uses.FirstOrDefault(use => use.ValueFromPipeline || use.ValueFromPipelineByPropertyName) is { } piped)
            facts.Add($"Pipeline: {CmdletParameter.Pipeline(piped)}");
        if (parameter.AcceptsWildcards)
            facts.Add("Wildcards: yes");
        return string.Join("\n", facts.Select(fact => "- " + fact));
    }

    private static string Typed(HelpType type) => type.Name == "None" ? Plain(type.Text) : $"`{type.Name}`: {Plain(type.Text)}";

    private static string Link(HelpLink link) =>
        link.Uri.Length > 0 ? $"- [{Plain(link.Text)}]({link.Uri})"
        : link.Text.StartsWith("about_", StringComparison.Ordinal) ? $"- [{Plain(link.Text)}](../en-US/{link.Text}.help.txt)"
        : $"- [{link.Text}]({link.Text}.md)";

    private static string Code(string code) => $"```powershell\n{code}\n```";

    internal static string Plain(string text) => Special().Replace(text, @"\$0");

    [GeneratedRegex(@"[\\`*_<\[\]|]")]
    private static partial Regex Special();
}
