using System.Collections;
using System.Management.Automation;

namespace CognitoPools.Binding;

/// <summary>Reads the name of a new pool from a row, a hashtable or a pool to copy. The other settings bind separately.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NewPoolNameAttribute : ArgumentTransformationAttribute
{
    /// <summary>Converts an object to its name.</summary>
    /// <param name="engineIntrinsics">The engine; unused.</param>
    /// <param name="inputData">The value from the user.</param>
    /// <returns>The name; a value without properties as it is.</returns>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = Unwrapped.Object(inputData);
        return value is IDictionary or IdentityPool or PSObject
            ? Unwrapped.Property(inputData!, nameof(IdentityPool.Name))
            : inputData;
    }
}
