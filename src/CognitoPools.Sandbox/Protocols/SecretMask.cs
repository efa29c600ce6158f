using System.Text.RegularExpressions;

namespace CognitoPools.Sandbox.Protocols;

/// <summary>Keeps tokens and secrets out of the call log.</summary>
internal static class SecretMask
{
    private const string Mask = "$1***";

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.Singleline;

    // A brace inside a token does not end the map; a map that ends nowhere is masked to the end.
    private static readonly Regex LoginMap = new("\"Logins\"\\s*:\\s*\\{(?:[^\"}]|\"(?:[^\"\\\\]|\\\\.)*\"?)*\\}?", Options);
    private static readonly Regex LoginToken = new("(\"\\s*:\\s*\")(?:[^\"\\\\]|\\\\.)*", Options);
    private static readonly Regex ApplicationSecret = new(
        "(\"(?:api\\.twitter\\.com|www\\.digits\\.com)\"\\s*:\\s*\"[^\";]*;)[^\"]*", Options);
    private static readonly Regex JsonSecret = new(
        "(\"(?:Token|WebIdentityToken|SecretKey|SecretAccessKey|SessionToken)\"\\s*:\\s*\")(?:[^\"\\\\]|\\\\.)*",
        Options);
    private static readonly Regex FormSecret = new(
        "((?:\\A|&)(?:WebIdentityToken|SAMLAssertion|TokenCode|SecretAccessKey|SessionToken|X-Amz-Security-Token)=)[^&]*",
        Options);

    public static string Json(string body) =>
        JsonSecret.Replace(
            ApplicationSecret.Replace(LoginMap.Replace(body, map => LoginToken.Replace(map.Value, Mask)), Mask), Mask);

    public static string Form(string body) => FormSecret.Replace(body, Mask);
}
