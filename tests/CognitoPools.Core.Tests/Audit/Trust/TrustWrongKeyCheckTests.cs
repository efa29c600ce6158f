using CognitoPools.Audit.Checks.Trust;
using static CognitoPools.Core.Tests.Audit.AuditCase;

namespace CognitoPools.Core.Tests.Audit.Trust;

public sealed class TrustWrongKeyCheckTests
{
    private readonly TrustWrongKeyCheck check = new();

    private static string Keyed(string key) => AuditCase.Trust(Statement().Replace("cognito-identity.amazonaws.com:aud", key, StringComparison.Ordinal));

    [Theory]
    [InlineData("cognito-identity.amazonaws.com:audience")]
    [InlineData("cognito-identity-us-gov.amazonaws.com:aud")]
    public void Hit_the_key_is_misspelt_or_of_another_partition(string key)
    {
        var pool = With(Tidy, Users(Keyed(key)));

        var result = Assert.Single(check.Run(pool));

        Assert.Contains(key, result.Why, StringComparison.Ordinal);
        Assert.Equal(["TrustWrongKey"], pool.Audit().Select(finding => finding.Id));
    }

    [Fact]
    public void Miss_the_keys_are_right() => Assert.Empty(check.Run(With(Tidy, Users())));

    [Theory]
    [InlineData("Cognito-Identity.amazonaws.com:AUD")]
    [InlineData("aws:PrincipalTag/team")]
    public void Near_miss_keys_ignore_case_and_global_keys_are_known(string key) => Assert.Empty(check.Run(With(Tidy, Users(Keyed(key)))));
}
