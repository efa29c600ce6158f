using CognitoPools.Audit.Model;
using CognitoPools.Reports.Model;

namespace CognitoPools.Reports.Html;

/// <summary>All pools by Region, with an overview and the settings of each pool.</summary>
internal static class HtmlPools
{
    /// <summary>The HTML.</summary>
    public static Markup Write(AuditReport report)
    {
        if (report.Pools.Count == 0)
            return Markup.Empty;
        var numbered = report.Pools.Select((pool, index) => (Pool: pool, Id: $"pool-{ReportNumber(index)}")).ToList();
        return Markup.Of(
            $"""
            <section id="pools" aria-labelledby="pools-title">
            <h2 id="pools-title">Identity pools</h2>
            {Overview(report, numbered)}
            {Markup.Each(numbered.GroupBy(one => one.Pool.Pool.Region, StringComparer.Ordinal), Region)}
            </section>
            """);
    }

    private static string ReportNumber(int index) => (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static Markup Overview(AuditReport report, IEnumerable<(AuditedPool Pool, string Id)> pools) => Markup.Of(
        $"""
        <table class="cards">
        <caption>Overview of the identity pools</caption>
        <thead><tr>
        <th scope="col">Identity pool</th>
        <th scope="col">Region</th>
        <th scope="col">Guests</th>
        <th scope="col">Basic flow</th>
        <th scope="col">Providers</th>
        <th scope="col">Findings</th>
        </tr></thead>
        <tbody>
        {Markup.Each(pools, one => Markup.Of(
            $"""
            <tr><th scope="row"><a href="#{one.Id}">{Markup.Name(one.Pool.Pool.Name)}</a></th>
            <td data-label="Region">{one.Pool.Pool.Region}</td>
            <td data-label="Guests">{Guests(one.Pool)}</td>
            <td data-label="Basic flow">{ReportText.BasicFlow(one.Pool)}</td>
            <td data-label="Providers">{one.Pool.Pool.Providers.Count}</td>
            <td data-label="Findings">{Findings(report, one.Pool)}</td>
            </tr>
            """))}
        </tbody>
        </table>
        """);

    private static Markup Findings(AuditReport report, AuditedPool pool)
    {
        var own = report.Found.Where(finding => finding.IdentityPoolId == pool.Pool.IdentityPoolId).ToList();
        return own.Count == 0 ? Markup.Of($"none") : Markup.Of($"{own.Count}, {HtmlFindings.Badge(own[0].Severity)}");
    }

    private static Markup Region(IGrouping<string, (AuditedPool Pool, string Id)> region) => Markup.Of(
        $"""
        <h3>{region.Key}</h3>
        {Markup.Each(region, one => Pool(one.Pool, one.Id))}
        """);

    private static Markup Pool(AuditedPool pool, string id) => Markup.Of(
        $"""
        <details class="pool" id="{id}">
        <summary><h4>{Markup.Name(pool.Pool.Name)}</h4> <span class="where">{pool.Pool.IdentityPoolId}</span></summary>
        <div class="body">
        <dl class="facts">
        <div><dt>Guest access</dt><dd>{Guests(pool)}</dd></div>
        <div><dt>Basic flow</dt><dd>{ReportText.BasicFlow(pool)}</dd></div>
        </dl>
        {HtmlProviders.Write(pool)}
        {HtmlRoles.Write(pool)}
        {HtmlGuests.Write(pool)}
        </div>
        </details>
        """);

    private static string Guests(AuditedPool pool) => !pool.Pool.GuestAccess ? "Off"
        : pool.Pool.GuestRole is null && pool.AreMappingsRead && !pool.IsBasicFlowOn ? "Anyone gets an identity, but no credentials"
        : "Anyone gets guest credentials";
}
