using CognitoPools.Audit.Checks.Trust;
using CognitoPools.Audit.Model;
using static CognitoPools.Core.Tests.Audit.AuditCase;

namespace CognitoPools.Core.Tests.Audit.Trust;

public sealed class TrustForeignPoolCheckTests
{
    private readonly TrustForeignPoolCheck check = new();

    private const string Other = "eu-west-1:99999999-1111-2222-3333-444444444444";

    private static AuditedPool Trusting(TrustedPoolState state) => With(Tidy, Users(TrustOf.Audience("StringEquals", $"{PoolId}\", \"{Other}"))) with
    {
        OtherPools = new Dictionary<string, TrustedPoolState> { [Other] = state },
    };

    [Fact]
    public void Hit_aud_names_a_further_pool()
    {
        var pool = Trusting(TrustedPoolState.NotInAccount);

        var result = Assert.Single(check.Run(pool));

        Assert.Equal(PoolFindingSeverity.Medium, result.Severity);
        Assert.Contains(Other, result.Repair!.Change.Warnings[0], StringComparison.Ordinal);
        Assert.Empty(TrustOf.Repaired(pool, result).Audit());
    }

    [Fact]
    public void Miss_aud_names_the_pool_alone() => Assert.Empty(check.Run(With(Tidy, Users())));

    [Theory]
    [InlineData(TrustedPoolState.Exists)]
    [InlineData(TrustedPoolState.Unknown)]
    public void Near_miss_the_further_pool_is_of_another_kind(TrustedPoolState state) => Assert.Empty(check.Run(Trusting(state)));
}
