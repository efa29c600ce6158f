using System.Management.Automation;
using System.Reflection;

namespace ModuleBuilder;

/// <summary>What a cmdlet takes from the pipeline or writes to it.</summary>
internal sealed record HelpType(string Name, string Text)
{
    private static readonly HelpType NoInput = new("None", "Nothing can be piped to this cmdlet.");

    private static readonly HelpType NoOutput = new("None", "Nothing is written.");

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
                $"By the names of its properties: {string.Join(", ", byName.Select(parameter => "-" + parameter.Shape.Name))}."));
        }
        return inputs.Count > 0 ? inputs : [NoInput];
    }

    public static IReadOnlyList<HelpType> Outputs(
        Type cmdlet, IReadOnlyList<HelpParameter> parameters, string returns, XmlDocs docs)
    {
        var passed = parameters.Any(parameter => parameter.Shape.Name == "PassThru");
        IReadOnlyList<HelpType> outputs =
        [
            .. cmdlet.GetCustomAttributes<OutputTypeAttribute>()
                .SelectMany(output => output.Type)
                .Select(type => new HelpType(type.Type?.FullName ?? type.Name,
                    type.Type == typeof(string) || type.Type == typeof(bool)
                        ? returns
                        : Condition(type.Type?.Name, passed) + XmlDocs.Text(docs.Of(type.Type!)?.Element("summary")))),
        ];
        return outputs.Count > 0 ? outputs : [NoOutput];
    }

    private static string Condition(string? type, bool passed) =>
        type == "PoolPlan" ? "With -AsPlan: " : passed ? "With -PassThru: " : "";
}
