using System.Collections;
using System.Management.Automation;

namespace CognitoPools.Binding;

/// <summary>Accepts a table or a list of tables, also as objects from JSON and CSV. The engine would quote any other value that it
/// cannot convert, such as the token of a user who forgot the provider.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TableAttribute : ArgumentTransformationAttribute
{
    /// <summary>Whether the table contains tags, which other tools write as a list of Key and Value, and a CSV file as
    /// text.</summary>
    public bool IsTags { get; set; }

    /// <summary>Refuses values that are not tables.</summary>
    /// <param name="engineIntrinsics">The engine; unused.</param>
    /// <param name="inputData">The value from the user.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentTransformationMetadataException">It is not a table.</exception>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = Unwrapped.Object(inputData);
        if (IsTags && TagForms.Find(value) is { } tags)
            return tags;
        if (value is IDictionary)
            return value;
        if (IsRow(value))
            return Unwrapped.Value(value);
        if (value is IList { Count: > 0 } list && list.Cast<object?>().All(item => Unwrapped.Object(item) is IDictionary || IsRow(item)))
            return list.Cast<object?>().Select(item => IsRow(item) ? Unwrapped.Value(item) : Unwrapped.Object(item)).ToArray();
        // The text of another table may be a secret, such as a token for -Login.
        var problem = value switch
        {
            "" => "The value must be a table, but it is empty.",
            string text when IsTags => $"The value must be a table, not the text {ShownText.Quoted(ShownText.Masked(text))}.",
            string => "The value must be a table, not text.",
            _ => $"The value must be a table, not a value of type {value?.GetType().Name ?? "null"}.",
        };
        throw new ArgumentTransformationMetadataException(
            $"{problem} Specify, for example, @{{ key = 'value' }}"
                + (IsTags && value is string ? " or text such as 'team=web; stage=test'." : "."));
    }

    private static bool IsRow(object? value) => Unwrapped.Object(value) is PSObject { BaseObject: PSCustomObject };
}
