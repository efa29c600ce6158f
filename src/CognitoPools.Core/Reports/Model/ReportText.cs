using System.Globalization;
using CognitoPools.Audit.Model;

namespace CognitoPools.Reports.Model;

/// <summary>Formats values for all reports, independent of the culture and the time zone.</summary>
internal static class ReportText
{
    /// <summary>The module that wrote the report.</summary>
    public const string Tool = "CognitoPools";

    /// <summary>The version of the module.</summary>
    public static string Version { get; } = typeof(ReportText).Assembly.GetName().Version.ToString(3);

    /// <summary>A time in UTC.</summary>
    public static string Of(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A local time in UTC.</summary>
    public static string Of(DateTime time) => Of(new DateTimeOffset(time.ToUniversalTime()));

    /// <summary>A number with thousands separators.</summary>
    public static string Of(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A number with a singular or plural noun.</summary>
    public static string Count(long number, string one, string many) => $"{Of(number)} {(number == 1 ? one : many)}";

    /// <summary>Whether callers can use the basic flow of a pool.</summary>
    public static string BasicFlow(AuditedPool pool) => (pool.Pool.BasicFlow, pool.IsBasicFlowRefused) switch
    {
        (BasicFlowState.Inactive, _) => "Off",
        (BasicFlowState.Unset, true) => "Never set, not usable",
        (BasicFlowState.Unset, false) => "Open (never set)",
        (_, true) => "Active, but not usable",
        _ => "Open",
    };

    /// <summary>A rounded duration.</summary>
    public static string Of(TimeSpan duration) => duration switch
    {
        { TotalSeconds: < 90 } => Count(Math.Max(1, Up(duration.TotalSeconds)), "second", "seconds"),
        { TotalMinutes: < 90 } => Count(Up(duration.TotalMinutes), "minute", "minutes"),
        { TotalHours: < 48 } => Count(Up(duration.TotalHours), "hour", "hours"),
        _ => Count(Up(duration.TotalDays), "day", "days"),
    };

    private static long Up(double number) => (long)Math.Ceiling(number);
}
