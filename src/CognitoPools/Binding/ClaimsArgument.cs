using System.Collections;
using System.Management.Automation;
using System.Security;
using CognitoPools.SignIn;

namespace CognitoPools.Binding;

/// <summary>A user's claims: a hashtable or an object, JSON, or a token that is decoded and not verified.</summary>
internal static class ClaimsArgument
{
    private const string Remedy = "Specify a hashtable, an object, a JSON object, or the token itself.";

    public static SignInClaims Read(object? value)
    {
        try
        {
            return Unwrapped.Object(value) switch
            {
                string text => FromText(text),
                SecureString secure => FromText(SecretText.Read(secure)),
                PoolOpenIdToken token => JwtToken.Decode(token.Token).Claims,
                PSObject kept when KeptToken(kept) is { } token => JwtToken.Decode(token).Claims,
                IDictionary table => SignInClaims.Read((IDictionary)Unwrapped.Value(table)!),
                PSObject plain => SignInClaims.Read(Table(plain)),
                _ => throw new InvalidSettingException(
                    "Claim", null, $"{(value is null ? "null" : OwnObject.KindOf(value))} does not contain claims.", Remedy),
            };
        }
        catch (FormatException exception)
        {
            // The value may be a token, so the message does not repeat it.
            throw new InvalidSettingException("Claim", null, $"cannot be read: {exception.Message}", Remedy);
        }
    }

    /// <summary>Whether the claims come from a token, and are therefore complete.</summary>
    public static bool IsToken(object? value) => Unwrapped.Object(value) switch
    {
        string text => !IsJson(text),
        SecureString secure => !IsJson(SecretText.Read(secure)),
        PSObject kept => KeptToken(kept) is not null,
        var other => other is PoolOpenIdToken,
    };

    // The output of Get-PoolOpenIdToken, after CLIXML or a job.
    private static string? KeptToken(PSObject value) => OwnObject.IsToken(value)
        ? Unwrapped.Property(value, nameof(PoolOpenIdToken.Token))
        : null;

    private static bool IsJson(string text) => text.TrimStart().StartsWith("{", StringComparison.Ordinal);

    private static SignInClaims FromText(string text) =>
        IsJson(text) ? SignInClaims.Parse(text) : JwtToken.Decode(text).Claims;

    private static Hashtable Table(PSObject plain)
    {
        var table = new Hashtable(StringComparer.Ordinal);
        foreach (var property in plain.Properties)
            table[property.Name] = Unwrapped.Value(property.Value);
        return table;
    }
}
