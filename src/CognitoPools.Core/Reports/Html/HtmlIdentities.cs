using CognitoPools.Reports.Model;

namespace CognitoPools.Reports.Html;

/// <summary>The ages of the identities in measured pools, and the time to remove old guests.</summary>
internal static class HtmlIdentities
{
    private const int RowHeight = 26;
    private const int BarStart = 84;
    private const int BarLength = 200;

    /// <summary>The HTML.</summary>
    public static Markup Write(AuditReport report) => report.Measurements.Count == 0
        ? Markup.Empty
        : Markup.Of(
            $"""
            <section id="identities" aria-labelledby="identities-title">
            <h2 id="identities-title">Identities</h2>
            <p>{Rates(report)}</p>
            {Markup.Each(report.Measurements.Select((one, index) => (one, index)), one => Measurement(report, one.one, one.index + 1))}
            </section>
            """);

    private static string Rates(AuditReport report)
    {
        var limits = report.Rates.OrderBy(rate => rate.Key, StringComparer.Ordinal)
            .Select(rate => FormattableString.Invariant($"{rate.Value:0.###} {rate.Key} calls per second"))
            .ToList();
        return limits.Count == 0
            ? "No request rate is limited, so removal times are not estimated."
            : $"Removal times assume {string.Join(" and ", limits)}, with 60 identities per call. A removal lists the whole pool.";
    }

    private static Markup Measurement(AuditReport report, PoolIdentityMeasurement measurement, int number) => Markup.Of(
        $"""
        <section class="card" aria-labelledby="measured-{number}">
        <h3 id="measured-{number}">{Markup.Name(report.NameOf(measurement.IdentityPoolId))}</h3>
        <p>{ReportText.Count(measurement.Total, "identity", "identities")},
        including {ReportText.Count(measurement.Guests, "guest", "guests")},
        measured at <time>{ReportText.Of(measurement.Time)}</time>. {All(report, measurement)}</p>
        {(measurement.Total == 0 ? Markup.Empty : Chart(measurement, number))}
        {Table(report, measurement)}
        </section>
        """);

    private static string All(AuditReport report, PoolIdentityMeasurement measurement) =>
        measurement.Guests > 0 && new CleanupForecast(report.Rates).Of(measurement.Total, measurement.Guests) is { } duration
            ? $"Removing all guests takes about {ReportText.Of(duration)}."
            : "";

    private static Markup Chart(PoolIdentityMeasurement measurement, int number)
    {
        var highest = Math.Max(1, measurement.Created.Select(age => age.Count).DefaultIfEmpty(0).Max());
        return Markup.Of(
            $"""
            <figure>
            <svg class="chart" viewBox="0 0 360 {measurement.Created.Count * RowHeight}" role="img" aria-labelledby="chart-{number}">
            <title id="chart-{number}">Identities by age. The table below contains the numbers.</title>
            {Markup.Each(measurement.Created.Select((age, index) => (age, index)), one => Bar(one.age, one.index * RowHeight, highest))}
            </svg>
            <figcaption><span class="key guests"></span> guests <span class="key users"></span> users, by age of the identity</figcaption>
            </figure>
            """);
    }

    private static Markup Bar(PoolIdentityAge age, int top, long highest)
    {
        var (guests, users) = (Length(age.Guests, highest), Length(age.Count - age.Guests, highest));
        return Markup.Of(
            $"""
            <text x="{BarStart - 8}" y="{top + 17}" text-anchor="end">{age.Age}</text>
            <rect class="guests" x="{BarStart}" y="{top + 3}" width="{guests}" height="20"/>
            <rect class="users" x="{BarStart + guests}" y="{top + 3}" width="{users}" height="20"/>
            <text x="{BarStart + guests + users + 6}" y="{top + 17}">{ReportText.Of(age.Count)}</text>
            """);
    }

    private static double Length(long count, long highest) => Math.Round((double)count / highest * BarLength, 1);

    private static Markup Table(AuditReport report, PoolIdentityMeasurement measurement)
    {
        var forecast = new CleanupForecast(report.Rates);
        return Markup.Of(
            $"""
            <table class="cards">
            <caption>Identities of {Markup.Name(report.NameOf(measurement.IdentityPoolId))} by age</caption>
            <thead><tr>
            <th scope="col">Age</th>
            <th scope="col">Identities</th>
            <th scope="col">Guests</th>
            <th scope="col">Guests of this age and older</th>
            <th scope="col">Removal time</th>
            </tr></thead>
            <tbody>{Markup.Each(measurement.Created, age => Markup.Of(
                $"""
                <tr><th scope="row">{age.Age}</th>
                <td data-label="Identities">{ReportText.Of(age.Count)}</td>
                <td data-label="Guests">{ReportText.Of(age.Guests)}</td>
                <td data-label="Guests of this age and older">{ReportText.Of(age.GuestsBefore)}</td>
                <td data-label="Removal time">{Duration(forecast, measurement, age)}</td>
                </tr>
                """))}</tbody>
            </table>
            """);
    }

    private static string Duration(CleanupForecast forecast, PoolIdentityMeasurement measurement, PoolIdentityAge age) =>
        age.GuestsBefore == 0 ? "nothing to remove"
            : forecast.Of(measurement.Total, age.GuestsBefore) is { } duration ? $"about {ReportText.Of(duration)}" : "not estimated";
}
