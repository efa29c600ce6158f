using CognitoPools.Audit.Checks.Trust;
using CognitoPools.Audit.Model;
using static CognitoPools.Core.Tests.Audit.AuditCase;

namespace CognitoPools.Core.Tests.Audit.Trust;

public sealed class RoleSharedCheckTests
{
    private readonly RoleSharedCheck check = new();

    [Theory]
    [InlineData(true, PoolFindingSeverity.High, "Guest -CreateRole")]
    [InlineData(false, PoolFindingSeverity.Low, "Guest -None")]
    public void Hit_guests_and_users_get_one_role(bool guests, PoolFindingSeverity severity, string remedy)
    {
        var result = Assert.Single(check.Run(With(Tidy with { GuestAccess = guests }, TrustOf.Shared())));

        Assert.Equal(severity, result.Severity);
        Assert.Contains(remedy, result.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Hit_the_remedy_says_what_guests_lose()
    {
        var remedy = Assert.Single(check.Run(With(Tidy with { GuestAccess = true }, TrustOf.Shared()))).Remedy.Split('\n');

        Assert.StartsWith("# Guests get a separate role. Until you add -PermissionsPolicy", remedy[0], StringComparison.Ordinal);
        Assert.Contains("-PermissionsPolicy", remedy[0], StringComparison.Ordinal);
        Assert.Contains("trust policy of role app", remedy[1], StringComparison.Ordinal);
        Assert.StartsWith("Set-PoolRole", remedy[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Hit_a_rule_gives_the_role_of_guests() => Assert.Single(check.Run(With(
        Tidy, Role("app", [new RoleUse(RoleUseKind.Guest), new RoleUse(RoleUseKind.Rule, UserPoolClient, 2)]))));

    [Fact]
    public void Miss_two_roles() => Assert.Empty(check.Run(With(Tidy, Users(), Guests())));

    [Fact]
    public void Near_miss_a_rule_gives_the_default_role() => Assert.Empty(check.Run(With(
        Tidy, Role("app", [new RoleUse(RoleUseKind.Authenticated), new RoleUse(RoleUseKind.Rule, UserPoolClient, 1)]))));
}
