using System.Collections;
using CognitoPools.Providers;

namespace CognitoPools.Core.Tests.Providers;

/// <summary>A rule in the words of this module, of the AWS CLI, CloudFormation, CDK and Terraform, and as the text of a file.</summary>
public class RuleFormsTests
{
    private const string Role = "arn:aws:iam::123456789012:role/admins";

    private static readonly PoolRoleRule Rule = new()
    {
        Claim = "cognito:groups",
        Operator = RuleOperator.Contains,
        Value = "admin",
        Role = Role,
    };

    public static TheoryData<string, Hashtable> Tables => new()
    {
        { "own", new Hashtable { ["Claim"] = "cognito:groups", ["Operator"] = "Contains", ["Value"] = "admin", ["Role"] = Role } },
        { "JSON", new Hashtable { ["claim"] = "cognito:groups", ["operator"] = 3L, ["value"] = "admin", ["role"] = Role } },
        { "CLI", new Hashtable { ["Claim"] = "cognito:groups", ["MatchType"] = "Contains", ["Value"] = "admin", ["RoleARN"] = Role } },
        { "Terraform", new Hashtable { ["claim"] = "cognito:groups", ["match_type"] = "Contains", ["value"] = "admin", ["role_arn"] = Role } },
        { "CDK", new Hashtable { ["claim"] = "cognito:groups", ["matchType"] = "Contains", ["claimValue"] = "admin", ["mappedRole"] = Role } },
    };

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_table_is_read_in_the_words_of_every_tool(string tool, Hashtable table)
    {
        Assert.NotEmpty(tool);
        Assert.Equal(Rule, RuleForms.Read(table));
    }

    [Fact]
    public void The_text_of_rules_is_read() =>
        Assert.Equal([Rule, Rule with { Value = "a; b" }, Rule], RuleForms.ReadAll($"{Rule}; {Rule with { Value = "a; b" }}; {Rule}"));

    [Theory]
    [InlineData("a Equals b Contains c -> r")]
    [InlineData("a Equals b -> c -> r")]
    public void Text_that_can_be_read_in_two_ways_is_refused(string text) => Assert.Contains(
        "more than one rule", Assert.Throws<InvalidSettingException>(() => RuleForms.ReadAll(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("Clame", "Did you mean Claim?")]
    [InlineData("Operater", "Did you mean Operator?")]
    public void A_wrong_key_is_named_with_its_nearest_right_one(string key, string guess)
    {
        var table = new Hashtable { [key] = "x", ["Value"] = "admin", ["Role"] = Role };
        var message = Assert.Throws<InvalidSettingException>(() => RuleForms.Read(table)).Message;
        Assert.Contains($"'{key}'", message, StringComparison.Ordinal);
        Assert.Contains(guess, message, StringComparison.Ordinal);
    }

    public static TheoryData<object?, string> WrongRules => new()
    {
        { "", " is not a rule: expected Claim, Operator, Value and Role. " },
        { null, " is not a rule: expected Claim, Operator, Value and Role, but got null. " },
        { 7, " is not a rule: expected Claim, Operator, Value and Role, but got a value of type Int32. " },
        { new Hashtable { ["Value"] = "admin", ["Role"] = Role }, ": the key 'Claim' is missing. " },
        { new Hashtable { ["Claim"] = "a", ["Value"] = new[] { "b" }, ["Role"] = Role }, ", 'Value' must be text, a number or" },
        {
            new Hashtable { ["Claim"] = "a", ["Operator"] = "Like", ["Value"] = "b", ["Role"] = Role },
            ": 'Operator' must be Equals, NotEqual, StartsWith or Contains; got 'Like'. "
        },
    };

    [Theory]
    [MemberData(nameof(WrongRules))]
    public void A_wrong_rule_of_a_list_is_named_by_its_number(object? rule, string problem)
    {
        var error = Assert.Throws<InvalidSettingException>(() => RuleForms.ReadAll(new[] { Rule, rule }));
        Assert.StartsWith("Rule 2" + problem, error.Message, StringComparison.Ordinal);
        Assert.StartsWith(error.Cause, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_outside_a_list_has_no_number() => Assert.StartsWith(
        "-Rule is not a rule: expected ",
        Assert.Throws<InvalidSettingException>(() => RuleForms.ReadAll("nonsense")).Message, StringComparison.Ordinal);

    [Fact]
    public void Two_keys_that_say_the_same_are_refused()
    {
        var table = new Hashtable { ["Claim"] = "x", ["Value"] = "y", ["Role"] = Role, ["RoleARN"] = Role };
        Assert.Contains(
            "is a second key of the table for Role",
            Assert.Throws<InvalidSettingException>(() => RuleForms.Read(table)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_configuration_of_the_service_holds_its_rules()
    {
        var rule = new Hashtable { ["Claim"] = "cognito:groups", ["MatchType"] = "Contains", ["Value"] = "admin", ["RoleARN"] = Role };
        Assert.Equal([Rule, Rule], RuleForms.ReadAll(new Hashtable { ["Rules"] = new object[] { rule, rule } }));
    }
}
