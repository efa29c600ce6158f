using CognitoPools.Providers;
using CsCheck;

namespace CognitoPools.Core.Tests.Providers;

public class RuleChecksTests
{
    private static readonly string[] Values = [.. Strings(4)];

    [Theory]
    [InlineData("Equals a", "Equals a")]
    [InlineData("StartsWith a", "Equals ab")]
    [InlineData("StartsWith a", "StartsWith ab")]
    [InlineData("Contains a", "Equals bab")]
    [InlineData("Contains a", "StartsWith ba")]
    [InlineData("Contains a", "Contains bab")]
    [InlineData("NotEqual a", "NotEqual a")]
    [InlineData("NotEqual a", "Equals b")]
    [InlineData("NotEqual a", "StartsWith b")]
    [InlineData("NotEqual a", "Contains b")]
    [InlineData("Equals a", "NotEqual a", "Contains ab")]
    [InlineData("StartsWith a", "NotEqual ab", "Equals ab")]
    public void A_rule_that_earlier_ones_cover_is_named(params string[] rules) =>
        Assert.Contains(
            RuleChecks.Warnings(Provider(rules)),
            warning => warning.StartsWith($"Rule {rules.Length} ", StringComparison.Ordinal)
                && warning.Contains("never reached", StringComparison.Ordinal));

    [Theory]
    [InlineData("Equals a", "Equals A")]
    [InlineData("Equals a", "NotEqual a")]
    [InlineData("Equals a", "StartsWith a")]
    [InlineData("NotEqual a", "StartsWith a")]
    [InlineData("NotEqual ab", "Contains a")]
    [InlineData("StartsWith ab", "Contains a")]
    public void A_rule_that_something_reaches_is_not(params string[] rules) => Assert.Empty(RuleChecks.Warnings(Provider(rules)));

    [Fact]
    public void Rules_on_different_claims_never_cover_each_other() =>
        Assert.Empty(RuleChecks.Warnings(Provider(["Equals a"]) with
        {
            Rules = [Rule("Equals a"), Rule("Equals a") with { Claim = "other" }],
        }));

    [Fact]
    public void No_value_reaches_a_rule_that_is_named() =>
        Gen.Select(Gen.Enum<RuleOperator>(), Gen.OneOf("a", "b", "ab", "ba", "aa"))
            .Select((operation, value) => $"{operation} {value}").Array[1, 5].Sample(rules =>
        {
            var provider = Provider(rules);
            foreach (var warning in RuleChecks.Warnings(provider))
            {
                var index = int.Parse(warning.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture) - 1;
                Assert.All(Values, value => Assert.NotEqual(index, provider.Rules.ToList().FindIndex(rule => Fits(rule, value))));
            }
        });

    [Theory]
    [InlineData("email", true)]
    [InlineData("http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress", true)]
    [InlineData("email_verified", false)]
    [InlineData("custom:team", false)]
    public void A_part_of_an_e_mail_address_is_a_warning(string claim, bool warned)
    {
        var provider = Provider(["Contains @example.com"]);
        Assert.Equal(warned, RuleChecks.Warnings(provider with { Rules = [provider.Rules[0] with { Claim = claim }] }).Any());
        Assert.Empty(RuleChecks.Warnings(provider with
        {
            Rules = [provider.Rules[0] with { Claim = claim, Operator = RuleOperator.Equals }],
        }));
    }

    [Theory]
    [InlineData(ProviderType.Facebook, "123456789012345", "name", true)]
    [InlineData(ProviderType.Amazon, "amzn1.application.0123456789abcdef", "email", true)]
    [InlineData(ProviderType.Facebook, "123456789012345", "sub", false)]
    [InlineData(ProviderType.Google, "1-a.apps.googleusercontent.com", "hd", false)]
    public void A_claim_that_the_providers_tokens_lack_is_a_warning(
        ProviderType type, string application, string claim, bool warned)
    {
        var provider = ProviderBuilder.Public(type, application) with
        {
            RoleSetting = RoleSetting.Rules,
            RoleResolution = RoleResolution.Deny,
            Rules = [Rule("Equals a") with { Claim = claim }],
        };
        Assert.Equal(
            warned,
            RuleChecks.Warnings(provider).Any(warning => warning.Contains("uses a claim that tokens of", StringComparison.Ordinal)));
    }

    private static PoolIdentityProvider Provider(string[] rules) =>
        ProviderBuilder.Public(ProviderType.Google, "1-a.apps.googleusercontent.com") with
        {
            RoleSetting = RoleSetting.Rules,
            RoleResolution = RoleResolution.Deny,
            Rules = [.. rules.Select(Rule)],
        };

    private static PoolRoleRule Rule(string text) =>
        new()
        {
            Claim = "claim",
            Operator = Enum.Parse<RuleOperator>(text.Split(' ')[0]),
            Value = text.Split(' ')[1],
            Role = "arn:aws:iam::123456789012:role/one",
        };

    private static bool Fits(PoolRoleRule rule, string value) => rule.Operator switch
    {
        RuleOperator.Equals => value == rule.Value,
        RuleOperator.NotEqual => value != rule.Value,
        RuleOperator.StartsWith => value.StartsWith(rule.Value, StringComparison.Ordinal),
        _ => value.Contains(rule.Value, StringComparison.Ordinal),
    };

    private static IEnumerable<string> Strings(int length) =>
        length == 0 ? [
            "",
        ] : Strings(length - 1).SelectMany(text => text.Length == length - 1 ? new[]
        {
            text,
            text + "a",
            text + "b",
            text + "c",
        } : [
            text,
        ]);
}
