using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace CognitoPools.Binding;

/// <summary>
/// Refuses values that the engine would misread, or repeat in a message, before a cmdlet sees them. The engine converts an
/// empty table to the first member of an enumeration or to a time span of zero. It counts a number in ticks where a time span
/// is expected. It quotes a token that it cannot convert or that does not match a pattern.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OneValueAttribute : ArgumentTransformationAttribute
{
    /// <summary>Whether the value is a time span, for which a number is ambiguous.</summary>
    public bool IsTimeSpan { get; set; }

    /// <summary>The enumeration of a parameter that is a <see cref="Choice{T}"/>. The engine would combine a text that names two
    /// members into one.</summary>
    public Type? Of { get; set; }

    /// <summary>A member of <see cref="Of"/> that messages do not suggest, because the service does not accept it as a new
    /// value.</summary>
    public string? Unlisted { get; set; }

    /// <summary>Whether the parameter also accepts a list of members of <see cref="Of"/>.</summary>
    public bool Several { get; set; }

    /// <summary>Whether the cmdlet receives null or an empty cell, because it knows whether an object has no such
    /// setting.</summary>
    public bool AllowsNull { get; set; }

    /// <summary>Refuses null, tables, empty lists and secrets, and for a time span also numbers.</summary>
    /// <param name="engineIntrinsics">The engine; unused.</param>
    /// <param name="inputData">The value from the user.</param>
    /// <returns>The same.</returns>
    /// <exception cref="ArgumentTransformationMetadataException">It is none of these.</exception>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = Unwrapped.Object(inputData);
        if (value is null or "" && AllowsNull)
            return null;
        if (value is IDictionary || IsEmpty(value) || (value is IList list && (list.Count == 0 || list.Cast<object?>().Any(IsEmpty))))
            throw new ArgumentTransformationMetadataException("The value must not be empty or a table. Specify a value, or omit the parameter.");
        ConversionRefusal.ThrowIfSecret(value);
        if (Of is not null)
            return Several && value is IList all ? all.Cast<object?>().Select(Choose).ToArray() : Choose(value);
        return IsTimeSpan && value is not null && value.GetType().IsPrimitive
            ? throw new ArgumentTransformationMetadataException(
                $"{ShownText.Quoted(value)} is a number, which could mean seconds or days. Specify a time span, for example 0:15:00 "
                    + "or (New-TimeSpan -Minutes 15).")
            : inputData;
    }

    private object Choose(object? value)
    {
        var given = Unwrapped.Object(value is IList { Count: 1 } single ? single[0] : value);
        if (given is IList { Count: > 1 } || (given is string words && words.IndexOf(',') >= 0))
        {
            throw new ArgumentTransformationMetadataException(
                $"{ShownText.Quoted(given is IList many ? string.Join(",", many.Cast<object?>()) : given)} contains several values. "
                    + "Specify one value.");
        }
        // A proxy function passes on a choice that another cmdlet bound.
        if (given?.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Choice<>))
            given = given.ToString();
        if (LanguagePrimitives.TryConvertTo(given, Of, CultureInfo.InvariantCulture, out var member)
            && Enum.IsDefined(Of, member))
        {
            return Activator.CreateInstance(typeof(Choice<>).MakeGenericType(Of), member)!;
        }
        var names = Enum.GetNames(Of).Where(name => name != Unlisted).ToList();
        var question = NearestMatch.Question(given?.ToString() ?? "", names);
        throw new ArgumentTransformationMetadataException(
            $"{ShownText.Quoted(given)} is not a valid value. {question}".TrimEnd()
                + $" Specify {Sentences.List(names, "or")}.");
    }

    private static bool IsEmpty(object? value) => Unwrapped.Object(value) is null or "";
}
