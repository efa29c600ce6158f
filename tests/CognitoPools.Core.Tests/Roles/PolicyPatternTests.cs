using System.Text.RegularExpressions;
using CognitoPools.Roles;
using CsCheck;

namespace CognitoPools.Tests.Roles;

public class PolicyPatternTests
{
    [Theory]
    [InlineData("", "", true)]
    [InlineData("", "a", false)]
    [InlineData("*", "", true)]
    [InlineData("*", "anything", true)]
    [InlineData("?", "", false)]
    [InlineData("?", "a", true)]
    [InlineData("a*", "abc", true)]
    [InlineData("*c", "abc", true)]
    [InlineData("a*b*c", "aXbYbc", true)]
    [InlineData("a*b*c", "aXbYcd", false)]
    [InlineData("a?c", "abc", true)]
    [InlineData("a?c", "ac", false)]
    [InlineData("abc", "ABC", false)]
    [InlineData("a${*}c", "a*c", true)]
    [InlineData("a${*}c", "abc", false)]
    [InlineData("a${?}c", "abc", false)]
    [InlineData("${$}{x}", "${x}", true)]
    public void Wildcards_match_as_in_IAM(string pattern, string text, bool matches) =>
        Assert.Equal(matches, new PolicyPattern(pattern, wildcards: true, variables: true).Matches(text));

    [Fact]
    public void Without_wildcards_they_are_plain_characters()
    {
        var pattern = new PolicyPattern("a*?", wildcards: false, variables: true);
        Assert.True(pattern.Matches("a*?"));
        Assert.False(pattern.Matches("abc"));
        Assert.False(pattern.IsWild);
    }

    [Fact]
    public void Variables_are_named_and_in_old_policies_plain_text()
    {
        Assert.Equal("${aws:userid}", new PolicyPattern("x${aws:userid}y", true, variables: true).Variable);
        var old = new PolicyPattern("x${aws:userid}y", true, variables: false);
        Assert.Null(old.Variable);
        Assert.True(old.Matches("x${aws:userid}y"));
        Assert.Null(new PolicyPattern("x${unclosed", true, variables: true).Variable);
    }

    [Fact]
    public void Ignoring_case_is_the_same_in_every_culture() => Cultures.Each(() =>
    {
        Assert.True(new PolicyPattern("AssumeRoleWithWebIdentity", true, false).Matches(
            "ASSUMEROLEWITHWEBIDENTITY", ignoreCase: true));
        Assert.False(new PolicyPattern("i", true, false).Matches("İ", ignoreCase: true));
    });

    [Fact]
    public void Agrees_with_regular_expressions() => Gen.Select(Text("ab*?", 8), Text("ab", 10)).Sample((pattern, text) =>
    {
        var expected = Regex.IsMatch(
            text,
            $@"\A{Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal)}\z");
        return new PolicyPattern(pattern, true, true).Matches(text) == expected;
    });

    [Fact]
    public void Many_stars_take_no_exponential_time() =>
        Assert.False(new PolicyPattern(string.Concat(Enumerable.Repeat("*a", 200)) + "b", true, true).Matches(
            new string('a', 2000)));

    private static Gen<string> Text(string characters, int most) =>
        Gen.Char[characters].Array[0, most].Select(text => new string(text));
}
