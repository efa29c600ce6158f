using CognitoPools.Audit.Checks.Trust;
using static CognitoPools.Core.Tests.Audit.AuditCase;

namespace CognitoPools.Core.Tests.Audit.Trust;

public sealed class TrustAmrSwappedCheckTests
{
    private readonly TrustAmrSwappedCheck check = new();

    [Fact]
    public void Hit_a_role_of_users_demands_guests()
    {
        var pool = With(Tidy, Users(AuditCase.Trust(Statement("unauthenticated"))));

        var result = Assert.Single(check.Run(pool));

        Assert.Equal(PoolFindingSeverity.Medium, result.Severity);
        Assert.Empty(TrustOf.Repaired(pool, result).Audit());
    }

    [Fact]
    public void Hit_guests_can_pick_it_in_the_basic_flow()
    {
        var live = Tidy with { GuestAccess = true, BasicFlow = BasicFlowState.Active };

        Assert.Equal(PoolFindingSeverity.Critical, Assert.Single(check.Run(With(live, Users(AuditCase.Trust(Statement("unauthenticated")))))).Severity);
    }

    [Fact]
    public void Hit_a_shared_role_gives_way_to_one_for_guests()
    {
        var result = Assert.Single(check.Run(With(Tidy, TrustOf.Shared(AuditCase.Trust(Statement())))));

        Assert.Null(result.Repair);
        Assert.Equal($"Set-PoolRole '{PoolId}' Guest -CreateRole -RoleName 'shop_guestrole-00000000'", result.Remedy);
    }

    [Fact]
    public void Miss_each_role_accepts_its_users() => Assert.Empty(check.Run(With(Tidy, Users(), Guests())));

    [Fact]
    public void Near_miss_a_second_statement_accepts_the_users() =>
        Assert.Empty(check.Run(With(Tidy, Users(AuditCase.Trust(Statement("unauthenticated"), Statement())))));
}
