using CognitoPools.Audit.Checks.Policies;

namespace CognitoPools.Core.Tests.Audit.Policies;

public sealed class StatementCheckTests
{
    [Fact]
    public void What_hides_a_check_says_so() => Assert.All(
        PolicyChecks.All.OfType<StatementCheck>(),
        check => Assert.All(check.HiddenBy, hider => Assert.Contains(check.Info.Id, hider.Info.Hides)));

    [Theory]
    [InlineData("\"*\"", "PolicyGuestAdmin")]
    [InlineData("[\"iam:PassRole\", \"s3:*\"]", "PolicyGuestAdmin PolicyGuestWildcard")]
    public void One_cause_of_guests_is_one_finding(string actions, string ids) => Assert.Equal(
        ids.Split(' '), Ids(PolicyCase.Guests(true, AuditCase.Allow(actions))));

    [Theory]
    [InlineData("\"*\"", "PolicyRoleAdmin")]
    [InlineData("[\"sts:AssumeRole\", \"cognito-identity:*\"]", "PolicyCognitoAdmin PolicyRoleAdmin")]
    public void One_cause_of_users_is_one_finding(string actions, string ids) => Assert.Equal(
        ids.Split(' '), Ids(PolicyCase.Users(AuditCase.Allow(actions))));

    private static IEnumerable<string> Ids(CognitoPools.Audit.Model.AuditedPool pool) => pool.Audit()
        .Select(finding => finding.Id)
        .Where(id => id.StartsWith("Policy", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);
}
