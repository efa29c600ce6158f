using CognitoPools.Audit.Checks.Policies;

namespace CognitoPools.Core.Tests.Audit.Policies;

public sealed class AttributeMappingUnusedCheckTests
{
    private readonly AttributeMappingUnusedCheck check = new();

    private static readonly string Team = AuditCase.Allow("\"s3:GetObject\"", "\"arn:aws:s3:::files/${aws:PrincipalTag/team}/*\"");

    [Fact]
    public void Hit_other_tags()
    {
        var result = Assert.Single(check.Run(Mapped(AttributeMapping.Default, Team)));

        Assert.Equal((PoolFindingSeverity.Info, "AttributeMapping: Default (username, client)"), (result.Severity, result.Evidence));
        Assert.EndsWith("-AttributeMapping Inactive", result.Remedy, StringComparison.Ordinal);
        Assert.Equal(AttributeMapping.Inactive, result.Repair!.Change.Desired.Providers[0].AttributeMapping);
    }

    [Fact]
    public void Hit_one_tag()
    {
        var result = Assert.Single(check.Run(Mapped(AttributeMapping.Custom([new("domain", "hd")]), Team)));

        Assert.Equal("AttributeMapping: domain=hd", result.Evidence);
        Assert.EndsWith(
            "will no longer have the tag domain. Resource policies that require it will not match.",
            Assert.Single(result.Repair!.Change.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Miss_inactive() => Assert.Empty(check.Run(Mapped(AttributeMapping.Inactive, Team)));

    [Fact]
    public void Near_miss_the_trust_policy_uses_it()
    {
        var pool = Mapped(AttributeMapping.Custom([new("team", "custom:team")]), AuditCase.Allow("\"s3:GetObject\""));
        var trust = AuditCase.Trust(AuditCase.Statement(condition: "{ \"StringEquals\": { \"aws:RequestTag/team\": \"web\" } }"));

        Assert.Empty(check.Run(pool with { Roles = [AuditCase.Users(trust)] }));
    }

    [Fact]
    public void Near_miss_a_policy_uses_it() => Assert.Empty(check.Run(Mapped(AttributeMapping.Custom([new("TEAM", "custom:team")]), Team)));

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
