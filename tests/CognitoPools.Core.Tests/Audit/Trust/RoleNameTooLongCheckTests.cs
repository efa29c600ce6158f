using CognitoPools.Audit.Checks.Trust;
using CognitoPools.Audit.Model;
using static CognitoPools.Core.Tests.Audit.AuditCase;

namespace CognitoPools.Core.Tests.Audit.Trust;

public sealed class RoleNameTooLongCheckTests
{
    private readonly RoleNameTooLongCheck check = new();

    private const string East = "us-gov-east-1:00000000-1111-2222-3333-444444444444";

    private static AuditedPool In(string region, string role) => With(
        Tidy with { Region = region, IdentityPoolId = East },
        new AuditedRole($"arn:aws-us-gov:iam::{AuditCase.Account}:role/{role}", [new RoleUse(RoleUseKind.Guest)]));

    [Fact]
    public void Hit_a_long_name_in_us_gov_east_1() => Assert.Equal(
        "# Guests get a separate role. Until you add -PermissionsPolicy or set policies later, they get credentials but no permissions.\n"
            + $"Set-PoolRole '{East}' Guest -CreateRole -RoleName 'guests-00000000'",
        Assert.Single(check.Run(In("us-gov-east-1", "shop_guestrole_of_the_pool"))).Remedy);

    [Fact]
    public void Miss_a_short_name() => Assert.Empty(check.Run(In("us-gov-east-1", "shop_guestrole")));

    [Fact]
    public void Near_miss_another_region() => Assert.Empty(check.Run(In("us-gov-west-1", "shop_guestrole_of_the_pool")));
}
