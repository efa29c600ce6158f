namespace CognitoPools.Core.Tests.Common;

public class NearestMatchTests
{
    [Theory]
    [InlineData("shpo", "shop")]
    [InlineData("Shop", "shop")]
    [InlineData("shopp", "shop")]
    [InlineData("hop", "shop")]
    [InlineData("web-prodution-eu", "web-production-eu")]
    public void A_slip_finds_the_name(string wrong, string right) =>
        Assert.Equal($"Did you mean '{right}'?", NearestMatch.Question(wrong, ["billing", right, "something else"]));

    [Theory]
    [InlineData("xy", "shop")]
    [InlineData("abc", "abcdef")]
    [InlineData("test", "prod")]
    [InlineData("", "shop")]
    public void Nothing_near_is_not_asked_for(string wrong, string other) =>
        Assert.Empty(NearestMatch.Question(wrong, [other]));

    [Fact]
    public void Equals_are_all_named_up_to_three()
    {
        Assert.Equal("Did you mean 'shop1' or 'shop2'?", NearestMatch.Question("shop", ["shop1", "shop12", "shop2", "shop1"]));
        Assert.Equal(
            "Did you mean 'shop1', 'shop2' or 'shop3'?",
            NearestMatch.Question("shop", ["shop1", "shop2", "shop3", "shop4"]));
    }

    [Fact]
    public void A_name_cannot_steer_the_terminal() =>
        Assert.Equal(@"Did you mean 'sho\u001B'?", NearestMatch.Question("shop", ["sho\u001b"]));

    [Fact]
    public void Two_letters_that_changed_places_are_one_edit() =>
        Assert.Equal("Amazon", NearestMatch.Find("Aamzon", ["Apple", "Amazon"], edits: 1));
}
