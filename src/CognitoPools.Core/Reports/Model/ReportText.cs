using System.Globalization;

namespace CognitoPools.Reports.Model;

/// <summary>Values as all reports write them, whatever the culture and the time zone.</summary>
internal static class ReportText
{
    /// <summary>The module that made the report.</summary>
    public const string Tool = "CognitoPools";

    /// <summary>Its page.</summary>
    public const string ToolPage = "https://www.powershellgallery.com/packages/CognitoPools";

    /// <summary>Its version.</summary>
    public static string Version { get; } = typeof(ReportText).Assembly.GetName().Version.ToString(3);

    /// <summary>A time in UTC.</summary>
    public static string Of(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A local time in UTC.</summary>
    public static string Of(DateTime time) => Of(new DateTimeOffset(time.ToUniversalTime()));

    /// <summary>A number with separators.</summary>
    public static string Of(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A number of things.</summary>
    public static string Count(long number, string one, string many) => $"{Of(number)} {(number == 1 ? one : many)}";

    /// <summary>A duration that nobody needs to know to the second.</summary>
    public static string Of(TimeSpan duration) => duration switch
    {
        { TotalSeconds: < 90 } => Count(Math.Max(1, Up(duration.TotalSeconds)), "second", "seconds"),
        { TotalMinutes: < 90 } => Count(Up(duration.TotalMinutes), "minute", "minutes"),
        { TotalHours: < 48 } => Count(Up(duration.TotalHours), "hour", "hours"),
        _ => Count(Up(duration.TotalDays), "day", "days"),
    };

    private static long Up(double number) => (long)Math.Ceiling(number);
}
