using System.Text.RegularExpressions;

namespace CognitoPools.Sandbox.Protocols;

/// <summary>Keeps tokens and secrets out of the call log.</summary>
internal static class SecretMask
{
    private const string Mask = "$1***";

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.Singleline;

    // A brace inside a token does not end the map. A map without an end is masked to the end of the text.
    private static readonly Regex LoginMap = new("\"Logins\"\\s*:\\s*\\{(?:[^\"}]|\"(?:[^\"\\\\]|\\\\.)*\"?)*\\}?", Options);
    private static readonly Regex LoginToken = new("(\"\\s*:\\s*\")(?:[^\"\\\\]|\\\\.)*", Options);

    // The value is 'key;secret'. Without a semicolon, it could be either of the two.
    private static readonly Regex ApplicationSecret = new(
        "(\"(?:api\\.twitter\\.com|www\\.digits\\.com)\"\\s*:\\s*\"(?:(?:[^\"\\\\;]|\\\\.)*;)?)(?:[^\"\\\\]|\\\\.)*",
        Options | RegexOptions.IgnoreCase);

    // A JSON web token anywhere in the text. Its header is JSON: in base64, an opening brace with the characters that can
    // follow begins with one of these.
    private static readonly Regex WebToken = new(
        "(\\b(?:ey[JAI]|ew[0o]))[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]*)?", RegexOptions.CultureInvariant);
    private static readonly Regex JsonSecret = new(
        "(\"(?:Token|WebIdentityToken|SecretKey|SecretAccessKey|SessionToken)\"\\s*:\\s*\")(?:[^\"\\\\]|\\\\.)*",
        Options);
    private static readonly Regex FormSecret = new(
        "((?:\\A|&)(?:WebIdentityToken|SAMLAssertion|TokenCode|SecretAccessKey|SessionToken|X-Amz-Security-Token)=)[^&]*",
        Options);

    public static string Json(string body)
    {
        var logins = LoginMap.Replace(body, map => LoginToken.Replace(map.Value, Mask));
        return WebToken.Replace(JsonSecret.Replace(ApplicationSecret.Replace(logins, Mask), Mask), Mask);
    }

    public static string Form(string body) => WebToken.Replace(FormSecret.Replace(body, Mask), Mask);
}
