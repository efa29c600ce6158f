using System.Text.Json;
using CognitoPools.Audit.Model;
using CognitoPools.Reports.Model;

namespace CognitoPools.Reports;

/// <summary>Writes a report as JSON, in a stable order.</summary>
internal static class JsonReport
{
    private const int Version = 1;

    /// <summary>The text.</summary>
    /// <param name="report">The report.</param>
    public static string Write(AuditReport report) => ReportJson.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("version", Version);
        writer.WriteString("tool", $"{ReportText.Tool} {ReportText.Version}");
        writer.WriteString("time", ReportText.Of(report.Time));
        writer.WriteString("accountId", report.AccountId);
        writer.WriteTexts("regions", report.Regions);
        writer.WriteObject("counts", () => WriteCounts(writer, report));
        writer.WriteArray("findings", report.Found, finding => WriteFinding(writer, finding));
        writer.WriteArray("notChecked", report.NotChecked, finding => WriteFinding(writer, finding));
        writer.WriteArray("suppressed", report.Suppressed, finding => WriteFinding(writer, finding));
        writer.WriteArray("pools", report.Pools, pool => WritePool(writer, pool));
        writer.WriteArray("measurements", report.Measurements, one => WriteMeasurement(writer, report, one));
        writer.WriteArray("differences", report.Differences, one => WriteDifference(writer, one));
        writer.WriteEndObject();
    });

    private static void WriteCounts(Utf8JsonWriter writer, AuditReport report)
    {
        foreach (var severity in AuditReport.Severities)
            writer.WriteNumber(JsonNamingPolicy.CamelCase.ConvertName(severity.ToString()), report.Count(severity));
        writer.WriteNumber("notChecked", report.NotChecked.Count);
        writer.WriteNumber("suppressed", report.Suppressed.Count);
        writer.WriteNumber("pools", report.Pools.Count);
    }

    private static void WriteFinding(Utf8JsonWriter writer, PoolFinding finding)
    {
        writer.WriteString("id", finding.Id);
        writer.WriteString("title", AuditReport.Title(finding.Id));
        writer.WriteString("severity", finding.Severity.ToString());
        writer.WriteString("status", finding.Status.ToString());
        writer.WriteString("identityPoolId", finding.IdentityPoolId);
        writer.WriteString("pool", finding.Pool);
        writer.WriteString("target", finding.Target);
        writer.WriteString("evidence", finding.Evidence);
        writer.WriteString("why", finding.Why);
        writer.WriteString("remedy", finding.Remedy);
        writer.WriteString("reference", finding.Reference);
        writer.WriteString("suppression", finding.Suppression);
    }

    private static void WritePool(Utf8JsonWriter writer, AuditedPool pool)
    {
        writer.WriteString("identityPoolId", pool.Pool.IdentityPoolId);
        writer.WriteString("name", pool.Pool.Name);
        writer.WriteString("region", pool.Pool.Region);
        writer.WriteBoolean("guestAccess", pool.Pool.GuestAccess);
        writer.WriteString("basicFlow", pool.Pool.BasicFlow.ToString());
        writer.WriteBoolean("isBasicFlowOpen", pool.IsBasicFlowOn);
        writer.WriteObject("tags", () =>
        {
            foreach (var tag in pool.Pool.Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal))
                writer.WriteString(tag.Key, tag.Value);
        });
        writer.WriteArray("providers", pool.Pool.Providers, provider => WriteProvider(writer, provider));
        writer.WriteArray("roles", pool.Roles, role => WriteRole(writer, pool, role));
        writer.WriteArray("guestPermissions", GuestAbilities.Of(pool), abilities => WriteAbilities(writer, abilities));
    }

    private static void WriteProvider(Utf8JsonWriter writer, PoolIdentityProvider provider)
    {
        writer.WriteString("type", provider.Type.ToString());
        writer.WriteString("name", provider.Name);
        writer.WriteString("clientId", provider.ShownClientId);
        writer.WriteString("roleSetting", provider.RoleSetting.ToString());
        writer.WriteString("roleResolution", provider.RoleResolution?.ToString());
        writer.WriteString("attributeMapping", provider.AttributeMapping.Mode.ToString());
        writer.WriteArray("rules", provider.Rules, rule =>
        {
            writer.WriteString("claim", rule.Claim);
            writer.WriteString("operator", rule.Operator.ToString());
            writer.WriteString("value", rule.Value);
            writer.WriteString("role", rule.Role);
        });
    }

    private static void WriteRole(Utf8JsonWriter writer, AuditedPool pool, AuditedRole role)
    {
        writer.WriteString("arn", role.Arn);
        writer.WriteString("name", role.Name);
        writer.WriteString("reading", role.Reading.ToString());
        writer.WriteTexts("uses", RoleAccess.Uses(role));
        writer.WriteString("trust", RoleAccess.Trust(pool, role));
        writer.WriteTexts("others", RoleAccess.Others(pool, role));
    }

    private static void WriteAbilities(Utf8JsonWriter writer, GuestAbilities abilities)
    {
        writer.WriteString("role", abilities.Role.Arn);
        writer.WriteString("flow", abilities.Flow.ToString());
        writer.WriteBoolean("isRead", abilities.Permissions is not null);
        writer.WriteArray("permissions", abilities.Permissions ?? [], permission =>
        {
            writer.WriteString("text", PlainPermission.Of(permission));
            writer.WriteString("action", permission.Action);
            writer.WriteString("resource", permission.Resource);
            writer.WriteString("limits", permission.Limits);
            writer.WriteString("source", permission.Source);
        });
    }

    private static void WriteMeasurement(Utf8JsonWriter writer, AuditReport report, PoolIdentityMeasurement measurement)
    {
        var forecast = new CleanupForecast(report.Rates);
        writer.WriteString("identityPoolId", measurement.IdentityPoolId);
        writer.WriteString("time", ReportText.Of(measurement.Time));
        writer.WriteNumber("total", measurement.Total);
        writer.WriteNumber("guests", measurement.Guests);
        writer.WriteNumber("authenticated", measurement.Authenticated);
        writer.WriteArray("created", measurement.Created, age =>
        {
            writer.WriteString("age", age.Age);
            writer.WriteString("before", ReportText.Of(age.Before));
            writer.WriteNumber("count", age.Count);
            writer.WriteNumber("guests", age.Guests);
            writer.WriteNumber("guestsBefore", age.GuestsBefore);
            if (forecast.Of(measurement.Total, age.GuestsBefore) is { } duration)
                writer.WriteNumber("cleanupSeconds", Math.Ceiling(duration.TotalSeconds));
            else
                writer.WriteNull("cleanupSeconds");
        });
    }

    private static void WriteDifference(Utf8JsonWriter writer, PoolDocumentDifference difference)
    {
        writer.WriteString("identityPool", difference.IdentityPool);
        writer.WriteString("path", difference.Path);
        writer.WriteString("expected", difference.Expected);
        writer.WriteString("actual", difference.Actual);
        writer.WriteString("reference", difference.Reference);
        writer.WriteString("source", difference.Source);
    }
}
