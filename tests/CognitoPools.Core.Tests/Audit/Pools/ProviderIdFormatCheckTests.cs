using CognitoPools.Audit.Checks.Pools;

namespace CognitoPools.Core.Tests.Audit.Pools;

public sealed class ProviderIdFormatCheckTests
{
    private readonly ProviderIdFormatCheck check = new();

    [Theory]
    [InlineData(ProviderType.Google, "accounts.google.com", "1234")]
    [InlineData(ProviderType.Facebook, "graph.facebook.com", "abc")]
    [InlineData(ProviderType.Amazon, "www.amazon.com", "abc")]
    public void Hit_an_id_off_its_form(ProviderType type, string host, string id)
    {
        var result = Assert.Single(check.Run(PoolCases.Of(new PoolIdentityProvider { Type = type, Name = host, ClientId = id })));

        Assert.Equal(PoolFindingSeverity.Low, result.Severity);
        Assert.Equal($"ClientId: {id}", result.Evidence);
        Assert.EndsWith($"Set-PoolIdentityProvider '{AuditCase.PoolId}' '{host}' -ClientId '<application id>'", result.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Miss_the_usual_form() => Assert.Empty(check.Run(PoolCases.Of(PoolCases.Google, PoolCases.Facebook)));

    [Fact]
    public void Near_miss_a_provider_without_a_form() => Assert.Empty(check.Run(
        PoolCases.Of(new PoolIdentityProvider { Type = ProviderType.Apple, Name = "appleid.apple.com", ClientId = "anything" })));
}
