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

    [Fact]
    public void Miss_guest_access_is_off() => Assert.Empty(check.Run(AuditCase.With(AuditCase.Tidy)));

    [Fact]
    public void Near_miss_a_role_for_guests_waits_while_guest_access_is_off() =>
        Assert.Empty(check.Run(AuditCase.With(AuditCase.Tidy, AuditCase.Guests())));
}
