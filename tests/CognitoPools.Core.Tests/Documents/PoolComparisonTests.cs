using System.Text.RegularExpressions;
using CognitoPools.Documents;
using CognitoPools.Documents.Comparison;
using CognitoPools.Providers;
using CsCheck;

namespace CognitoPools.Core.Tests.Documents;

public class PoolComparisonTests
{
    private const string Pool = "eu-central-1:12345678-1234-1234-1234-123456789012";
    private const string Trust =
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":"sts:AssumeRole"}]}""";

    private static readonly LiveNames Names = new("123456789012", "eu-central-1", Pool);

    public static TheoryData<string> ChangedPaths => [.. ComparedSample.Changes.Select(change => change.Path)];

    [Fact]
    public void What_has_no_order_and_the_keys_of_roles_make_no_difference() =>
        Gen.Select(Gen.Int, Gen.Int, Gen.Bool).Sample(
            (one, other, renames) => Assert.Empty(PoolComparison.Compare(
                ComparedSample.Whole.Write(one, "a"), ComparedSample.Whole.Write(other, "b", renames))),
            iter: 200);

    [Theory]
    [MemberData(nameof(ChangedPaths))]
    public void One_change_is_seen_below_its_path_alone(string path)
    {
        var changed = ComparedSample.Changes.Single(change => change.Path == path).Change(ComparedSample.Whole);
        var below = new Regex(@"\A" + Regex.Escape(path).Replace(@"\*", ".*", StringComparison.Ordinal));
        Gen.Select(Gen.Int, Gen.Int).Sample(
            (one, other) =>
            {
                var differences = PoolComparison.Compare(ComparedSample.Whole.Write(one, "a"), changed.Write(other, "b"));
                Assert.NotEmpty(differences);
                Assert.All(differences, difference => Assert.Matches(below, difference.Path));
                Assert.All(differences, difference => Assert.NotEqual(difference.Expected, difference.Actual));
            },
            iter: 20);
    }

    [Fact]
    public void A_difference_names_both_sides()
    {
        var difference = Assert.Single(PoolComparison.Compare(
            new ComparedPool(new PoolDefinition { Name = "shop", GuestAccess = true }, null, "shop.json"),
            new ComparedPool(new PoolDefinition { Name = "shop", GuestAccess = false }, Names, "shop (x)")));

        Assert.Equal(
            new PoolDocumentDifference
            {
                IdentityPool = "shop",
                Path = "guestAccess",
                Expected = "true",
                Actual = "false",
                Reference = "shop.json",
                Source = "shop (x)",
            },
            difference);
        Assert.Equal("shop: guestAccess: expected 'true', found 'false'", difference.ToString());
    }

    [Fact]
    public void What_a_document_does_not_say_makes_no_difference()
    {
        var said = new PoolDefinition { Name = "shop", Roles = Roles(new RoleDefinition { TrustPolicy = Trust }), GuestRole = "r" };
        var there = said with
        {
            Region = "${Region}",
            GuestAccess = true,
            BasicFlow = BasicFlowState.Active,
            Roles = Roles(new RoleDefinition { TrustPolicy = Trust, Description = "Role for guests", MaxSessionDuration = 3600 }),
            Tags = ComparedSample.Table(("aws:cloudformation:stack-name", "s")),
        };

        Assert.Empty(Compare(said, there));
    }

    [Fact]
    public void A_name_that_the_module_gives_is_each_pools_own()
    {
        PoolDefinition Named(string pool, string? role) => new()
        {
            Name = pool,
            GuestRole = "r",
            Roles = Roles(new RoleDefinition { TrustPolicy = Trust, Name = role }),
        };

        Assert.Empty(Compare(Named("shop", null), Named("shop", "shop_guestrole")));
        Assert.Empty(Compare(Named("shop", "shop_guestrole-12345678"), Named("shop", null)));
        Assert.Empty(PoolComparison.Compare(
            new ComparedPool(Named("shop", null), Names, "a"), new ComparedPool(Named("copy", "copy_guestrole"), Names, "b")));
        Assert.Equal("roles.r.name", Assert.Single(Compare(Named("shop", null), Named("shop", "copy_guestrole"))).Path);
    }

    [Theory]
    [InlineData("arn:aws:iam::123456789012:policy/p", "arn:${Partition}:iam::${AccountId}:policy/p", true)]
    [InlineData("arn:${Partition}:iam::${AccountId}:policy/p", "arn:${Partition}:iam::${AccountId}:policy/p", true)]
    [InlineData("arn:aws:iam::210987654321:policy/p", "arn:${Partition}:iam::${AccountId}:policy/p", false)]
    public void The_names_of_an_account_equal_their_placeholders_when_a_pool_of_it_is_compared(
        string said, string exported, bool areSame)
    {
        PoolDefinition With(string arn) => new()
        {
            Name = "shop",
            Providers = [new PoolIdentityProvider { Type = ProviderType.Saml, Name = arn.Replace("policy/", "saml-provider/", StringComparison.Ordinal) }],
            GuestRole = "r",
            Roles = Roles(new RoleDefinition
            {
                PermissionsBoundary = arn,
                AttachedPolicies = [arn],
                TrustPolicy = Trust,
                InlinePolicies = new Dictionary<string, string>
                {
                    ["p"] = $$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"a:b","Resource":"{{arn}}"} }""",
                },
            }),
        };
        var file = new ComparedPool(With(said), null, "file");

        Assert.Equal(areSame, PoolComparison.Compare(file, new ComparedPool(With(exported), Names, "pool")).Count == 0);
        Assert.Equal(areSame, PoolComparison.Compare(new ComparedPool(With(exported), Names, "pool"), file).Count == 0);
        Assert.Equal(said == exported, Compare(With(said), With(exported)).Count == 0);
    }

    [Fact]
    public void An_account_that_is_not_known_stays_its_placeholder()
    {
        var definition = new PoolDefinition
        {
            Name = "shop",
            GuestRole = "r",
            Roles = Roles(new RoleDefinition { TrustPolicy = Trust, PermissionsBoundary = "arn:aws:iam::${AccountId}:policy/p" }),
        };

        Assert.Empty(PoolComparison.Compare(
            new ComparedPool(definition, null, "file"), new ComparedPool(definition, Names with { AccountId = null }, "pool")));
    }

    [Fact]
    public void A_reference_is_a_role_of_that_name()
    {
        var reference = Guest(new RoleDefinition { Arn = "arn:${Partition}:iam::${AccountId}:role/x/clerks" });
        var described = Guest(new RoleDefinition { Name = "clerks", TrustPolicy = Trust });
        var other = Guest(new RoleDefinition { Name = "others", TrustPolicy = Trust });
        var live = new ComparedPool(other, Names, "pool")
        {
            Roles = new Dictionary<string, LiveRole> { ["r"] = new("clerks", "arn:aws:iam::123456789012:role/x/clerks", "/x/") },
        };

        Assert.Empty(Compare(reference, described));
        Assert.Empty(Compare(reference, reference));
        Assert.Empty(PoolComparison.Compare(new ComparedPool(reference, null, "file"), live));
        Assert.Equal("roles.r.arn", Assert.Single(Compare(reference, other)).Path);
        // What the role may do was not read.
        Assert.Equal("roles.r", Assert.Single(Compare(described, reference)).Path);
    }

    [Fact]
    public void Roles_are_found_by_name_and_by_the_rules_that_give_them()
    {
        var one = Ruled("staff", new RoleDefinition { Name = "staff", TrustPolicy = Trust });

        Assert.Empty(Compare(one, Ruled("clerks", new RoleDefinition { Name = "staff", TrustPolicy = Trust })));
        Assert.Equal(
            "roles.staff.name",
            Assert.Single(Compare(one, Ruled("clerks", new RoleDefinition { Name = "clerks", TrustPolicy = Trust }))).Path);
    }

    [Fact]
    public void A_secret_is_never_compared_nor_shown()
    {
        PoolDefinition With(string? client) => new()
        {
            Name = "shop",
            Providers = [new PoolIdentityProvider { Type = ProviderType.Twitter, Name = "api.twitter.com", ClientId = client }],
        };

        Assert.Empty(Compare(With("key;hidden"), With("key")));
        Assert.Empty(Compare(With(null), With("key")));
        var all = Compare(With("key;hidden"), With("other;hidden"))
            .Concat(Compare(With("key;hidden"), new PoolDefinition { Name = "shop" })).ToList();
        Assert.Equal(2, all.Count);
        Assert.DoesNotContain(all, difference => difference.ToString().Contains("hidden", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_pools_of_accounts_may_have_two_names() => Assert.Empty(PoolComparison.Compare(
        new ComparedPool(new PoolDefinition { Name = "a" }, Names, "a"), new ComparedPool(new PoolDefinition { Name = "b" }, Names, "b")));

    private static IReadOnlyList<PoolDocumentDifference> Compare(PoolDefinition one, PoolDefinition other) =>
        PoolComparison.Compare(new ComparedPool(one, null, "a"), new ComparedPool(other, null, "b"));

    private static Dictionary<string, RoleDefinition> Roles(RoleDefinition role) => new() { ["r"] = role };

    private static PoolDefinition Guest(RoleDefinition role) => new() { Name = "shop", GuestRole = "r", Roles = Roles(role) };

    private static PoolDefinition Ruled(string key, RoleDefinition role) => new()
    {
        Name = "shop",
        Providers =
        [
            ProviderBuilder.Public(ProviderType.Google, "1-a.apps.googleusercontent.com") with
            {
                RoleSetting = RoleSetting.Rules,
                RoleResolution = RoleResolution.Deny,
                Rules = [new PoolRoleRule { Claim = "hd", Operator = RuleOperator.Equals, Value = "x", Role = key }],
            },
        ],
        Roles = new Dictionary<string, RoleDefinition> { [key] = role },
    };
}
