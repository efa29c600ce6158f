using System.Collections;
using System.Management.Automation;

namespace CognitoPools.Binding;

/// <summary>Takes the name of a new pool from a row, a hashtable or a pool that is copied; the other settings bind beside it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NewPoolNameAttribute : ArgumentTransformationAttribute
{
    /// <summary>Brings an object to its name.</summary>
    /// <param name="engineIntrinsics">The engine; unused.</param>
    /// <param name="inputData">What the user gave.</param>
    /// <returns>The name; a value without properties as it is.</returns>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = Unwrapped.Object(inputData);
        return value is IDictionary or IdentityPool or PSObject
            ? Unwrapped.Property(inputData!, nameof(IdentityPool.Name))
            : inputData;
    }
}
