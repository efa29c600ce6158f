using System.Globalization;

namespace CognitoPools.SignIn;

/// <summary>A JSON web token, decoded and not verified. Its text is a secret and is not stored.</summary>
/// <param name="Claims">The claims.</param>
public sealed record JwtToken(SignInClaims Claims)
{
    private static readonly DateTimeOffset Epoch = new(1970, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Who issued it, or null.</summary>
    public string? Issuer => Claims["iss"]?.Values.FirstOrDefault();

    /// <summary>The audience, usually the application's id.</summary>
    public IReadOnlyList<string> Audience => Claims["aud"]?.Values ?? [];

    /// <summary>The user, or null.</summary>
    public string? Subject => Claims["sub"]?.Values.FirstOrDefault();

    /// <summary>When it expires; null if the token does not state it.</summary>
    public DateTimeOffset? Expiration =>
        Claims["exp"]?.Values is [var text]
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
            && Math.Abs(seconds) < 1e11
            ? Epoch.AddSeconds(seconds)
            : null;

    /// <summary>Whether a text has the form of a token: three parts between dots, the first of which is a JSON header.</summary>
    /// <param name="text">A text.</param>
    public static bool LooksLikeToken(string text) =>
        text.StartsWith("eyJ", StringComparison.Ordinal) && text.Split('.').Length == 3;

    /// <summary>Decodes a token.</summary>
    /// <param name="token">Its text.</param>
    /// <exception cref="FormatException">The text is not a token. The message does not repeat it.</exception>
    public static JwtToken Decode(string token)
    {
        var parts = token.Trim().Split('.');
        if (parts.Length != 3)
        {
            throw new FormatException(
                $"a token has three parts separated by dots, but this text has "
                    + $"{parts.Length.ToString(CultureInfo.InvariantCulture)}.");
        }
        return new JwtToken(SignInClaims.Parse(Text(parts[1])));
    }

    /// <summary>Shows neither the claims nor the text.</summary>
    public override string ToString() => $"token of {Issuer ?? "an unnamed issuer"}";

    private static string Text(string part)
    {
        try
        {
            return Base64Url.Decode(part);
        }
        catch (FormatException)
        {
            throw new FormatException("the second part of the token is not base64url.");
        }
    }
}
