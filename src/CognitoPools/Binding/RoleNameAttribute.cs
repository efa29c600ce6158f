using System.Collections;
using System.Management.Automation;

namespace CognitoPools.Binding;

/// <summary>Takes a role by its name or ARN, or as an object with a RoleArn or a RoleName, such as what New-PoolRole and
/// Get-PoolRole write, also after CSV and JSON. The cmdlet gets text.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RoleNameAttribute : ArgumentTransformationAttribute
{
    /// <summary>Brings an object to the ARN of its role.</summary>
    /// <param name="engineIntrinsics">The engine; unused.</param>
    /// <param name="inputData">What the user gave.</param>
    /// <returns>The ARN or the name, or a list of them; anything else as it is.</returns>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        Unwrapped.Object(inputData) is IList { Count: > 1 } list ? list.Cast<object?>().Select(Of).ToArray() : Of(inputData);

    /// <summary>The ARN of a role object, else its name; any other value as it is.</summary>
    /// <param name="value">What the user gave.</param>
    internal static object? Of(object? value)
    {
        var plain = Unwrapped.Object(value);
        if (plain is IList { Count: 1 } list)
            return Of(list[0]);
        return plain is null or string or IList ? plain
            : Unwrapped.Property(plain, nameof(PoolRole.RoleArn)) is { Length: > 0 } arn ? arn
            : Unwrapped.Property(plain, nameof(PoolRole.RoleName)) is { Length: > 0 } name ? name
            : value;
    }
}
