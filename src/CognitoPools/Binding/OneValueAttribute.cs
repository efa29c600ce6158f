using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace CognitoPools.Binding;

/// <summary>
/// Refuses what the engine would misread or repeat before a cmdlet sees it. The engine makes the first member of an
/// enumeration, or no time at all, of an empty table, counts a number in ticks where a time span is meant, and quotes a
/// token that it cannot convert or that does not match a pattern.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OneValueAttribute : ArgumentTransformationAttribute
{
    /// <summary>Whether the value is a time span, which a number does not tell.</summary>
    public bool IsTimeSpan { get; set; }

    /// <summary>The enumeration that the value is a member of, for a parameter that is a <see cref="Choice{T}"/>. The engine
    /// makes one member of a text that names two.</summary>
    public Type? Of { get; set; }

    /// <summary>Whether a list of members of <see cref="Of"/> is taken, too.</summary>
    public bool Several { get; set; }

    /// <summary>Whether null, or an empty cell, is let through to the cmdlet, which knows whether it is an object that has no such setting.</summary>
    public bool AllowsNull { get; set; }

    /// <summary>Refuses null, tables, empty lists and secrets, and for a time span also numbers.</summary>
    /// <param name="engineIntrinsics">The engine; unused.</param>
    /// <param name="inputData">What the user gave.</param>
    /// <returns>The same.</returns>
    /// <exception cref="ArgumentTransformationMetadataException">It is none of these.</exception>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = Unwrapped.Object(inputData);
        if (value is null or "" && AllowsNull)
            return null;
        if (value is IDictionary || IsEmpty(value) || (value is IList list && (list.Count == 0 || list.Cast<object?>().Any(IsEmpty))))
            throw new ArgumentTransformationMetadataException("The value is empty or a table. Specify a value, or omit the parameter.");
        ConversionRefusal.ThrowIfSecret(value);
        if (Of is not null)
            return Several && value is IList all ? all.Cast<object?>().Select(Choose).ToArray() : Choose(value);
        return IsTimeSpan && value is not null && value.GetType().IsPrimitive
            ? throw new ArgumentTransformationMetadataException(
                $"'{ShownText.Value(value)}' is a number, which could mean seconds as well as days. Specify a time span such "
                    + "as 0:15:00, or (New-TimeSpan -Minutes 15).")
            : inputData;
    }

    private object Choose(object? value)
    {
        var given = Unwrapped.Object(value is IList { Count: 1 } single ? single[0] : value);
        if (given is IList { Count: > 1 } || (given is string words && words.IndexOf(',') >= 0))
        {
            throw new ArgumentTransformationMetadataException(
                $"'{ShownText.Value(given is IList many ? string.Join(",", many.Cast<object?>()) : given)}' names several "
                    + "values. Specify one.");
        }
        // A choice that another cmdlet bound, as a proxy function passes it on.
        if (given?.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Choice<>))
            given = given.ToString();
        if (LanguagePrimitives.TryConvertTo(given, Of, CultureInfo.InvariantCulture, out var member)
            && Enum.IsDefined(Of, member))
        {
            return Activator.CreateInstance(typeof(Choice<>).MakeGenericType(Of), member)!;
        }
        var names = Enum.GetNames(Of);
        var question = NearestMatch.Question(given?.ToString() ?? "", names);
        throw new ArgumentTransformationMetadataException(
            $"'{ShownText.Value(given)}' is not one of the choices. {question}".TrimEnd()
                + $" Specify {string.Join(", ", names)}.");
    }

    private static bool IsEmpty(object? value) => Unwrapped.Object(value) is null or "";
}
