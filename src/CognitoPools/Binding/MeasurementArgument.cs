using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace CognitoPools.Binding;

/// <summary>Measurements of Measure-PoolIdentity, also after Export-Clixml and ConvertTo-Json.</summary>
internal static class MeasurementArgument
{
    private const string Parameter = "Measurement";

    /// <summary>The measurement that an object is or was.</summary>
    /// <param name="value">The value from the user.</param>
    /// <exception cref="InvalidSettingException">It is something else.</exception>
    public static PoolIdentityMeasurement Read(object? value)
    {
        if (Unwrapped.Object(value) is PoolIdentityMeasurement own)
            return own;
        if (value is null || Unwrapped.Object(value) is string
            || Unwrapped.Property(value, nameof(PoolIdentityMeasurement.IdentityPoolId)) is not { } pool
            || Unwrapped.Property(value, nameof(PoolIdentityMeasurement.Guests)) is null)
        {
            throw new InvalidSettingException(
                Parameter, value, "is not a measurement.", "Specify the output of Measure-PoolIdentity.");
        }
        return new PoolIdentityMeasurement
        {
            IdentityPoolId = pool,
            Time = Date(value, nameof(PoolIdentityMeasurement.Time)) ?? default,
            Total = Number(value, nameof(PoolIdentityMeasurement.Total)),
            Guests = Number(value, nameof(PoolIdentityMeasurement.Guests)),
            Authenticated = Number(value, nameof(PoolIdentityMeasurement.Authenticated)),
            Created = [.. Rows(value, nameof(PoolIdentityMeasurement.Created)).Select(Age)],
            Modified = [.. Rows(value, nameof(PoolIdentityMeasurement.Modified)).Select(Age)],
            Days = [.. Rows(value, nameof(PoolIdentityMeasurement.Days)).Select(Day)],
            OldestCreation = Date(value, nameof(PoolIdentityMeasurement.OldestCreation)),
            NewestCreation = Date(value, nameof(PoolIdentityMeasurement.NewestCreation)),
        };
    }

    private static PoolIdentityAge Age(object row) => new()
    {
        Age = Unwrapped.Property(row, nameof(PoolIdentityAge.Age)) ?? "",
        Before = Date(row, nameof(PoolIdentityAge.Before)) ?? default,
        Count = Number(row, nameof(PoolIdentityAge.Count)),
        Guests = Number(row, nameof(PoolIdentityAge.Guests)),
        CountBefore = Number(row, nameof(PoolIdentityAge.CountBefore)),
        GuestsBefore = Number(row, nameof(PoolIdentityAge.GuestsBefore)),
        Share = Convert.ToDouble(Unwrapped.PropertyValue(row, nameof(PoolIdentityAge.Share)), CultureInfo.InvariantCulture),
    };

    private static PoolIdentityDay Day(object row) => new()
    {
        Day = DateTime.SpecifyKind(Utc(Unwrapped.PropertyValue(row, nameof(PoolIdentityDay.Day))).Date, DateTimeKind.Utc),
        Count = Number(row, nameof(PoolIdentityDay.Count)),
        Guests = Number(row, nameof(PoolIdentityDay.Guests)),
        Authenticated = Number(row, nameof(PoolIdentityDay.Authenticated)),
    };

    private static IEnumerable<object> Rows(object value, string name) => Unwrapped.PropertyValue(value, name) switch
    {
        PSObject { BaseObject: IEnumerable rows } => rows.Cast<object>(),
        IEnumerable rows and not string => rows.Cast<object>(),
        null => [],
        _ => throw new InvalidSettingException(
            Parameter, null, $"has lost the rows of {name}.", "Save measurements with Export-Clixml, or with ConvertTo-Json -Depth 4."),
    };

    private static long Number(object value, string name) =>
        Convert.ToInt64(Unwrapped.Object(Unwrapped.PropertyValue(value, name)), CultureInfo.InvariantCulture);

    private static DateTime? Date(object value, string name) =>
        Unwrapped.PropertyValue(value, name) is { } date ? Utc(date).ToLocalTime() : null;

    private static DateTime Utc(object? date) => Unwrapped.Object(date) switch
    {
        DateTime time => time.ToUniversalTime(),
        DateTimeOffset time => time.UtcDateTime,
        string text when DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) => time.UtcDateTime,
        _ => throw new InvalidSettingException(
            Parameter, null, "contains a date that cannot be read.", "Save measurements with Export-Clixml or ConvertTo-Json."),
    };
}
