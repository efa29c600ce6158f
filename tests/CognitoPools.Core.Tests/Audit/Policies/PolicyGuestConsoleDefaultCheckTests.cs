using CognitoPools.Audit.Checks.Policies;

namespace CognitoPools.Core.Tests.Audit.Policies;

public sealed class PolicyGuestConsoleDefaultCheckTests
{
    private readonly PolicyGuestConsoleDefaultCheck check = new();

    [Theory]
    [InlineData("[\"mobileanalytics:PutEvents\", \"cognito-sync:*\"]", "\"*\"")]
    public void Hit_old_default(string actions, string resources) =>
        Assert.Equal(PoolFindingSeverity.Info, Assert.Single(check.Run(PolicyCase.Guests(false, AuditCase.Allow(actions, resources)))).Severity);

    [Theory]
    [InlineData("\"polly:SynthesizeSpeech\"", "\"*\"")]
    public void Miss_other_actions(string actions, string resources) =>
        Assert.Empty(check.Run(PolicyCase.Guests(false, AuditCase.Allow(actions, resources))));

    [Theory]
    [InlineData("\"cognito-sync:*\"", "\"*\"")]
    public void Near_miss_the_role_of_users(string actions, string resources) =>
        Assert.Empty(check.Run(PolicyCase.Users(AuditCase.Allow(actions, resources))));

    [Fact]
    public void Near_miss_a_wider_pattern_has_it_besides() =>
        Assert.Empty(check.Run(PolicyCase.Guests(false, AuditCase.Allow("\"*\""))));
}
