using CognitoPools.Roles;
using CsCheck;

namespace CognitoPools.Tests.Roles;

public class RoleNamesTests
{
    private const string LongPool = "A_pool_with_a_name_of_more_than_sixty-four_characters_as_pools_may_have";

    [Theory]
    [InlineData("app", PoolIdentityType.Authenticated, "app_authenticatedrole")]
    [InlineData("app", PoolIdentityType.Guest, "app_guestrole")]
    [InlineData("My App, v2", PoolIdentityType.Guest, "My_App,_v2_guestrole")]
    [InlineData("a \t b", PoolIdentityType.Guest, "a_b_guestrole")]
    [InlineData("Überprüfung", PoolIdentityType.Guest, "_berpr_fung_guestrole")]
    [InlineData("プール", PoolIdentityType.Guest, "identitypool_guestrole")]
    [InlineData("___", PoolIdentityType.Guest, "identitypool_guestrole")]
    [InlineData("IDENTITY", PoolIdentityType.Guest, "IDENTITY_guestrole")]
    [InlineData(LongPool, PoolIdentityType.Authenticated, "A_pool_with_a_name_of_more_than_sixty-four_cha_authenticatedrole")]
    [InlineData(LongPool, PoolIdentityType.Guest, "A_pool_with_a_name_of_more_than_sixty-four_characters__guestrole")]
    public void A_role_is_named_after_its_pool(string pool, PoolIdentityType type, string expected) =>
        Cultures.Each(() => Assert.Equal(expected, RoleNames.For(pool, type)));

    [Theory]
    [InlineData("app_guestrole", "0a1b2c3d", "app_guestrole-0a1b2c3d")]
    [InlineData("custom", "x", "custom-x")]
    [InlineData("app_authenticatedrole", "a-suffix-so-long-that-the-ending-has-to-give-way-0a1b2c3d", "app_au-a-suffix-so-long-that-the-ending-has-to-give-way-0a1b2c3d")]
    [InlineData("A_pool_with_a_name_of_more_than_sixty-four_cha_authenticatedrole", "0a1b2c3d", "A_pool_with_a_name_of_more_than_sixty_authenticatedrole-0a1b2c3d")]
    [InlineData("A_pool_with_a_name_of_more_than_sixty-four_cha_authenticatedrole", Placeholders.PoolUuidStart, "A_pool_with_a_name_of_more_than_sixty_authenticatedrole-{IdentityPoolUuidStart}")]
    public void A_suffix_keeps_the_use_and_the_limit(string name, string suffix, string expected) => Assert.Equal(expected, RoleNames.WithSuffix(name, suffix));

    [Fact]
    public void Refuses_a_suffix_that_leaves_no_room() => Assert.Throws<ArgumentException>(() => RoleNames.WithSuffix("app", new string('s', 63)));

    [Fact]
    public void Every_pool_gets_a_name_that_IAM_takes() => Gen.Select(Gen.String[1, 128], Gen.Enum<PoolIdentityType>()).Sample((pool, type) =>
    {
        var name = RoleNames.For(pool, type);
        var longer = RoleNames.WithSuffix(name, Placeholders.PoolUuidStart).Replace(Placeholders.PoolUuidStart, "0a1b2c3d", StringComparison.Ordinal);
        foreach (var each in new[] { name, longer }) Assert.Matches(@"\A[A-Za-z0-9_+=,.@-]{1,64}\z", each);
        Assert.NotEqual(name, longer);
        Assert.NotEqual(RoleNames.For(pool, PoolIdentityType.Guest), RoleNames.For(pool, PoolIdentityType.Authenticated));
    });

    [Fact]
    public void Two_suffixes_never_give_one_name() => Gen.Select(Gen.Char["ab_"].Array[1, 70], Gen.Char["0123456789abcdef"].Array[8], Gen.Char["0123456789abcdef"].Array[8])
        .Sample((name, left, right) =>
            new string(left) == new string(right) || RoleNames.WithSuffix(new string(name), new string(left)) != RoleNames.WithSuffix(new string(name), new string(right)));
}
