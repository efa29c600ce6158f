using CognitoPools.Audit.Checks.Trust;
using CognitoPools.Audit.Model;
using static CognitoPools.Core.Tests.Audit.AuditCase;

namespace CognitoPools.Core.Tests.Audit.Trust;

public sealed class RoleLongSessionCheckTests
{
    private readonly RoleLongSessionCheck check = new();

    private static readonly IdentityPool Basic = Tidy with { BasicFlow = BasicFlowState.Active };

    private static AuditedRole Lasting(int seconds) => Users() is { } role
        ? role with { Facts = role.Facts! with { MaxSessionDuration = seconds } } : throw new InvalidOperationException();

    [Fact]
    public void Hit_sessions_of_the_basic_flow_may_last_longer()
    {
        var result = Assert.Single(check.Run(With(Basic, Lasting(43_200))));

        Assert.Equal("MaxSessionDuration: 43200", result.Evidence);
        Assert.Equal(3_600, Assert.Single(result.Repair!.Change.RoleEdits).Details!.After.MaxSessionDuration);
    }

    [Fact]
    public void Miss_an_hour() => Assert.Empty(check.Run(With(Basic, Lasting(3_600))));

    [Fact]
    public void Near_miss_the_basic_flow_is_off() => Assert.Empty(check.Run(With(Tidy, Lasting(43_200))));
}
