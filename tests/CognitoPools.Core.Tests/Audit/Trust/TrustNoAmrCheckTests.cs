using CognitoPools.Audit.Checks.Trust;
using static CognitoPools.Core.Tests.Audit.AuditCase;

namespace CognitoPools.Core.Tests.Audit.Trust;

public sealed class TrustNoAmrCheckTests
{
    private readonly TrustNoAmrCheck check = new();

    [Theory]
    [InlineData(true, BasicFlowState.Active, PoolFindingSeverity.Critical)]
    [InlineData(true, BasicFlowState.Unset, PoolFindingSeverity.Critical)]
    [InlineData(true, BasicFlowState.Inactive, PoolFindingSeverity.High)]
    [InlineData(false, BasicFlowState.Inactive, PoolFindingSeverity.Medium)]
    public void Hit_a_role_of_users_has_no_amr(bool guests, BasicFlowState flow, PoolFindingSeverity severity)
    {
        var pool = With(Tidy with { GuestAccess = guests, BasicFlow = flow }, Users(TrustOf.WithoutAmr));

        var result = Assert.Single(check.Run(pool));

        Assert.Equal(severity, result.Severity);
        Assert.Empty(check.Run(TrustOf.Repaired(pool, result)));
        Assert.Contains("Guests", result.Repair!.Change.Warnings[0], StringComparison.Ordinal);
    }

    private static string OfTwoPools => AuditCase.Trust(Statement(condition:
        $$"""{ "StringEquals": { "cognito-identity.amazonaws.com:aud": ["{{PoolId}}", "{{TrustOf.OtherPool}}"] } }"""));

    [Fact]
    public void Hit_the_guests_of_another_pool_are_not_cut_off()
    {
        var result = Assert.Single(check.Run(With(Tidy, Users(OfTwoPools).AlsoOf(PoolIdentityType.Guest))));

        Assert.Null(result.Repair);
        Assert.StartsWith("#", result.Remedy, StringComparison.Ordinal);
        Assert.Contains($"Set-PoolRole '{TrustOf.OtherPool}' Guest -CreateRole", result.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Hit_the_warning_names_the_other_pools_of_the_statement()
    {
        var pool = With(Tidy, Users(OfTwoPools).AlsoOf(PoolIdentityType.Authenticated)) with
        {
            OtherPools = new Dictionary<string, TrustedPoolState> { [TrustOf.OtherPool] = TrustedPoolState.Exists },
        };

        var result = Assert.Single(check.Run(pool));

        Assert.Empty(check.Run(TrustOf.Repaired(pool, result)));
        Assert.Contains(TrustOf.OtherPool, result.Repair!.Change.Warnings[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Hit_the_role_of_guests_is_only_untidy()
    {
        var pool = With(Tidy, Guests(TrustOf.WithoutAmr));

        Assert.Equal(PoolFindingSeverity.Low, Assert.Single(check.Run(pool)).Severity);
    }

    [Fact]
    public void Miss_amr_says_authenticated() => Assert.Empty(check.Run(With(Tidy, Users(), Guests())));

    [Fact]
    public void Near_miss_amr_names_a_provider() =>
        Assert.Empty(check.Run(With(Tidy, Users(AuditCase.Trust(Statement("accounts.google.com"))))));

    [Fact]
    public void Near_miss_guests_and_users_share_the_role() => Assert.Empty(check.Run(With(Tidy, TrustOf.Shared(TrustOf.WithoutAmr))));
}
