using CognitoPools.Audit.Checks.Trust;
using static CognitoPools.Core.Tests.Audit.AuditCase;

namespace CognitoPools.Core.Tests.Audit.Trust;

public sealed class TrustMissingPoolCheckTests
{
    private readonly TrustMissingPoolCheck check = new();

    private const string Other = "eu-west-1:99999999-1111-2222-3333-444444444444";

    [Fact]
    public void Hit_a_role_that_denies_is_not_repaired()
    {
        var result = Assert.Single(check.Run(With(Tidy, Users(AuditCase.Trust(Statement().Replace("Allow", "Deny", StringComparison.Ordinal))))));

        Assert.Equal(PoolFindingSeverity.Medium, result.Severity);
        Assert.StartsWith("#", result.Remedy, StringComparison.Ordinal);
        Assert.Null(result.Repair);
    }

    [Fact]
    public void Hit_a_role_of_another_pool_that_exists_is_repaired_by_adding()
    {
        var pool = With(Tidy, Users(AuditCase.Trust(Statement(aud: Other)))) with
        {
            OtherPools = new Dictionary<string, TrustedPoolState> { [Other] = TrustedPoolState.Exists },
        };

        var result = Assert.Single(check.Run(pool));

        Assert.Equal($"Set-PoolRole '{PoolId}' Authenticated -RepairTrust", result.Remedy);
        Assert.Single(result.Repair!.Change.TrustEdits);
    }

    [Theory]
    [InlineData("eu-west-1_Example01", "user pool")]
    [InlineData(Other, "aud")]
    public void Hit_an_aud_that_names_no_pool_is_replaced(string aud, string why)
    {
        var pool = With(Tidy, Users(AuditCase.Trust(Statement(aud: aud)))) with
        {
            OtherPools = new Dictionary<string, TrustedPoolState> { [aud] = TrustedPoolState.NotInAccount },
        };

        var result = Assert.Single(check.Run(pool));

        Assert.Contains(why, result.Why, StringComparison.Ordinal);
        Assert.Equal(["TrustMissingPool"], pool.Audit().Select(finding => finding.Id));
        Assert.Empty(TrustOf.Repaired(pool, result).Audit());
    }

    [Fact]
    public void Miss_the_role_accepts_the_pool() => Assert.Empty(check.Run(With(Tidy, Users())));

    [Fact]
    public void Near_miss_a_condition_that_only_aws_can_decide()
    {
        var condition = $$"""
            { "StringEquals": { "cognito-identity.amazonaws.com:aud": "{{PoolId}}" }, "StringLike": { "aws:RequestTag/team": "web" } }
            """;

        Assert.Empty(check.Run(With(Tidy, Users(AuditCase.Trust(Statement(condition: condition))))));
    }
}
