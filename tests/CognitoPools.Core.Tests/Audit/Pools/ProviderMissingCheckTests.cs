using CognitoPools.Audit.Checks.Pools;
using CognitoPools.Audit.Model;

namespace CognitoPools.Core.Tests.Audit.Pools;

public sealed class ProviderMissingCheckTests
{
    private readonly ProviderMissingCheck check = new();

    [Fact]
    public void Hit_IAM_has_no_such_provider()
    {
        var pool = Knowing(PoolCases.Saml, new ProviderFacts(Exists: false));

        var result = Assert.Single(check.Run(pool));

        Assert.Equal(PoolFindingSeverity.Medium, result.Severity);
        Assert.Equal($"Remove-PoolIdentityProvider '{AuditCase.PoolId}' '{PoolCases.Saml.Name}'", result.Remedy);
        Assert.NotEmpty(result.Repair!.Change.Warnings);
        Assert.Empty(check.Run(pool.Repaired(result)));
    }

    [Fact]
    public void Hit_the_metadata_expired()
    {
        var result = Assert.Single(check.Run(Knowing(PoolCases.Saml, new ProviderFacts(true, new DateTimeOffset(2026, 5, 31, 0, 0, 0, TimeSpan.Zero)))));

        Assert.Equal("ValidUntil: 2026-05-31", result.Evidence);
        Assert.StartsWith("# ", result.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Miss_it_is_there() => Assert.Empty(check.Run(Knowing(PoolCases.OpenId("id.example.com"), new ProviderFacts(true))));

    [Fact]
    public void Near_miss_the_metadata_expires_tomorrow() =>
        Assert.Empty(check.Run(Knowing(PoolCases.Saml, new ProviderFacts(true, new DateTimeOffset(2026, 6, 2, 0, 0, 0, TimeSpan.Zero)))));

    [Fact]
    public void Near_miss_it_was_not_read() => Assert.Empty(check.Run(PoolCases.Of(PoolCases.Saml)));

    [Fact]
    public void Near_miss_it_belongs_to_another_account() =>
        Assert.Empty(check.Run(Knowing(PoolCases.OpenId("id.example.com", account: "999988887777"), new ProviderFacts(false))));

    private static AuditedPool Knowing(PoolIdentityProvider provider, ProviderFacts facts) => PoolCases.Of(provider) with
    {
        Providers = new Dictionary<string, ProviderFacts> { [provider.Name] = facts },
    };
}
