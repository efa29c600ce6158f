using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Management.Automation;
using System.Reflection;

namespace CognitoPools.Binding;

/// <summary>A parameter of a cmdlet that a column of a row can set.</summary>
internal sealed class RowParameter
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyDictionary<string, RowParameter>> Known = new();

    private readonly PropertyInfo property;
    private readonly IReadOnlyList<ArgumentTransformationAttribute> transformations;

    private RowParameter(PropertyInfo property, ParameterMetadata metadata)
    {
        this.property = property;
        Name = metadata.Name;
        transformations = [.. metadata.Attributes.OfType<ArgumentTransformationAttribute>()];
        TakesColumn = metadata.Attributes.OfType<ParameterAttribute>().Any(attribute => attribute.ValueFromPipelineByPropertyName);
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Whether the engine binds it from a property of a record.</summary>
    public bool TakesColumn { get; }

    /// <summary>The parameters of a cmdlet by their names and aliases, without those that every cmdlet has.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    public static IReadOnlyDictionary<string, RowParameter> Of(PSCmdlet cmdlet) => Known.GetOrAdd(cmdlet.GetType(), type =>
    {
        var found = new Dictionary<string, RowParameter>(StringComparer.OrdinalIgnoreCase);
        foreach (var metadata in cmdlet.MyInvocation.MyCommand.Parameters.Values)
        {
            if (type.GetProperty(metadata.Name) is not { CanWrite: true } property)
                continue;
            var parameter = new RowParameter(property, metadata);
            foreach (var name in metadata.Aliases.Prepend(metadata.Name))
                found[name] = parameter;
        }
        return found;
    });

    /// <summary>Whether a value is empty.</summary>
    /// <param name="value">A bound value.</param>
    public static bool IsEmpty(object? value) => Unwrapped.Object(value) switch
    {
        null or "" or ICollection { Count: 0 } => true,
        object?[] { Length: 1 } one => IsEmpty(one[0]),
        _ => false,
    };

    /// <summary>Its value on a cmdlet.</summary>
    public object? Read(PSCmdlet cmdlet) => property.GetValue(cmdlet);

    /// <summary>Sets its value on a cmdlet.</summary>
    public void Write(PSCmdlet cmdlet, object? value) => property.SetValue(cmdlet, value);

    /// <summary>Converts a value to its type as the engine does.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="value">The value of a table's entry.</param>
    /// <exception cref="InvalidSettingException">It cannot be converted.</exception>
    public object? Convert(PSCmdlet cmdlet, object? value)
    {
        var engine = (EngineIntrinsics)cmdlet.GetVariableValue("ExecutionContext");
        try
        {
            var brought = transformations.Aggregate(value, (current, attribute) => attribute.Transform(engine, current)!);
            return brought is null ? null : LanguagePrimitives.ConvertTo(brought, property.PropertyType, CultureInfo.InvariantCulture);
        }
        catch (Exception exception) when (exception is PSInvalidCastException or ArgumentTransformationMetadataException)
        {
            throw new InvalidSettingException(
                Name, BoundValues.IsSecret(Name) ? null : Unwrapped.Object(value),
                $"is not valid. {Sentences.Ended(exception.Message)}", $"Specify a value that -{Name} accepts.");
        }
    }
}
