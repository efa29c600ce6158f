using CognitoPools.Audit.Checks.Trust;
using CognitoPools.Audit.Model;
using static CognitoPools.Core.Tests.Audit.AuditCase;

namespace CognitoPools.Core.Tests.Audit.Trust;

public sealed class RoleCrossAccountCheckTests
{
    private readonly RoleCrossAccountCheck check = new();

    private static AuditedRole Missing(RoleUse use, RoleReading reading) => new(Arn("gone"), [use]) { Reading = reading };

    [Theory]
    [InlineData(true, "Guest -CreateRole")]
    [InlineData(false, "Guest -None")]
    public void Hit_the_role_of_guests(bool guests, string remedy)
    {
        var pool = With(Tidy with { GuestAccess = guests }, Missing(new RoleUse(RoleUseKind.Guest), RoleReading.OtherAccount));

        Assert.EndsWith(remedy, Assert.Single(check.Run(pool)).Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Hit_the_role_of_a_rule_is_replaced_by_hand()
    {
        var result = Assert.Single(check.Run(With(
            Tidy, Missing(new RoleUse(RoleUseKind.Rule, UserPoolClient, 2), RoleReading.OtherAccount))));

        Assert.StartsWith("#", result.Remedy, StringComparison.Ordinal);
        Assert.Contains("rule 2", result.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Miss_the_role_was_read() => Assert.Empty(check.Run(With(Tidy, Users())));

    [Theory]
    [InlineData(nameof(RoleReading.NotRead))]
    [InlineData(nameof(RoleReading.NotFound))]
    public void Near_miss_another_reason_not_to_read_it(string reading) => Assert.Empty(check.Run(With(
        Tidy, Missing(new RoleUse(RoleUseKind.Guest), Enum.Parse<RoleReading>(reading)))));
}
