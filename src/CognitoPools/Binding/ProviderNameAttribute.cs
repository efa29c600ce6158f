using System.Collections;
using System.Management.Automation;

namespace CognitoPools.Binding;

/// <summary>Accepts providers by name or as objects, such as the output of Get-PoolIdentityProvider, also after CSV, JSON and
/// CLIXML. The cmdlet receives text.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ProviderNameAttribute : ArgumentTransformationAttribute
{
    /// <summary>Converts objects to the names of their providers.</summary>
    /// <param name="engineIntrinsics">The engine; unused.</param>
    /// <param name="inputData">The value from the user.</param>
    /// <returns>The name, or a list of them; anything else as it is.</returns>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        Unwrapped.Object(inputData) is IList list
            ? list.Cast<object?>().Select(item => Of(item) ?? item).ToArray()
            : Of(inputData) ?? inputData;

    /// <summary>The name of the provider that a value names: for a user pool with its app client. Null when it names none.</summary>
    /// <param name="value">Text, a kind of provider, a provider, or a row that describes one.</param>
    internal static string? Of(object? value) => Unwrapped.Object(value) switch
    {
        null or "" => null,
        string text => text,
        ProviderType type => type.ToString(),
        PoolIdentityProvider provider => provider.RoleMappingKey ?? provider.Name,
        IdentityPool => null,
        { } other => OwnObject.TypeOf(other) switch
        {
            // Rows of rules or roles use these columns for other values.
            nameof(PoolIdentityProvider) => Text(other, nameof(PoolIdentityProvider.RoleMappingKey)) ?? Text(other, nameof(PoolIdentityProvider.Name)),
            _ => null,
        },
    };

    /// <summary>The provider in a piped item, for a cmdlet without the argument -Provider; null when the item is not one.</summary>
    /// <param name="item">The item of a record.</param>
    internal static string[]? Piped(object? item) =>
        OwnObject.TypeOf(item) == nameof(PoolIdentityProvider) && Of(item) is { } name ? [name] : null;

    private static string? Text(object value, string property) => Unwrapped.Property(value, property) is { Length: > 0 } text ? text : null;
}
