using CognitoPools.Audit.Checks.Trust;
using static CognitoPools.Core.Tests.Audit.AuditCase;

namespace CognitoPools.Core.Tests.Audit.Trust;

public sealed class TrustNoAudienceCheckTests
{
    private readonly TrustNoAudienceCheck check = new();

    private const string Open = """
        { "Effect": "Allow", "Principal": { "Federated": "cognito-identity.amazonaws.com" }, "Action": "sts:AssumeRoleWithWebIdentity" }
        """;

    [Fact]
    public void Hit_a_statement_without_a_condition_is_bound_to_the_pool_and_the_users()
    {
        var pool = With(Tidy, Users(AuditCase.Trust(Open)));

        var result = Assert.Single(check.Run(pool));

        Assert.Equal(PoolFindingSeverity.Critical, result.Severity);
        Assert.Equal("Role users, statement 1", result.Target);
        Assert.Equal($"Test-CognitoIdentityPool '{PoolId}' -Id TrustNoAudience -AsPlan | Invoke-PoolPlan", result.Remedy);
        Assert.NotEmpty(result.Repair!.Change.Warnings);
        Assert.Empty(TrustOf.Repaired(pool, result).Audit());
    }

    [Fact]
    public void Hit_the_repair_keeps_the_other_pools_that_use_the_role()
    {
        var trust = AuditCase.Trust(Statement(
            condition: """{ "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "authenticated" } }"""));
        var pool = With(Tidy, Users(trust).AlsoOf(PoolIdentityType.Authenticated));

        var repaired = TrustOf.Repaired(pool, Assert.Single(check.Run(pool)));

        Assert.Equal([PoolId, TrustOf.OtherPool], Assert.Single(repaired.Roles).Trust!.AudiencePools(repaired.Partition));
        Assert.Empty(check.Run(repaired));
    }

    [Fact]
    public void Hit_the_repair_keeps_the_guests_of_another_pool()
    {
        var pool = With(Tidy, Users(AuditCase.Trust(Open)).AlsoOf(PoolIdentityType.Guest));

        var trust = Assert.Single(TrustOf.Repaired(pool, Assert.Single(check.Run(pool))).Roles).Trust!;

        Assert.True(trust.Explain(pool.Partition, PoolId, PoolIdentityType.Authenticated).IsAllowed);
        Assert.True(trust.Explain(pool.Partition, TrustOf.OtherPool, PoolIdentityType.Guest).IsAllowed);
    }

    [Fact]
    public void Hit_the_missing_amr_of_the_same_statement_is_not_reported_too() =>
        Assert.Equal(["TrustNoAudience"], With(Tidy, Users(AuditCase.Trust(Open))).Audit().Select(finding => finding.Id));

    [Fact]
    public void Miss_the_statement_names_the_pool() => Assert.Empty(check.Run(With(Tidy, Users())));

    [Theory]
    [InlineData("Deny", "")]
    [InlineData(
        "Deny",
        ", \"Condition\": { \"StringNotEquals\": { \"cognito-identity.amazonaws.com:aud\": \"eu-west-1:00000000-1111-2222-3333-444444444444\" } }")]
    public void Near_miss_a_deny_keeps_other_pools_out(string effect, string condition)
    {
        var deny = $"{Open.TrimEnd().TrimEnd('}').Replace("Allow", effect, StringComparison.Ordinal)} {condition} }}";

        Assert.Empty(check.Run(With(Tidy, Users(AuditCase.Trust(condition.Length == 0 ? deny : Open, deny)))));
    }
}
