using CognitoPools.Audit.Checks.Trust;
using static CognitoPools.Core.Tests.Audit.AuditCase;

namespace CognitoPools.Core.Tests.Audit.Trust;

public sealed class RoleGuestMissingCheckTests
{
    private readonly RoleGuestMissingCheck check = new();

    [Fact]
    public void Hit_guests_have_no_role() => Assert.Equal(
        $"Set-PoolRole '{PoolId}' Guest -CreateRole", Assert.Single(check.Run(With(Tidy with { GuestAccess = true }, Users()))).Remedy);

    [Fact]
    public void Hit_guests_without_a_role_can_use_the_basic_flow() => Assert.Equal(
        "In the enhanced flow, guests get an identity but no credentials.",
        Assert.Single(check.Run(With(Tidy with { GuestAccess = true, BasicFlow = BasicFlowState.Active }, Users()))).Why);

    [Fact]
    public void Miss_guests_have_a_role() => Assert.Empty(check.Run(With(Tidy with { GuestAccess = true }, Guests())));

    [Fact]
    public void Near_miss_guest_access_is_off() => Assert.Empty(check.Run(With(Tidy, Users())));

    [Fact]
    public void Near_miss_the_roles_could_not_be_read() => Assert.Empty(check.Run(
        With(Tidy with { GuestAccess = true, Unreadable = [UnreadablePart.Roles("AccessDenied")] })));
}
