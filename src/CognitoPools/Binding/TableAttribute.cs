using System.Collections;
using System.Management.Automation;

namespace CognitoPools.Binding;

/// <summary>Takes a table or a list of tables. The engine would quote anything else that it cannot convert, such as the token of a user who
/// forgot the provider.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TableAttribute : ArgumentTransformationAttribute
{
    /// <summary>Refuses what is not a table.</summary>
    /// <param name="engineIntrinsics">The engine; unused.</param>
    /// <param name="inputData">What the user gave.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentTransformationMetadataException">It is not a table.</exception>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = Unwrapped.Object(inputData);
        return value is IDictionary
            || (value is IList { Count: > 0 } list && list.Cast<object?>().All(item => Unwrapped.Object(item) is IDictionary))
            ? value
            : throw new ArgumentTransformationMetadataException(
                $"A value of type {value?.GetType().Name ?? "null"} was given where a table is needed. Specify one such as "
                    + "@{ key = 'value' }.");
    }
}
