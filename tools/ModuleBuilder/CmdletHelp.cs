using System.Management.Automation;
using System.Reflection;

namespace ModuleBuilder;

/// <summary>A cmdlet's help as its attributes and XML documentation define it: the one source of the MAML file and of the
/// Markdown page.</summary>
internal sealed record CmdletHelp(
    string Family,
    string Verb,
    string Noun,
    string Synopsis,
    IReadOnlyList<string> Description,
    IReadOnlyList<HelpParameter> Parameters,
    IReadOnlyList<HelpType> Inputs,
    IReadOnlyList<HelpType> Outputs,
    IReadOnlyList<HelpExample> Examples,
    IReadOnlyList<string> Notes,
    IReadOnlyList<string> Permissions,
    IReadOnlyList<HelpLink> Links)
{
    private const int FewestExamples = 3;

    public string Name => $"{Verb}-{Noun}";

    /// <summary>The names of the parameter sets in the order of their parameters.</summary>
    public IReadOnlyList<string> Sets
    {
        get
        {
            var named = Parameters.SelectMany(parameter => parameter.Shape.Attributes)
                .Select(attribute => attribute.ParameterSetName)
                .Where(set => set != ParameterAttribute.AllParameterSets)
                .Distinct(StringComparer.Ordinal)
                .ToList();
            return named.Count > 0 ? named : [ParameterAttribute.AllParameterSets];
        }
    }

    /// <summary>The parameters of a set with their use in it: those with a position first, then the mandatory ones.</summary>
    public IEnumerable<(HelpParameter Parameter, ParameterAttribute Use)> Syntax(string set) => Parameters
        .Select(parameter => (Parameter: parameter, Use: parameter.Shape.In(set)))
        .Where(item => item.Use is not null)
        .OrderBy(item => item.Use!.Position < 0 ? int.MaxValue : item.Use.Position).ThenBy(item => !item.Use!.Mandatory)
        .Select(item => (item.Parameter, item.Use!));

    /// <summary>Reads the help of every cmdlet.</summary>
    /// <param name="cmdlets">The cmdlets.</param>
    /// <param name="docs">Their documentation.</param>
    /// <param name="permissions">The permissions that they need.</param>
    /// <param name="gaps">The missing parts, one line each.</param>
    public static IReadOnlyList<CmdletHelp> Read(
        IReadOnlyList<Type> cmdlets, XmlDocs docs, PermissionTable permissions, out IReadOnlyList<string> gaps)
    {
        var help = cmdlets.Select(cmdlet => Read(cmdlet, cmdlets, docs, permissions)).ToList();
        gaps = [.. help.SelectMany(item => item.Gaps())];
        return help;
    }

    private static CmdletHelp Read(Type cmdlet, IReadOnlyList<Type> cmdlets, XmlDocs docs, PermissionTable permissions)
    {
        var attribute = cmdlet.GetCustomAttribute<CmdletAttribute>()!;
        var member = docs.Of(cmdlet);
        var parameters = CmdletParameter.Of(cmdlet)
            .Select(shape => new HelpParameter(shape, XmlDocs.Text(docs.Of(shape.Property)?.Element("summary"))))
            .ToList();
        if (attribute.SupportsShouldProcess)
            parameters.AddRange(HelpParameter.OfShouldProcess);
        // Cmdlets in one folder of the sources belong to one family.
        var related = cmdlets.Where(other => other != cmdlet
            && other.Namespace == cmdlet.Namespace).Select(other => new HelpLink(CmdletCatalog.Name(other), ""));
        return new CmdletHelp(
            cmdlet.Namespace!.Split('.')[^1], attribute.VerbName, attribute.NounName,
            XmlDocs.Text(member?.Element("summary")),
            [.. member?.Element("remarks")?.Elements("para").Select(XmlDocs.Text) ?? []],
            parameters,
            HelpType.Inputs(parameters),
            HelpType.Outputs(cmdlet, parameters, XmlDocs.Text(member?.Element("returns")), docs),
            [.. member?.Elements("example").Select(HelpExample.Read) ?? []],
            [.. member?.Element("notes")?.Elements("para").Select(XmlDocs.Text) ?? []],
            permissions.ParagraphsOf(CmdletCatalog.Name(cmdlet)),
            [
                .. related,
                new HelpLink("about_CognitoPools", ""),
                .. member?.Elements("seealso").Select(
                    link => new HelpLink(XmlDocs.Text(link), link.Attribute("href")?.Value ?? ""))
                    ?? [],
            ]);
    }

    private IEnumerable<string> Gaps()
    {
        if (Synopsis.Length == 0)
            yield return $"{Name} has no synopsis: write a <summary>.";
        if (Description.Count == 0)
            yield return $"{Name} has no description: write <remarks> with <para>s.";
        if (Examples.Count < FewestExamples)
            yield return $"{Name} has {Examples.Count} examples; {FewestExamples} is the least.";
        if (Examples.Any(example => example.Title.Length == 0 || example.Code.Length == 0 || example.Prose.Length == 0))
            yield return $"{Name} has an example without <title>, <code> or prose.";
        if (Notes.Count == 0)
            yield return $"{Name} has no notes: write <notes> with <para>s.";
        if (Links.All(link => link.Uri.Length == 0))
            yield return $"{Name} has no link: write <seealso href=\"...\">.";
        foreach (var parameter in Parameters.Where(parameter => parameter.Text.Length == 0))
            yield return $"{Name} -{parameter.Shape.Name} has no text: write a <summary>.";
        foreach (var output in Outputs.Where(output => output.Text.Length == 0))
            yield return $"{Name} does not describe its output {output.Name}: write <returns>.";
    }
}
