using CognitoPools.Audit.Checks.Trust;
using static CognitoPools.Core.Tests.Audit.AuditCase;

namespace CognitoPools.Core.Tests.Audit.Trust;

public sealed class RoleAuthenticatedMissingCheckTests
{
    private readonly RoleAuthenticatedMissingCheck check = new();

    [Fact]
    public void Hit_users_have_no_role() => Assert.Equal(
        $"Set-PoolRole '{PoolId}' Authenticated -CreateRole", Assert.Single(check.Run(With(Tidy))).Remedy);

    [Fact]
    public void Miss_users_have_a_role() => Assert.Empty(check.Run(With(Tidy, Users())));

    [Fact]
    public void Near_miss_a_pool_for_guests_alone() => Assert.Empty(check.Run(With(Tidy with { Providers = [] })));

    [Fact]
    public void Near_miss_a_mapping_that_denies_the_others() => Assert.Empty(check.Run(With(Tidy with
    {
        Providers = [UserPoolClient with { RoleSetting = RoleSetting.Token, RoleResolution = RoleResolution.Deny }],
    })));

    [Fact]
    public void Near_miss_a_saml_provider() => Assert.Empty(check.Run(With(Tidy with
    {
        Providers = [new PoolIdentityProvider { Type = ProviderType.Saml, Name = "arn:aws:iam::111122223333:saml-provider/corp" }],
    })));
}
