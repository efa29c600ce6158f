using CognitoPools.Roles;
using CognitoPools.Roles.Permissions;
using CsCheck;

namespace CognitoPools.Tests.Roles.Permissions;

public class PatternLanguageTests
{
    private static readonly string[] Texts = [.. Enumerable.Range(0, 8).SelectMany(length => OfLength(length))];

    [Fact]
    public void Finds_a_text_exactly_when_there_is_one() =>
        Gen.Select(
            PermissionGen.Text("ab*?", 3).Array[1, 2],
            PermissionGen.Text("ab*?", 3).Array[0, 2])
            .Sample(
                (all, none) =>
                {
                    var (required, refused) = (Patterns(all), Patterns(none));
                    var fits = Texts.Any(text =>
                        required.All(pattern => pattern.Matches(text)) && !refused.Any(pattern => pattern.Matches(text)));
                    Assert.Equal(!fits, PatternLanguage.IsEmpty(required, refused, ignoreCase: false));
                },
                iter: 1_000);

    [Theory]
    [InlineData("b/${aws:userid}/*", "b/${aws:userid}/*", true)]
    [InlineData("b/${aws:userid}/x", "b/${aws:userid}/*", true)]
    [InlineData("b/${aws:userid}/x", "b/*/x", true)]
    [InlineData("b/${aws:userid}", "b/*", true)]
    [InlineData("b/${aws:userid}", "b/${aws:username}", false)]
    [InlineData("b/${aws:userid}", "b/?", false)]
    [InlineData("b/*", "b/${aws:userid}", false)]
    public void A_variable_is_one_text_that_nobody_knows(string inner, string outer, bool isWithin) =>
        Assert.Equal(isWithin, PatternLanguage.IsEmpty(Patterns(inner), Patterns(outer), ignoreCase: false));

    [Theory]
    [InlineData("b/${aws:userid}", "b/x", false)]
    [InlineData("b/${aws:userid}/x", "b/y/${aws:userid}", false)]
    [InlineData("b/${aws:userid}", "c/*", true)]
    [InlineData("b/${aws:userid}/x", "b/*/y", true)]
    public void What_a_variable_could_be_is_not_taken_for_apart(string one, string other, bool isApart) =>
        Assert.Equal(isApart, PatternLanguage.IsEmpty(Patterns(one, other), [], ignoreCase: false));

    [Fact]
    public void Patterns_that_need_too_many_states_are_left_open()
    {
        var marks = new string('?', 40);
        Assert.False(PatternLanguage.IsEmpty(Patterns($"*a{marks}", $"*b?{marks}"), Patterns($"*c{marks}*"), ignoreCase: false));
    }

    private static IReadOnlyList<PolicyPattern> Patterns(params string[] texts) =>
        Array.ConvertAll(texts, text => new PolicyPattern(text, wildcards: true, variables: true));

    private static IEnumerable<string> OfLength(int length) => length == 0
        ? [""]
        : OfLength(length - 1).SelectMany(start => new[] { "a", "b", "c" }, (start, letter) => start + letter);
}
