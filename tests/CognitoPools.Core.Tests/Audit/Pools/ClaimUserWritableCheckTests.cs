using CognitoPools.Audit.Checks.Pools;
using CognitoPools.Audit.Model;

namespace CognitoPools.Core.Tests.Audit.Pools;

public sealed class ClaimUserWritableCheckTests
{
    private readonly ClaimUserWritableCheck check = new();

    private static readonly AuditedPool Custom = PoolCases.Of(PoolCases.Ruled("custom:role Equals admin"));

    [Fact]
    public void Hit_high_where_the_app_client_may_write_the_attribute()
    {
        var result = Assert.Single(check.Run(Knowing(Custom, Writes("custom:role"))));

        Assert.Equal(PoolFindingSeverity.High, result.Severity);
        Assert.StartsWith("Claim custom:role of ", result.Target, StringComparison.Ordinal);
        Assert.All(result.Remedy.Split('\n'), line => Assert.StartsWith("# ", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Hit_high_for_a_standard_attribute_of_a_client_without_a_list() => Assert.Equal(
        PoolFindingSeverity.High,
        Assert.Single(check.Run(Knowing(PoolCases.Of(PoolCases.Ruled("email Equals a@example.com")), Writes(null)))).Severity);

    [Fact]
    public void Hit_medium_where_nothing_is_known_of_the_app_client()
    {
        var result = Assert.Single(check.Run(Custom));

        Assert.Equal(PoolFindingSeverity.Medium, result.Severity);
        Assert.Contains(
            $"aws cognito-idp describe-user-pool-client --user-pool-id eu-west-1_Example01 --client-id {AuditCase.ClientId} --region eu-west-1",
            result.Remedy, StringComparison.Ordinal);
        Assert.Contains("with -UserPool.", result.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Hit_a_principal_tag_and_the_rules_on_one_attribute_are_one_finding()
    {
        var pool = PoolCases.Of(PoolCases.Ruled("custom:role Equals a", "custom:role Equals b").Tagged(("role", "custom:role"), ("id", "sub")));

        var result = Assert.Single(check.Run(Knowing(pool, Writes("custom:role"))));

        Assert.Contains("Rule 2", result.Evidence, StringComparison.Ordinal);
        Assert.Contains("Principal tag role", result.Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void Hit_who_signs_up_chooses_an_attribute_that_cannot_be_changed() => Assert.Equal(
        PoolFindingSeverity.High,
        Assert.Single(check.Run(Knowing(Custom, Fixed() with { SelfSignUp = new Dictionary<string, bool> { ["eu-west-1_Example01"] = true } }))).Severity);

    [Fact]
    public void Miss_the_app_client_may_not_write_the_attribute() => Assert.Empty(check.Run(Knowing(Custom, Writes("email"))));

    [Theory]
    [InlineData("sub")]
    [InlineData("aud")]
    [InlineData("iss")]
    [InlineData("cognito:groups")]
    [InlineData("cognito:username")]
    [InlineData("email_verified")]
    [InlineData("tenant")]
    public void Near_miss_a_claim_that_only_the_user_pool_sets(string claim) =>
        Assert.Empty(check.Run(PoolCases.Of(PoolCases.Ruled($"{claim} Equals a"))));

    [Fact]
    public void Near_miss_a_custom_attribute_is_not_standard() => Assert.Empty(check.Run(Knowing(Custom, Writes(null))));

    [Fact]
    public void Near_miss_an_attribute_that_cannot_be_changed() => Assert.Empty(check.Run(Knowing(Custom, Fixed())));

    [Fact]
    public void Near_miss_the_claim_of_another_kind_of_provider() => Assert.Empty(check.Run(
        PoolCases.Of(PoolCases.Google.Ruled("email Equals a@example.com"), PoolCases.Saml.Ruled("profile Equals a"))));

    private static AuditedPool Knowing(AuditedPool pool, UserPoolFacts facts) => pool with { UserPools = facts };

    private static UserPoolFacts Writes(string? attribute) => new()
    {
        WriteAttributes = new Dictionary<string, IReadOnlyList<string>?> { [AuditCase.ClientId] = attribute is null ? null : [attribute] },
    };

    private static UserPoolFacts Fixed() => Writes("custom:role") with
    {
        ImmutableAttributes = new Dictionary<string, IReadOnlyList<string>> { ["eu-west-1_Example01"] = ["sub", "custom:role"] },
    };
}
