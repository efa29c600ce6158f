using System.Collections;
using System.Management.Automation;

namespace CognitoPools.Binding;

/// <summary>Accepts identities by id or as objects with an IdentityId, such as the output of Get-PoolIdentity, also after CSV, JSON
/// and CLIXML. The cmdlet receives text.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IdentityIdAttribute : ArgumentTransformationAttribute
{
    /// <summary>Converts objects to their ids.</summary>
    /// <param name="engineIntrinsics">The engine; unused.</param>
    /// <param name="inputData">The value from the user.</param>
    /// <returns>The id, or a list of them; anything else as it is.</returns>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        Unwrapped.Object(inputData) is IList list ? list.Cast<object?>().Select(Of).ToArray() : Of(inputData);

    private static object? Of(object? value) =>
        Unwrapped.Object(value) is { } plain and not string && Unwrapped.Property(plain, "IdentityId") is { Length: > 0 } id ? id : value;
}
