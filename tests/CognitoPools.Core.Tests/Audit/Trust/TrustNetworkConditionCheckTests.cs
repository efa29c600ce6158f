using CognitoPools.Audit.Checks.Trust;
using static CognitoPools.Core.Tests.Audit.AuditCase;

namespace CognitoPools.Core.Tests.Audit.Trust;

public sealed class TrustNetworkConditionCheckTests
{
    private readonly TrustNetworkConditionCheck check = new();

    private static string Conditioned(string condition) => AuditCase.Trust(Statement(condition: $$"""
        { "StringEquals": { "cognito-identity.amazonaws.com:aud": "{{PoolId}}" },
          "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "authenticated" }, {{condition}} }
        """));

    [Theory]
    [InlineData("\"IpAddress\": { \"aws:SourceIp\": \"203.0.113.0/24\" }")]
    [InlineData("\"StringLike\": { \"aws:sourcevpce\": \"vpce-1a2b3c4d\" }")]
    public void Hit_a_condition_on_the_network(string condition)
    {
        var pool = With(Tidy, Users(Conditioned(condition)));

        var result = Assert.Single(check.Run(pool));

        Assert.StartsWith("#", result.Remedy, StringComparison.Ordinal);
        Assert.DoesNotContain("TrustConditional", pool.Audit().Select(finding => finding.Id));
    }

    [Fact]
    public void Miss_no_such_condition() => Assert.Empty(check.Run(With(Tidy, Users())));

    [Fact]
    public void Near_miss_another_global_key() =>
        Assert.Empty(check.Run(With(Tidy, Users(Conditioned("\"Bool\": { \"aws:SecureTransport\": \"true\" }")))));
}
