using CognitoPools.Audit.Checks.Trust;
using static CognitoPools.Core.Tests.Audit.AuditCase;

namespace CognitoPools.Core.Tests.Audit.Trust;

public sealed class TrustWrongActionCheckTests
{
    private readonly TrustWrongActionCheck check = new();

    private static string Acting(string action) => AuditCase.Trust(Statement().Replace("\"sts:AssumeRoleWithWebIdentity\"", action, StringComparison.Ordinal));

    [Fact]
    public void Hit_the_action_is_the_default_of_the_cdk()
    {
        var pool = With(Tidy, Users(Acting("\"sts:AssumeRole\"")));

        var result = Assert.Single(check.Run(pool));

        Assert.Equal($"Set-PoolRole '{PoolId}' Authenticated -RepairTrust", result.Remedy);
        Assert.Equal(["TrustWrongAction"], pool.Audit().Select(finding => finding.Id));
    }

    [Fact]
    public void Miss_the_action_is_right() => Assert.Empty(check.Run(With(Tidy, Users())));

    [Theory]
    [InlineData("[\"sts:AssumeRole\", \"sts:AssumeRoleWithWebIdentity\"]")]
    [InlineData("\"sts:AssumeRole*\"")]
    public void Near_miss_a_list_or_a_pattern_includes_the_action(string action) =>
        Assert.Empty(check.Run(With(Tidy, Users(Acting(action)))));
}
