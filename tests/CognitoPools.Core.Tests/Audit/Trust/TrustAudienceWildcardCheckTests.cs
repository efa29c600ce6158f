using CognitoPools.Audit.Checks.Trust;
using static CognitoPools.Core.Tests.Audit.AuditCase;

namespace CognitoPools.Core.Tests.Audit.Trust;

public sealed class TrustAudienceWildcardCheckTests
{
    private readonly TrustAudienceWildcardCheck check = new();

    [Theory]
    [InlineData("StringLike", "eu-west-1:*", PoolFindingSeverity.Critical)]
    [InlineData("StringNotEquals", "eu-west-1:99999999-1111-2222-3333-444444444444", PoolFindingSeverity.Critical)]
    [InlineData("StringEqualsIfExists", PoolId, PoolFindingSeverity.Low)]
    [InlineData("ForAllValues:StringEquals", PoolId, PoolFindingSeverity.Low)]
    public void Hit_aud_does_not_bind(string operation, string value, PoolFindingSeverity severity)
    {
        var pool = With(Tidy, Users(TrustOf.Audience(operation, value)));

        var result = Assert.Single(check.Run(pool));

        Assert.Equal(severity, result.Severity);
        Assert.Empty(TrustOf.Repaired(pool, result).Audit());
    }

    [Fact]
    public void Miss_the_statement_names_the_pool() => Assert.Empty(check.Run(With(Tidy, Users())));

    [Theory]
    [InlineData("StringLike")]
    [InlineData("ForAnyValue:StringEquals")]
    [InlineData("ForAnyValue:StringLike")]
    public void Near_miss_an_operator_with_one_exact_id(string operation) =>
        Assert.Empty(check.Run(With(Tidy, Users(TrustOf.Audience(operation, PoolId)))));

    [Fact]
    public void Near_miss_a_star_that_the_operator_takes_literally() =>
        Assert.Empty(check.Run(With(Tidy, Users(TrustOf.Audience("StringEquals", "eu-west-1:*")))));
}
