using CognitoPools.Audit.Checks.Pools;

namespace CognitoPools.Core.Tests.Audit.Pools;

public sealed class PrincipalTagCharactersCheckTests
{
    private readonly PrincipalTagCharactersCheck check = new();

    [Fact]
    public void Hit_characters_that_STS_refuses()
    {
        var pool = PoolCases.Of(PoolCases.Google.Tagged(("team!", "hd"), ("id", "sub")));

        var result = Assert.Single(check.Run(pool));

        Assert.Equal(PoolFindingSeverity.Low, result.Severity);
        Assert.Equal("AttributeMapping: team!=hd", result.Evidence);
        Assert.EndsWith("-AttributeMapping @{ 'id' = 'sub' }", result.Remedy, StringComparison.Ordinal);
        Assert.NotEmpty(result.Repair!.Change.Warnings);
        Assert.Empty(check.Run(pool.Repaired(result)));
    }

    [Fact]
    public void Hit_app_clients_of_one_user_pool_share_the_mapping()
    {
        var client = AuditCase.UserPoolClient.Tagged(("aws:team", "sub"));
        var pool = PoolCases.Of(client, client with { ClientId = "other" });

        var result = Assert.Single(check.Run(pool));

        Assert.EndsWith("-AttributeMapping Inactive", result.Remedy, StringComparison.Ordinal);
        Assert.All(pool.Repaired(result).Pool.Providers, provider => Assert.Equal(AttributeMapping.Inactive, provider.AttributeMapping));
    }

    [Fact]
    public void Miss_no_mapping() => Assert.Empty(check.Run(AuditCase.With(AuditCase.Tidy)));

    [Fact]
    public void Near_miss_letters_of_any_script_and_the_signs_that_STS_takes() =>
        Assert.Empty(check.Run(PoolCases.Of(PoolCases.Google.Tagged(("gr\u00f6\u00dfe _.:/=+-@", "hd")))));
}
