using CognitoPools.Audit.Checks.Trust;
using static CognitoPools.Core.Tests.Audit.AuditCase;

namespace CognitoPools.Core.Tests.Audit.Trust;

public sealed class TrustConditionalCheckTests
{
    private readonly TrustConditionalCheck check = new();

    private static string Conditioned(string condition) => AuditCase.Trust(Statement(condition: $$"""
        { "StringEquals": { "cognito-identity.amazonaws.com:aud": "{{PoolId}}" },
          "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "authenticated" }, {{condition}} }
        """));

    [Theory]
    [InlineData("\"StringLike\": { \"aws:RequestTag/team\": \"web\" }")]
    [InlineData("\"DateLessThan\": { \"aws:CurrentTime\": \"2027-01-01T00:00:00Z\" }")]
    public void Hit_a_condition_that_only_aws_can_decide(string condition)
    {
        var result = Assert.Single(check.Run(With(Tidy, Users(Conditioned(condition)))));

        Assert.Equal(PoolFindingSeverity.Info, result.Severity);
        Assert.Null(result.Repair);
    }

    [Fact]
    public void Miss_aud_and_amr_decide() => Assert.Empty(check.Run(With(Tidy, Users())));

    [Fact]
    public void Near_miss_amr_names_a_provider() =>
        Assert.Empty(check.Run(With(Tidy, Users(AuditCase.Trust(Statement("accounts.google.com"))))));
}
