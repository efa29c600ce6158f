using System.Text.RegularExpressions;

namespace CognitoPools.Sandbox.Validation;

/// <summary>A type in a service's model with its constraints.</summary>
internal abstract record Shape
{
    /// <summary>Whether error messages leave out its values.</summary>
    public bool IsSensitive { get; init; }
}

internal sealed record TextShape(
    int? Min = null, int? Max = null, string? Pattern = null, IReadOnlyList<string>? Values = null) : Shape
{
    // The service's expressions are for Java, in which \w and \s are ASCII as in ECMAScript. That mode has no Unicode categories.
    private readonly Regex? expression = Pattern is null ? null : new Regex(
        $@"\A(?:{Pattern})\z",
        Pattern.Contains(@"\p{") ? RegexOptions.CultureInvariant : RegexOptions.ECMAScript);

    public bool Matches(string value) => expression is null || expression.IsMatch(value);
}

internal sealed record NumberShape(long? Min = null, long? Max = null) : Shape;

internal sealed record FlagShape : Shape;

internal sealed record ListShape(Shape Item, int? Min = null, int? Max = null) : Shape;

internal sealed record MapShape(TextShape Key, Shape Value, int? Max = null) : Shape;

internal sealed record StructureShape(IReadOnlyList<Field> Fields) : Shape;

internal sealed record Field(string Name, Shape Shape, bool IsRequired = false);
