using CsCheck;

namespace CognitoPools.Core.Tests.Common;

/// <summary>What messages show of values: no secret, no character that steers a terminal, no end of text.</summary>
public class ShownTextTests
{
    [Theory]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl")]
    [InlineData("eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.")]
    [InlineData("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")]
    public void A_secret_is_masked_wherever_it_stands(string secret)
    {
        Assert.True(ShownText.Of(secret) is "***" or "eyJ***");
        Assert.DoesNotContain(secret, ShownText.Of($"Role '{secret}' is none.") + ShownText.Value(secret), StringComparison.Ordinal);
        Assert.True(ShownText.HoldsSecret($"Role '{secret}' is none."));
    }

    [Theory]
    [InlineData("shop (us-east-1:12345678-1234-1234-1234-123456789012)")]
    [InlineData("arn:aws:iam::123456789012:role/cognitopools/us-east-1/7deda432-00ec-45da-831e-b55a242213c4/shop_authenticatedrole")]
    [InlineData("AuthenticatedUsersOfTheShopInProduction1")]
    [InlineData("cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123:1example23456789")]
    [InlineData("123456789012-abcdefghijklmnopqrstuvwxyz012345.apps.googleusercontent.com")]
    [InlineData("2aae6c35c94fcfb415dbe95f408b9ce91ee846ed.txt")]
    [InlineData("amzn1.application-oa2-client.0123456789abcdef0123456789abcdef")]
    public void A_name_is_not(string name)
    {
        Assert.Equal(name, ShownText.Of(name));
        Assert.False(ShownText.HoldsSecret(name));
    }

    [Theory]
    [InlineData("a\u001B[31mb", "a\\u001B[31mb")]
    [InlineData("a\u202Eb", "a\\u202Eb")]
    [InlineData("a\u009Bb", "a\\u009Bb")]
    [InlineData("\U0001F600", "\U0001F600")]
    [InlineData("a\nb", "a\nb")]
    public void A_character_that_steers_a_terminal_becomes_visible(string text, string shown) =>
        Assert.Equal(shown, ShownText.Of(text));

    [Fact]
    public void Half_a_surrogate_pair_becomes_visible() => Assert.Equal("a\\uD800", ShownText.Of("a" + (char)0xD800));

    [Fact]
    public void A_value_stands_in_one_line() => Assert.Equal("a\\u000Ab", ShownText.Value("a\nb"));

    [Fact]
    public void A_long_value_is_cut_and_its_length_told() =>
        Assert.Equal(new string('x', 200) + "... (200,000 characters)", ShownText.Value(new string('x', 200_000)));

    [Theory]
    [InlineData("shop", "'shop'")]
    [InlineData("", "an empty value")]
    [InlineData(null, "an empty value")]
    public void A_quoted_value_is_never_two_quotation_marks(string? value, string quoted) =>
        Assert.Equal(quoted, ShownText.Quoted(value));

    [Theory]
    [InlineData(60)]
    [InlineData(61)]
    [InlineData(200_000)]
    public void A_quoted_value_has_at_most_60_characters_of_it(int length)
    {
        var quoted = ShownText.Quoted(new string('x', length));
        Assert.Equal(Math.Min(length, 60), quoted.Count(character => character == 'x'));
        Assert.Equal(length > 60, quoted.Contains("... (", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("arn:aws:iam::123456789012:role/cognitopools/us-east-1/12345678-1234-1234-1234-123456789012/shop_guestrole")]
    [InlineData("https://cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123/oauth2/authorize")]
    public void An_address_keeps_its_end(string address) => Assert.Equal($"'{address}'", ShownText.Quoted(address));

    [Fact]
    public void Any_text_is_shown_without_control_characters_and_in_bounds() => Gen.String.Sample(text =>
    {
        var shown = ShownText.Value(text);
        return shown.Length < 1_300 && !shown.Any(char.IsControl) && shown == ShownText.Value(text);
    });
}
