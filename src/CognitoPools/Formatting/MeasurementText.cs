using System.Globalization;
using System.Management.Automation;
using System.Text;

namespace CognitoPools.Formatting;

/// <summary>The numbers and bars of a measurement for its list, in columns that fit a window of 60 columns.</summary>
// The script blocks of the views can use only public types of this assembly.
public static class MeasurementText
{
    // Of 59 columns, the longest label of the list, 'IdentityPoolId : ', leaves this many.
    private const int Room = 42;
    private const int LongestBar = 10;
    private const string Eighths = "▏▎▍▌▋▊▉█";
    private const string LongestAge = "< 180 days";

    /// <summary>A number of identities, with a bar for its share of all identities.</summary>
    /// <param name="measurement">The measurement.</param>
    /// <param name="count">How many.</param>
    public static string Count(object measurement, object? count)
    {
        var total = Long(measurement, nameof(PoolIdentityMeasurement.Total));
        var number = Convert.ToInt64(ViewText.Unwrapped(count), CultureInfo.InvariantCulture);
        var text = Padded(Number(number), Number(total).Length);
        return total == number ? text : $"{text} {Bar((double)number / Math.Max(1, total), LongestBar)}".TrimEnd();
    }

    /// <summary>A line for each provider: how many identities, a bar, which provider.</summary>
    /// <param name="measurement">The measurement.</param>
    public static string Providers(object measurement)
    {
        var width = Number(Long(measurement, nameof(PoolIdentityMeasurement.Total))).Length;
        return string.Join(
            Environment.NewLine,
            Rows(measurement, nameof(PoolIdentityMeasurement.Providers)).Select(row =>
                $"{Padded(Number(Long(row, "Count")), width)} {Bar(ShareOf(row), LongestBar),-LongestBar} "
                    + ViewText.Of($"{ViewText.Text(row.Properties["Type"]?.Value)} {ViewText.Text(row.Properties["Key"]?.Value)}")));
    }

    /// <summary>A line for each age: how many identities have this age, how many are older, and how many of these are guests.</summary>
    /// <param name="measurement">The measurement.</param>
    /// <param name="property">Created or Modified.</param>
    public static string Ages(object measurement, string property)
    {
        var rows = Rows(measurement, property).ToList();
        if (rows.Count == 0)
            return "";
        var numbers = rows.Select((row, index) =>
        {
            var older = index + 1 < rows.Count ? rows[index + 1] : null;
            return (
                Age: ViewText.Text(row.Properties["Age"]?.Value),
                Count: Number(Long(row, "Count")),
                // The next row counts all identities that are older than this row.
                Older: older is null ? "" : Number(Long(older, "CountBefore")),
                Guests: older is null ? "" : Number(Long(older, "GuestsBefore")),
                Share: ShareOf(row));
        }).ToList();
        // In one line, the label 'Older guests' would not fit next to long numbers.
        numbers.InsertRange(0, [("", "", "", "Older", 0), ("Age", "Count", "Older", "guests", 0)]);
        var (count, old, guests) = (
            numbers.Max(row => row.Count.Length), numbers.Max(row => row.Older.Length), numbers.Max(row => row.Guests.Length));
        var bar = Math.Min(LongestBar, Room - LongestAge.Length - count - old - guests - 4);
        return string.Join(Environment.NewLine, numbers.Select(row => string.Join(
            " ",
            row.Age.PadRight(LongestAge.Length), Padded(row.Count, count), Padded(row.Older, old),
            Padded(row.Guests, guests), Bar(row.Share, bar)).TrimEnd()));
    }

    /// <summary>The day with the most new identities, their number, and how many of them are guests. Of several such days it is
    /// the latest.</summary>
    /// <param name="measurement">The measurement.</param>
    public static string BusiestDay(object measurement)
    {
        var days = Rows(measurement, nameof(PoolIdentityMeasurement.Days)).ToList();
        if (days.Count == 0)
            return "";
        var most = days.Max(day => Long(day, "Count"));
        var busiest = days.Last(day => Long(day, "Count") == most);
        return $"{ViewText.Day(busiest.Properties["Day"]?.Value)} {Number(most)}, guests {Number(Long(busiest, "Guests"))}";
    }

    /// <summary>The first and the last date.</summary>
    /// <param name="first">The first, or null.</param>
    /// <param name="last">The last, or null.</param>
    public static string Span(object? first, object? last) => $"{ViewText.Date(first)} to {ViewText.Date(last)}";

    /// <summary>A share of all identities in percent and as a bar.</summary>
    /// <param name="share">The part, 0 to 1.</param>
    public static string Share(double share) => string.Format(
        CultureInfo.InvariantCulture, "{0:0.0} % {1}", 100 * share, Bar(share, LongestBar)).TrimEnd();

    /// <summary>A bar in eighths of a column. A share above zero has at least one eighth.</summary>
    /// <param name="share">How long, 0 to 1.</param>
    /// <param name="width">The longest bar, in columns.</param>
    public static string Bar(double share, int width)
    {
        if (width <= 0 || share <= 0)
            return "";
        var eighths = (int)Math.Min(width * 8, Math.Max(1, Math.Round(share * width * 8)));
        var bar = new StringBuilder().Append(Eighths[7], eighths / 8);
        return eighths % 8 == 0 ? bar.ToString() : bar.Append(Eighths[eighths % 8 - 1]).ToString();
    }

    private static IEnumerable<PSObject> Rows(object measurement, string property) =>
        ViewText.Items(PSObject.AsPSObject(measurement).Properties[property]?.Value).Select(PSObject.AsPSObject);

    private static long Long(object row, string property) => Convert.ToInt64(
        ViewText.Unwrapped(PSObject.AsPSObject(row).Properties[property]?.Value), CultureInfo.InvariantCulture);

    private static double ShareOf(PSObject row) =>
        Convert.ToDouble(ViewText.Unwrapped(row.Properties["Share"]?.Value), CultureInfo.InvariantCulture);

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Padded(string number, int width) => number.PadLeft(width);
}
