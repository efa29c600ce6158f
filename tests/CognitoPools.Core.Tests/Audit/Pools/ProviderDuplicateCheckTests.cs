using CognitoPools.Audit.Checks.Pools;

namespace CognitoPools.Core.Tests.Audit.Pools;

public sealed class ProviderDuplicateCheckTests
{
    private readonly ProviderDuplicateCheck check = new();

    [Fact]
    public void Hit_Google_and_an_OpenID_Connect_provider_of_Google()
    {
        var pool = PoolCases.Of(PoolCases.OpenId("accounts.google.com"), PoolCases.Google);

        var result = Assert.Single(check.Run(pool));

        Assert.Equal(PoolFindingSeverity.Low, result.Severity);
        Assert.Contains(":oidc-provider/accounts.google.com'", result.Remedy, StringComparison.Ordinal);
        Assert.NotEmpty(result.Repair!.Change.Warnings);
        Assert.Equal([PoolCases.Google], pool.Repaired(result).Pool.Providers);
    }

    [Fact]
    public void Hit_one_issuer_with_and_without_a_slash()
    {
        var pool = PoolCases.Of(PoolCases.OpenId("id.example.com"), PoolCases.OpenId("id.example.com/"));

        Assert.Empty(check.Run(pool.Repaired(Assert.Single(check.Run(pool)))));
    }

    [Fact]
    public void Hit_one_app_client_twice() =>
        Assert.Null(Assert.Single(check.Run(PoolCases.Of(AuditCase.UserPoolClient, AuditCase.UserPoolClient))).Repair);

    [Fact]
    public void Miss_different_providers() => Assert.Empty(check.Run(
        PoolCases.Of(PoolCases.Google, PoolCases.Facebook, PoolCases.Saml, PoolCases.OpenId("id.example.com"), PoolCases.Developer)));

    [Fact]
    public void Near_miss_two_app_clients_of_one_user_pool() =>
        Assert.Empty(check.Run(PoolCases.Of(AuditCase.UserPoolClient, AuditCase.UserPoolClient with { ClientId = "other" })));
}
