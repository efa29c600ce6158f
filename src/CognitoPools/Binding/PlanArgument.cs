using System.Collections;
using System.Management.Automation;
using CognitoPools.Documents;
using CognitoPools.Documents.Plans;
using CognitoPools.Errors;

namespace CognitoPools.Binding;

/// <summary>Plans in the forms that users have: the object, also after Export-Clixml, a job or JSON, its JSON, and a
/// file.</summary>
internal static class PlanArgument
{
    private const string Parameter = "Plan";

    // Properties that name a file, the fullest name first.
    private static readonly string[] FileProperties = ["PSPath", "FullName", "Path"];

    /// <summary>The plans of an object.</summary>
    /// <param name="session">Knows the current folder.</param>
    /// <param name="value">An object that is not text.</param>
    /// <exception cref="PoolException">It is not a plan.</exception>
    /// <exception cref="InvalidSettingException">It cannot be read.</exception>
    public static IReadOnlyList<PoolPlan> OfObject(SessionState session, object value)
    {
        if (value is PoolPlan plan)
            return [plan];
        if (value is FileInfo file)
            return OfFile(session, file.FullName);
        if (Unwrapped.Property(value, nameof(PoolPlan.Definition)) is { } definition && OwnObject.TypeOf(value) is nameof(PoolPlan))
            return OfText(definition);
        if (value is IDictionary or PSObject { BaseObject: PSCustomObject })
        {
            if (Unwrapped.Property(value, "kind") == nameof(PoolPlan))
                return OfText(Json(value));
            if (OwnObject.NamedType(value) is null
                && Array.Find(FileProperties, name => Unwrapped.Property(value, name) is { Length: > 0 }) is { } property)
            {
                return OfFile(session, Unwrapped.Property(value, property)!);
            }
        }
        throw new PoolException(PoolErrorId.NotAPlan, OwnObject.KindOf(value));
    }

    /// <summary>The plans of JSON.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="InvalidSettingException">It cannot be read.</exception>
    public static IReadOnlyList<PoolPlan> OfText(string text) => Read(text, Parameter, null);

    /// <summary>The plans of a file.</summary>
    /// <param name="session">Knows the current folder.</param>
    /// <param name="path">Its path, without wildcards.</param>
    /// <exception cref="InvalidSettingException">It cannot be read.</exception>
    public static IReadOnlyList<PoolPlan> OfFile(SessionState session, string path) =>
        Read(PolicyFile.Read(session, "Path", path), "Path", path);

    private static IReadOnlyList<PoolPlan> Read(string text, string parameter, string? path)
    {
        try
        {
            return PlanReader.Read(text);
        }
        catch (DocumentFormatException problem)
        {
            throw new InvalidSettingException(parameter, path, $"{(path is null ? "the plan, " : "")}{problem.Place}: {problem.Rule}", problem.Remedy);
        }
    }

    private static string Json(object value)
    {
        try
        {
            return JsonText.Of(value);
        }
        catch (ArgumentTransformationMetadataException problem)
        {
            throw new InvalidSettingException(Parameter, null, problem.Message, "Specify the JSON itself, or the file with -Path.");
        }
    }
}
