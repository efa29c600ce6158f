using CognitoPools.Audit.Checks.Trust;
using static CognitoPools.Core.Tests.Audit.AuditCase;

namespace CognitoPools.Core.Tests.Audit.Trust;

public sealed class RoleGuestLatentCheckTests
{
    private readonly RoleGuestLatentCheck check = new();

    [Fact]
    public void Hit_guest_access_is_all_that_is_missing()
    {
        var result = Assert.Single(check.Run(With(Tidy, Guests(null, Allow("\"s3:GetObject\"", "\"arn:aws:s3:::public/*\"")))));

        Assert.Equal($"Set-PoolRole '{PoolId}' Guest -None", result.Remedy);
        Assert.Contains("s3:GetObject", result.Evidence, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Miss_guest_access_is_on() =>
        Assert.Empty(check.Run(With(Tidy with { GuestAccess = true }, Guests(null, Allow("\"s3:GetObject\"")))));

    [Fact]
    public void Near_miss_the_role_allows_nothing() => Assert.Empty(check.Run(With(Tidy, Guests())));

    [Fact]
    public void Near_miss_the_ceiling_of_guests_leaves_nothing() => Assert.Empty(check.Run(With(Tidy, Guests(null, Allow("\"ec2:RunInstances\"")))));

    [Fact]
    public void Near_miss_the_role_refuses_guests() => Assert.Empty(check.Run(With(
        Tidy, Guests(AuditCase.Trust(Statement("unauthenticated").Replace("Allow", "Deny", StringComparison.Ordinal)), Allow("\"s3:GetObject\"")))));
}
