using System.Management.Automation;
using System.Reflection;
using System.Xml.Linq;

namespace ModuleBuilder;

/// <summary>The cmdlets' help in MAML, made from their XML documentation.</summary>
internal static class HelpFile
{
    private const int FewestExamples = 3;

    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";
    private static readonly XNamespace Msh = "http://msh";

    /// <summary>Makes the help; answers what is missing in it, a line each.</summary>
    public static IReadOnlyList<string> Write(IReadOnlyList<Type> cmdlets, string documentation, out string help)
    {
        var docs = new XmlDocs(documentation);
        var gaps = new List<string>();
        var items = new XElement(Msh + "helpItems", new XAttribute("schema", "maml"), cmdlets.Select(cmdlet => Item(cmdlet, docs, gaps)));
        help = new XDeclaration("1.0", "utf-8", null) + Environment.NewLine + items + Environment.NewLine;
        return gaps;
    }

    private static XElement Item(Type cmdlet, XmlDocs docs, List<string> gaps)
    {
        var attribute = cmdlet.GetCustomAttribute<CmdletAttribute>()!;
        var name = CmdletCatalog.Name(cmdlet);
        var member = docs.Of(cmdlet);
        var synopsis = XmlDocs.Text(member?.Element("summary"));
        var description = member?.Element("remarks")?.Elements("para").Select(XmlDocs.Text).ToList() ?? [];
        var examples = member?.Elements("example").ToList() ?? [];
        var parameters = CmdletParameter.Of(cmdlet);
        if (synopsis.Length == 0) gaps.Add($"{name} has no synopsis: write a <summary>.");
        if (description.Count == 0) gaps.Add($"{name} has no description: write <remarks> with <para>s.");
        if (examples.Count < FewestExamples) gaps.Add($"{name} has {examples.Count} examples; {FewestExamples} is the least.");
        gaps.AddRange(examples.Where(example => example.Element("title") is null || example.Element("code") is null || Prose(example).Length == 0).Select(_ => $"{name} has an example without <title>, <code> or prose."));
        gaps.AddRange(parameters.Where(parameter => XmlDocs.Text(docs.Of(parameter.Property)?.Element("summary")).Length == 0).Select(parameter => $"{name} -{parameter.Name} has no text: write a <summary>."));

        return new XElement(Command + "command",
            new XAttribute(XNamespace.Xmlns + "maml", Maml), new XAttribute(XNamespace.Xmlns + "command", Command), new XAttribute(XNamespace.Xmlns + "dev", Dev),
            new XElement(Command + "details",
                new XElement(Command + "name", name),
                new XElement(Command + "verb", attribute.VerbName),
                new XElement(Command + "noun", attribute.NounName),
                new XElement(Maml + "description", Para(synopsis))),
            new XElement(Maml + "description", description.Select(Para)),
            new XElement(Command + "syntax", Sets(parameters).Select(set => Syntax(name, set, parameters, docs))),
            new XElement(Command + "parameters", parameters.OrderBy(parameter => parameter.Name, StringComparer.Ordinal).Select(parameter => Parameter(parameter, parameter.Attributes[0], docs))),
            new XElement(Command + "inputTypes", parameters.Where(parameter => parameter.Attributes.Any(use => use.ValueFromPipeline)).Select(parameter => Typed("inputType", parameter.TypeName))),
            new XElement(Command + "returnValues", cmdlet.GetCustomAttributes<OutputTypeAttribute>().SelectMany(output => output.Type).Select(type => Typed("returnValue", type.Name))),
            new XElement(Command + "examples", examples.Select(Example)),
            new XElement(Maml + "relatedLinks", (member?.Elements("seealso") ?? []).Select(link => new XElement(Maml + "navigationLink",
                new XElement(Maml + "linkText", XmlDocs.Text(link)), new XElement(Maml + "uri", link.Attribute("href")?.Value)))));
    }

    private static IEnumerable<string> Sets(IReadOnlyList<CmdletParameter> parameters)
    {
        var named = parameters.SelectMany(parameter => parameter.Attributes).Select(attribute => attribute.ParameterSetName).Where(set => set != ParameterAttribute.AllParameterSets).Distinct(StringComparer.Ordinal).ToList();
        return named.Count > 0 ? named : [ParameterAttribute.AllParameterSets];
    }

    private static XElement Syntax(string name, string set, IReadOnlyList<CmdletParameter> parameters, XmlDocs docs) => new(Command + "syntaxItem",
        new XElement(Maml + "name", name),
        parameters.Select(parameter => (Parameter: parameter, Use: parameter.In(set))).Where(item => item.Use is not null)
            .OrderBy(item => item.Use!.Position < 0 ? int.MaxValue : item.Use.Position).ThenBy(item => !item.Use!.Mandatory)
            .Select(item => Parameter(item.Parameter, item.Use!, docs)));

    private static XElement Parameter(CmdletParameter parameter, ParameterAttribute use, XmlDocs docs) => new(Command + "parameter",
        new XAttribute("required", use.Mandatory ? "true" : "false"),
        new XAttribute("variableLength", parameter.Property.PropertyType.IsArray ? "true" : "false"),
        new XAttribute("globbing", parameter.AcceptsWildcards ? "true" : "false"),
        new XAttribute("pipelineInput", CmdletParameter.Pipeline(use)),
        new XAttribute("position", CmdletParameter.Position(use)),
        new XAttribute("aliases", parameter.Aliases),
        new XElement(Maml + "name", parameter.Name),
        new XElement(Maml + "Description", Para(XmlDocs.Text(docs.Of(parameter.Property)?.Element("summary")))),
        parameter.Values.Count == 0 ? null : new XElement(Command + "parameterValueGroup", parameter.Values.Select(value => new XElement(Command + "parameterValue", new XAttribute("required", "false"), new XAttribute("variableLength", "false"), value))),
        parameter.IsSwitch ? null : new XElement(Command + "parameterValue", new XAttribute("required", "true"), new XAttribute("variableLength", parameter.Property.PropertyType.IsArray ? "true" : "false"), parameter.TypeName),
        new XElement(Dev + "type", new XElement(Maml + "name", parameter.TypeName)),
        new XElement(Dev + "defaultValue", parameter.IsSwitch ? "False" : "None"));

    private static XElement Example(XElement example) => new(Command + "example",
        new XElement(Maml + "title", XmlDocs.Text(example.Element("title"))),
        new XElement(Dev + "code", example.Element("code")?.Value.Trim()),
        new XElement(Dev + "remarks", Para(Prose(example))));

    private static string Prose(XElement example) => XmlDocs.Text(new XElement("prose", example.Nodes().Where(node => node is not XElement { Name.LocalName: "title" or "code" })));

    private static XElement Typed(string element, string type) => new(Command + element, new XElement(Dev + "type", new XElement(Maml + "name", type)));

    private static XElement Para(string text) => new(Maml + "para", text);
}
