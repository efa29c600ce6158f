using System.Globalization;
using System.Management.Automation;

namespace CognitoPools.Binding;

/// <summary>Accepts dates as objects, or as text in ISO 8601 only: '03/04/2024' is a different day in different cultures, and a
/// deletion may depend on it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IsoDateAttribute : ArgumentTransformationAttribute
{
    private const string Remedy =
        "Specify, for example, 2024-04-03 or 2024-04-03T14:30:00Z, or a date object such as (Get-Date).AddDays(-90).";

    private static readonly string[] Formats =
    [
        "yyyy-MM-dd",
        "yyyy-MM-dd'T'HH:mmK",
        "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd HH:mm",
        "yyyy-MM-dd HH:mm:ss",
    ];

    /// <summary>Converts ISO 8601 text to a date.</summary>
    /// <param name="engineIntrinsics">The engine; unused.</param>
    /// <param name="inputData">The value from the user.</param>
    /// <returns>A <see cref="DateTimeOffset"/> for text and for a <see cref="DateTime"/>; a time without a zone is
    /// local.</returns>
    /// <exception cref="ArgumentTransformationMetadataException">It is not a date, the text is not ISO 8601, or there is
    /// no value, because a missing limit would not exclude anything.</exception>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => Unwrapped.Object(inputData) switch
    {
        DateTimeOffset date => date,
        DateTime date => new DateTimeOffset(date),
        string text =>
            DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var parsed)
                ? parsed
                : throw new ArgumentTransformationMetadataException(
                    $"The value must be a date in ISO 8601 format, not {ShownText.Quoted(text)}. {Remedy}"),
        null =>
            throw new ArgumentTransformationMetadataException(
                "The value must be a date, not null. Specify, for example, 2024-04-03 or (Get-Date).AddDays(-90), or omit the "
                    + "parameter."),
        // The engine would read 3.4 as 4 March of this year.
        var other =>
            throw new ArgumentTransformationMetadataException(
                $"The value must be a date, not {ShownText.Quoted(other)} of type {other.GetType().Name}. {Remedy}"),
    };
}
