using System.Management.Automation;

namespace CognitoPools.Binding;

/// <summary>The values of a parameter that accepts one or many.</summary>
internal static class OneOrMany
{
    /// <summary>The values, each without the engine's wrapping; one null for none.</summary>
    /// <param name="values">The bound values.</param>
    public static IReadOnlyList<object?> Of(PSObject?[]? values) =>
        values is { Length: > 0 } ? Array.ConvertAll(values, Unwrapped.Object) : [null];
}
