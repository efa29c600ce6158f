using CognitoPools.Audit.Model;
using CognitoPools.Core.Tests.Audit;
using CognitoPools.Reports.Model;

namespace CognitoPools.Core.Tests.Reports;

/// <summary>A report with something in every part.</summary>
internal static class ReportSample
{
    public const string Script = "<script>alert(1)</script>\"'&";
    public const string RightToLeft = "متجر \u202Eexe.shop";

    public static string Long { get; } = new('w', 128);

    public static DateTimeOffset Time { get; } = new(2026, 6, 1, 10, 30, 0, TimeSpan.FromHours(2));

    /// <summary>What an audit of usual names finds.</summary>
    public static AuditReport Usual { get; } = Of("shop");

    /// <summary>What an audit finds when others chose the names.</summary>
    public static AuditReport Hostile { get; } = Of(Script, RightToLeft, Long);

    /// <summary>Nothing at all.</summary>
    public static AuditReport Empty { get; } = new(Time);

    private static AuditReport Of(params string[] names)
    {
        var pools = names.Select((name, index) => Pool(name, $"eu-west-1:00000000-1111-2222-3333-44444444444{index}")).ToList();
        return new AuditReport(Time)
        {
            AccountId = AuditCase.Account,
            Regions = ["us-east-1", "eu-west-1"],
            Pools = pools,
            Findings = [.. pools.SelectMany(Findings)],
            Measurements = [.. pools.Select(pool => Measurement(pool.Pool.IdentityPoolId))],
            Differences = [.. pools.Select(pool => new PoolDocumentDifference
            {
                IdentityPool = pool.Pool.Name,
                Path = "providers['accounts.google.com'].rules[0].value",
                Expected = pool.Pool.Name,
                Actual = null,
                Reference = "pools/shop one.json",
            })],
        };
    }

    private static AuditedPool Pool(string name, string id)
    {
        var guests = AuditCase.Guests(
            AuditCase.Trust(
                AuditCase.Statement("unauthenticated", aud: id),
                AuditCase.Statement("unauthenticated", aud: "eu-west-1:99999999-1111-2222-3333-444444444444"),
                """{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::444455556666:root" }, "Action": "sts:AssumeRole" }"""),
            AuditCase.Allow(
                "[\"s3:GetObject\", \"dynamodb:Query\", \"polly:SynthesizeSpeech\"]",
                "[\"arn:aws:s3:::photos/*\", \"arn:aws:dynamodb:eu-west-1:111122223333:table/orders\"]"));
        return AuditCase.With(
            AuditCase.Tidy with
            {
                IdentityPoolId = id,
                Name = name,
                GuestAccess = true,
                BasicFlow = BasicFlowState.Active,
                Providers =
                [
                    AuditCase.UserPoolClient,
                    new PoolIdentityProvider { Type = ProviderType.Developer, Name = name },
                ],
            },
            guests, AuditCase.Users());
    }

    private static IEnumerable<PoolFinding> Findings(AuditedPool pool)
    {
        foreach (var severity in AuditReport.Severities)
            yield return Finding(pool, "GuestEnabled", severity, PoolFindingStatus.Found);
        yield return Finding(pool, "NotChecked", PoolFindingSeverity.Info, PoolFindingStatus.NotChecked);
        yield return Finding(pool, "GuestEnabled", PoolFindingSeverity.High, PoolFindingStatus.Suppressed) with
        {
            Target = $"Role {pool.Pool.Name}",
            Suppression = $"Accepted by {pool.Pool.Name} (until 2027-01-31)",
        };
        yield return Finding(pool, "GuestEnabled", PoolFindingSeverity.High, PoolFindingStatus.Passed);
    }

    private static PoolFinding Finding(AuditedPool pool, string id, PoolFindingSeverity severity, PoolFindingStatus status) => new()
    {
        Id = id,
        Severity = severity,
        Status = status,
        IdentityPoolId = pool.Pool.IdentityPoolId,
        Pool = pool.Pool.Name,
        Target = $"Provider {pool.Pool.Name}",
        Evidence = $$"""{"GuestAccess":"{{pool.Pool.Name}}"}""",
        Why = "Anybody with the pool's id gets credentials.",
        Remedy = $"# For {pool.Pool.Name}\nSet-PoolGuestAccess '{pool.Pool.IdentityPoolId}' -Disable",
        Reference = "https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html",
    };

    private static PoolIdentityMeasurement Measurement(string id)
    {
        (string Age, long Count, long Guests, long Before)[] ages =
            [("< 1 day", 900, 800, 120_800), ("< 90 days", 30_000, 20_000, 120_000), ("older", 200_000, 100_000, 100_000)];
        return new PoolIdentityMeasurement
        {
            IdentityPoolId = id,
            Time = Time.LocalDateTime,
            Total = 230_900,
            Guests = 120_800,
            Authenticated = 110_100,
            Created = [.. ages.Select(age => new PoolIdentityAge
            {
                Age = age.Age,
                Before = Time.LocalDateTime,
                Count = age.Count,
                Guests = age.Guests,
                GuestsBefore = age.Before,
            })],
        };
    }
}
