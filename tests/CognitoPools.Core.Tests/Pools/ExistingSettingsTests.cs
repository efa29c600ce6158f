using CognitoPools.Pools;
using CognitoPools.Pools.Plans;

namespace CognitoPools.Core.Tests.Pools;

/// <summary>What the service holds already is never held against an edit of something else.</summary>
public class ExistingSettingsTests
{
    private static readonly PoolIdentityProvider Google = new()
    {
        Type = ProviderType.Google,
        Name = "accounts.google.com",
        ClientId = "1-a.apps.googleusercontent.com",
        RoleSetting = RoleSetting.Rules,
        RoleResolution = RoleResolution.Deny,
        Rules = [.. Enumerable.Range(0, 30).Select(number => new PoolRoleRule
        {
            Claim = number == 0 ? new string('c', 65) : "hd",
            Operator = RuleOperator.Equals,
            Value = $"value{number}",
            Role = "arn:aws:iam::123456789012:role/users",
        })],
        AttributeMapping = AttributeMapping.Custom([new("team", new string('t', 300))]),
    };

    private static readonly IdentityPool Pool = new()
    {
        IdentityPoolId = "us-east-1:12345678-1234-1234-1234-123456789012",
        Name = "name\u00e9 of another rule",
        Region = "us-east-1",
        Arn = "arn:aws:cognito-identity:us-east-1:123456789012:identitypool/us-east-1:12345678-1234-1234-1234-123456789012",
        Providers = [Google],
        Tags = Tags([("aws:cloudformation:stack-name", "shop"), .. Enumerable.Range(0, 60).Select(number => ($"tag{number}", "x"))]),
    };

    [Fact]
    public void A_pool_that_breaks_every_rule_can_be_edited_in_what_breaks_none()
    {
        Assert.Single(PoolPlanner.Plan(new PoolChange(Pool, Pool with { GuestAccess = true })).Steps);
        Assert.Single(PoolPlanner.Plan(new PoolChange(Pool, Pool with { Name = "shop" })).Steps);
        Assert.Single(PoolPlanner.Plan(new PoolChange(Pool, Pool with { Tags = Pool.Tags.Remove("tag1") })).Steps);
        Assert.Single(PoolPlanner.Plan(new PoolChange(Pool, Pool with { Tags = Pool.Tags.SetItem("tag1", "y") })).Steps);
        Assert.Single(PoolPlanner.Plan(new PoolChange(Pool, With(Google with { ClientId = "2-b.apps.googleusercontent.com" }))).Steps);
        Assert.Single(PoolPlanner.Plan(new PoolChange(Pool, With(Google with { RoleResolution = RoleResolution.AuthenticatedRole }))).Steps);
        Assert.Single(PoolPlanner.Plan(new PoolChange(Pool, With(Google with { Rules = [.. Google.Rules.Skip(1)] }))).Steps);
    }

    [Fact]
    public void What_an_edit_adds_is_checked()
    {
        Refuses("Tag", Pool with { Tags = Pool.Tags.SetItem("another", "y") });
        Refuses("Tag", Pool with { Tags = Pool.Tags.Remove("tag1").SetItem("aws:mine", "y") });
        Refuses("Tag", Pool with { Tags = Pool.Tags.SetItem("aws:cloudformation:stack-name", "other") });
        Refuses("RemoveTag", Pool with { Tags = Pool.Tags.Remove("aws:cloudformation:stack-name") });
        Refuses("Name", Pool with { Name = "another\u00e9" });
        Refuses("Rule", With(Google with { Rules = [.. Google.Rules, Google.Rules[1] with { Value = "more" }] }));
        Refuses("Claim", With(Google with { Rules = [Google.Rules[0] with { Value = "changed" }] }));
        Refuses("AttributeMapping", With(Google with { AttributeMapping = AttributeMapping.Custom([new("team", new string('u', 300))]) }));
    }

    [Fact]
    public void The_tags_of_AWS_do_not_count()
    {
        var full = Pool with
        {
            Tags = Tags([("aws:cloudformation:stack-name", "shop"), .. Enumerable.Range(0, 49).Select(number => ($"tag{number}", "x"))]),
        };
        Assert.Single(PoolPlanner.Plan(new PoolChange(full, full with { Tags = full.Tags.SetItem("last", "x") })).Steps);
        Assert.Equal(49, PoolWire.UpdateRequest(full).IdentityPoolTags.Count);
        Assert.DoesNotContain("aws:cloudformation:stack-name", PoolWire.UpdateRequest(full).IdentityPoolTags.Keys);
    }

    private static void Refuses(string setting, IdentityPool desired) => Assert.Equal(
        setting, Assert.Throws<InvalidSettingException>(() => PoolPlanner.Plan(new PoolChange(Pool, desired))).Setting);

    private static IdentityPool With(PoolIdentityProvider provider) => Pool with { Providers = [provider] };

    private static ReadableTable Tags(IEnumerable<(string Key, string Value)> tags) =>
        ReadableTable.Empty.SetItems(tags.Select(tag => new KeyValuePair<string, string>(tag.Key, tag.Value)));
}
