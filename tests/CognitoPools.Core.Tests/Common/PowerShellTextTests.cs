namespace CognitoPools.Core.Tests.Common;

public sealed class PowerShellTextTests
{
    [Theory]
    [InlineData("shop", "'shop'")]
    [InlineData("", "''")]
    [InlineData("it's $x", "'it''s $x'")]
    [InlineData("\u2018a\u2019b\u201Ac\u201Bd", "'\u2018\u2018a\u2019\u2019b\u201A\u201Ac\u201B\u201Bd'")]
    public void Every_form_of_the_quote_is_doubled(string text, string expected) => Assert.Equal(expected, PowerShellText.Quoted(text));
}
