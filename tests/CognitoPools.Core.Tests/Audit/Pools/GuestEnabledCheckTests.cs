using CognitoPools.Audit.Checks.Pools;

namespace CognitoPools.Core.Tests.Audit.Pools;

public sealed class GuestEnabledCheckTests
{
    private readonly GuestEnabledCheck check = new();

    [Fact]
    public void Hit_guest_access_is_on()
    {
        var result = Assert.Single(check.Run(AuditCase.With(AuditCase.Tidy with { GuestAccess = true })));

        Assert.Equal(PoolFindingSeverity.Medium, result.Severity);
        Assert.Equal($"Set-PoolGuestAccess '{AuditCase.PoolId}' -Disable", result.Remedy);
        Assert.False(result.Repair!.Change.Desired.GuestAccess);
    }

    [Theory]
    [InlineData(BasicFlowState.Inactive, "so guests get no credentials.", "Guests will no longer get an identity.")]
    [InlineData(BasicFlowState.Active, "whose trust policy accepts guests of the pool.", "Guests will no longer get credentials.")]
    public void Hit_no_role_for_guests(BasicFlowState flow, string why, string lost)
    {
        var result = Assert.Single(check.Run(AuditCase.With(AuditCase.Tidy with { GuestAccess = true, BasicFlow = flow })));

        Assert.Equal("GuestAccess: True, GuestRole: none", result.Evidence);
        Assert.EndsWith(why, result.Why, StringComparison.Ordinal);
        Assert.StartsWith(lost, Assert.Single(result.Repair!.Change.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Hit_the_roles_could_not_be_read()
    {
        var result = Assert.Single(check.Run(AuditCase.With(
            AuditCase.Tidy with { GuestAccess = true, Unreadable = [UnreadablePart.Roles("AccessDenied")] })));

        Assert.Equal(("GuestAccess: True", null), (result.Evidence, result.Why));
    }

    [Fact]
    public void Hit_a_role_for_guests()
    {
        var result = Assert.Single(check.Run(AuditCase.With(AuditCase.Tidy with { GuestAccess = true }, AuditCase.Guests())));

        Assert.Equal(("GuestAccess: True", null), (result.Evidence, result.Why));
    }

    [Fact]
    public void Miss_guest_access_is_off() => Assert.Empty(check.Run(AuditCase.With(AuditCase.Tidy)));

    [Fact]
    public void Near_miss_a_role_for_guests_waits_while_guest_access_is_off() =>
        Assert.Empty(check.Run(AuditCase.With(AuditCase.Tidy, AuditCase.Guests())));
}
