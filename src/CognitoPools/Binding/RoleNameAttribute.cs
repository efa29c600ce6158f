using System.Collections;
using System.Management.Automation;

namespace CognitoPools.Binding;

/// <summary>Accepts a role by its name or ARN, or as an object with a RoleArn or a RoleName, such as the output of New-PoolRole
/// and Get-PoolRole, also after CSV and JSON. The cmdlet receives text.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RoleNameAttribute : ArgumentTransformationAttribute
{
    /// <summary>Converts an object to the ARN of its role.</summary>
    /// <param name="engineIntrinsics">The engine; unused.</param>
    /// <param name="inputData">The value from the user.</param>
    /// <returns>The ARN or the name, or a list of them; anything else as it is.</returns>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        Unwrapped.Object(inputData) is IList { Count: > 1 } list ? list.Cast<object?>().Select(Of).ToArray() : Of(inputData);

    /// <summary>The ARN of a role object, or its name if it has no ARN; any other value unchanged.</summary>
    /// <param name="value">The value from the user.</param>
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
