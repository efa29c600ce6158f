using System.Management.Automation;
using System.Reflection;

namespace ModuleBuilder;

/// <summary>A type of pipeline input or output of a cmdlet.</summary>
internal sealed record HelpType(string Name, string Text)
{
    private static readonly HelpType NoInput = new("None", "You cannot pipe objects to this cmdlet.");

    private static readonly HelpType NoOutput = new("None", "This cmdlet returns no output.");

    public static IReadOnlyList<HelpType> Inputs(IReadOnlyList<HelpParameter> parameters)
    {
        var whole = parameters.Where(parameter => parameter.Shape.Attributes.Any(use => use.ValueFromPipeline)).ToList();
        var byName = parameters.Except(whole)
            .Where(parameter => parameter.Shape.Attributes.Any(use => use.ValueFromPipelineByPropertyName))
            .ToList();
        List<HelpType> inputs =
        [
            .. whole.Select(parameter => new HelpType(parameter.Shape.TypeName, $"-{parameter.Shape.Name}: {parameter.Text}")),
        ];
        if (byName.Count > 0)
        {
            inputs.Add(new HelpType(
                "PSObject",
                $"An object with properties that are named like these parameters: "
                    + $"{string.Join(", ", byName.Select(parameter => "-" + parameter.Shape.Name))}."));
        }
        return inputs.Count > 0 ? inputs : [NoInput];
    }

    public static IReadOnlyList<HelpType> Outputs(
        Type cmdlet, IReadOnlyList<HelpParameter> parameters, string returns, XmlDocs docs)
    {
        var passed = parameters.Any(parameter => parameter.Shape.Name == "PassThru");
        var writesFiles = cmdlet.GetCustomAttributes<OutputTypeAttribute>().Any(output => output.Type.Any(type => type.Type == typeof(FileInfo)));
        IReadOnlyList<HelpType> outputs =
        [
            .. cmdlet.GetCustomAttributes<OutputTypeAttribute>()
                .SelectMany(output => output.Type)
                .Select(type => new HelpType(type.Type?.FullName ?? type.Name,
                    type.Type == typeof(string) || type.Type == typeof(bool) ? returns
                        : type.Type == typeof(FileInfo) ? "With -PassThru: the file that was written."
                        : Conditional(
                            Condition(type.Type?.Name, passed, writesFiles), XmlDocs.Text(docs.Of(type.Type!)?.Element("summary"))))),
        ];
        return outputs.Count > 0 ? outputs : [NoOutput];
    }

    // A name such as IAM keeps its case.
    private static string Conditional(string condition, string text) =>
        condition.Length == 0 || text.Length < 2 || char.IsUpper(text[1]) ? condition + text : condition + char.ToLowerInvariant(text[0]) + text[1..];

    private static string Condition(string? type, bool passed, bool writesFiles) =>
        type == "PoolPlan" ? "With -AsPlan: " : writesFiles ? "Without -Path: " : passed ? "With -PassThru: " : "";
}
