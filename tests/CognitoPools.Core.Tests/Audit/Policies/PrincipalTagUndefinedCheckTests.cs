using CognitoPools.Audit.Checks.Policies;

namespace CognitoPools.Core.Tests.Audit.Policies;

public sealed class PrincipalTagUndefinedCheckTests
{
    private readonly PrincipalTagUndefinedCheck check = new();

    private static readonly string Team = AuditCase.Allow("\"s3:GetObject\"", "\"arn:aws:s3:::files/${aws:PrincipalTag/team}/*\"");

    [Fact]
    public void Hit_no_map() => Assert.Equal(
        PoolFindingSeverity.Medium, Assert.Single(check.Run(Mapped(AttributeMapping.Inactive, Team))).Severity);

    [Fact]
    public void Hit_the_default_map_has_other_tags() => Assert.Single(check.Run(Mapped(AttributeMapping.Default, Team)));

    [Fact]
    public void Miss_the_map_supplies_it() => Assert.Empty(check.Run(Mapped(AttributeMapping.Custom([new("Team", "custom:team")]), Team)));

    [Fact]
    public void Near_miss_a_developer_provider_may_supply_it() =>
        Assert.Empty(check.Run(Mapped(AttributeMapping.Inactive, Team, ProviderType.Developer)));

    [Fact]
    public void Near_miss_the_condition_is_met_without_the_tag() => Assert.Empty(check.Run(Mapped(
        AttributeMapping.Inactive,
        AuditCase.Allow("\"s3:GetObject\"", "\"*\"", "{ \"StringEqualsIfExists\": { \"aws:PrincipalTag/team\": \"web\" } }"))));

    private static CognitoPools.Audit.Model.AuditedPool Mapped(AttributeMapping mapping, string policy, ProviderType? other = null)
    {
        var pool = PolicyCase.Users(policy);
        IEnumerable<PoolIdentityProvider> more = other is { } type ? [new PoolIdentityProvider { Type = type, Name = "login.shop" }] : [];
        return pool with
        {
            Pool = pool.Pool with { Providers = [AuditCase.UserPoolClient with { AttributeMapping = mapping }, .. more] },
        };
    }
}
