using System.Globalization;
using System.Management.Automation;
using System.Xml.Linq;

namespace ModuleBuilder;

/// <summary>The cmdlets' help in MAML, which Get-Help reads.</summary>
internal static class HelpFile
{
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";
    private static readonly XNamespace Msh = "http://msh";

    /// <summary>The text of the file.</summary>
    /// <param name="cmdlets">The help of the cmdlets.</param>
    /// <param name="pages">The public pages, one of which is the online help of each cmdlet.</param>
    public static string Write(IReadOnlyList<CmdletHelp> cmdlets, ProjectPages pages) =>
        new XDeclaration("1.0", "utf-8", null) + Environment.NewLine + new XElement(
            Msh + "helpItems", new XAttribute("schema", "maml"), cmdlets.Select(help => Item(help, pages))) + Environment.NewLine;

    private static XElement Item(CmdletHelp help, ProjectPages pages) => new(Command + "command",
        new XAttribute(XNamespace.Xmlns + "maml", Maml),
        new XAttribute(XNamespace.Xmlns + "command", Command),
        new XAttribute(XNamespace.Xmlns + "dev", Dev),
        new XElement(Command + "details",
            new XElement(Command + "name", help.Name),
            new XElement(Command + "verb", help.Verb),
            new XElement(Command + "noun", help.Noun),
            new XElement(Maml + "description", Para(help.Synopsis))),
        new XElement(Maml + "description", help.Description.Select(Para)),
        new XElement(Command + "syntax", help.Sets.Select(set => new XElement(Command + "syntaxItem",
            new XElement(Maml + "name", help.Name), help.Syntax(set).Select(item => Parameter(item.Parameter, item.Use))))),
        new XElement(
            Command + "parameters",
            help.Parameters.OrderBy(parameter => parameter.Shape.Name, StringComparer.Ordinal)
                .Select(parameter => Parameter(parameter, parameter.Shape.Attributes[0]))),
        new XElement(Command + "inputTypes", help.Inputs.Select(input => Typed("inputType", input))),
        new XElement(Command + "returnValues", help.Outputs.Select(output => Typed("returnValue", output))),
        new XElement(Maml + "alertSet", new XElement(Maml + "alert", Notes(help).Select(Para))),
        new XElement(Command + "examples", help.Examples.Select(Example)),
        new XElement(
            Maml + "relatedLinks",
            Links(help, pages).Select(link => new XElement(
                Maml + "navigationLink", new XElement(Maml + "linkText", link.Text), new XElement(Maml + "uri", link.Uri)))));

    // Get-Help -Online opens the first address among the links, and Get-Command shows it as HelpUri. The addresses of
    // other pages are therefore part of the text: without a page in this project, a cmdlet has no online help.
    private static IEnumerable<HelpLink> Links(CmdletHelp help, ProjectPages pages)
    {
        var links = help.Links.Select(link => link.Uri.Length > 0 ? new HelpLink($"{link.Text}: {link.Uri}", "") : link);
        return pages.Help(help.Name) is { } page ? links.Prepend(new HelpLink("Online version:", page)) : links;
    }

    // MAML has no section for permissions.
    private static IEnumerable<string> Notes(CmdletHelp help) => help.Permissions.Count == 0
        ? help.Notes
        : help.Notes.Append($"Required permissions: {string.Join(" ", help.Permissions)}");

    private static XElement Parameter(HelpParameter parameter, ParameterAttribute use)
    {
        var shape = parameter.Shape;
        var array = new XAttribute("variableLength", shape.Property.PropertyType.IsArray ? "true" : "false");
        return new XElement(Command + "parameter",
            new XAttribute("required", use.Mandatory ? "true" : "false"),
            array,
            new XAttribute("globbing", shape.AcceptsWildcards ? "true" : "false"),
            new XAttribute("pipelineInput", CmdletParameter.Pipeline(use)),
            new XAttribute("position", CmdletParameter.Position(use)),
            new XAttribute("aliases", shape.Aliases),
            new XElement(Maml + "name", shape.Name),
            new XElement(Maml + "Description", Para(parameter.Text)),
            shape.Values.Count == 0
                ? null
                : new XElement(
                    Command + "parameterValueGroup",
                    shape.Values.Select(value => new XElement(
                        Command + "parameterValue", new XAttribute("required", "false"),
                        new XAttribute("variableLength", "false"), value))),
            shape.IsSwitch
                ? null
                : new XElement(Command + "parameterValue", new XAttribute("required", "true"), array, shape.TypeName),
            new XElement(Dev + "type", new XElement(Maml + "name", shape.TypeName)),
            new XElement(Dev + "defaultValue", shape.IsSwitch ? "False" : "None"));
    }

    // Get-Help prints titles as they are; the dashes and the empty paragraph set the examples apart.
    private static XElement Example(HelpExample example, int index) => new(Command + "example",
        new XElement(
            Maml + "title",
            string.Create(CultureInfo.InvariantCulture, $"---------- Example {index + 1}: {example.Title} ----------")),
        new XElement(Dev + "code", example.Code),
        new XElement(Dev + "remarks", Para(example.Prose), Para("")));

    private static XElement Typed(string element, HelpType type) =>
        new(
            Command + element, new XElement(Dev + "type", new XElement(Maml + "name", type.Name)),
            new XElement(Maml + "description", Para(type.Text)));

    private static XElement Para(string text) => new(Maml + "para", text);
}
