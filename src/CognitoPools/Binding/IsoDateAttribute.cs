using System.Globalization;
using System.Management.Automation;

namespace CognitoPools.Binding;

/// <summary>Takes dates as objects, or as text in ISO 8601 alone: '03/04/2024' is two different days, depending on who
/// reads it, and a deletion may hang on it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IsoDateAttribute : ArgumentTransformationAttribute
{
    private const string Remedy =
        "Write it like 2024-04-03 or 2024-04-03T14:30:00Z, or give a date object such as (Get-Date).AddDays(-90).";

    private static readonly string[] Formats =
    [
        "yyyy-MM-dd",
        "yyyy-MM-dd'T'HH:mmK",
        "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd HH:mm",
        "yyyy-MM-dd HH:mm:ss",
    ];

    /// <summary>Takes a date, and turns ISO 8601 text into one.</summary>
    /// <param name="engineIntrinsics">The engine; unused.</param>
    /// <param name="inputData">What the user gave.</param>
    /// <returns>A <see cref="DateTimeOffset"/> for text and for a <see cref="DateTime"/>; a time without a zone is
    /// local.</returns>
    /// <exception cref="ArgumentTransformationMetadataException">It is not a date, the text is not ISO 8601, or there is
    /// no value: a limit that is not there would let everything through.</exception>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => Unwrapped.Object(inputData) switch
    {
        DateTimeOffset date => date,
        DateTime date => new DateTimeOffset(date),
        string text =>
            DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var parsed)
                ? parsed
                : throw new ArgumentTransformationMetadataException(
                    $"'{ShownText.Value(text)}' is not a date in ISO 8601. {Remedy}"),
        null =>
            throw new ArgumentTransformationMetadataException(
                "It is null. Give a date such as 2024-04-03 or (Get-Date).AddDays(-90), or leave the parameter out."),
        // The engine would read 3.4 as 4 March of this year.
        var other =>
            throw new ArgumentTransformationMetadataException(
                $"'{ShownText.Value(other)}' ({other.GetType().Name}) is not a date. {Remedy}"),
    };
}
