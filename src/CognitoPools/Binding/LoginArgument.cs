using System.Collections;
using System.Management.Automation;
using System.Security;
using CognitoPools.Account;
using CognitoPools.Providers;
using CognitoPools.SignIn;

namespace CognitoPools.Binding;

/// <summary>Logins as a hashtable of provider to token.</summary>
internal static class LoginArgument
{
    private const int MostLogins = 10;
    private const int LongestToken = 50_000;

    /// <param name="table">The table of the user. Tokens are text or SecureString.</param>
    /// <param name="providers">Reads the pool's providers, which is necessary only for some keys.</param>
    public static IReadOnlyDictionary<string, string> Read(
        IDictionary? table, Func<IReadOnlyList<PoolIdentityProvider>> providers)
    {
        var logins = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in table ?? new Hashtable())
        {
            var form = ScalarText.Of("Login", null, Unwrapped.Object(entry.Key));
            var token = Token(form, entry.Value);
            // The login key of a developer token is Cognito's own name, not the name of the developer provider.
            var key = IsPools(token) ? LoginKeys.DeveloperToken : Key(form, providers);
            if (logins.ContainsKey(key))
            {
                throw new InvalidSettingException(
                    "Login", form, $"is a second login of the provider {key}.", "Specify one of them.");
            }
            logins[key] = token;
        }
        if (logins.Count > MostLogins)
            throw new InvalidSettingException("Login", null, $"must not contain more than {MostLogins} logins; got {logins.Count}.", "Specify fewer logins.");
        return logins;
    }

    /// <summary>The login key of a provider in any of its forms.</summary>
    public static string Key(string form, Func<IReadOnlyList<PoolIdentityProvider>> providers)
    {
        if (LoginKeys.Find(form) is { } known)
            return known;
        var found = form.Length == 0
            ? []
            : ProviderForms.Find(providers(), form).Select(provider => provider.Type == ProviderType.Developer
                ? LoginKeys.DeveloperToken
                : provider.LoginKey).Distinct(StringComparer.Ordinal).ToList();
        return found.Count switch
        {
            1 => found[0],
            0 =>
                throw new InvalidSettingException(
                    "Login",
                    form,
                    "is not a provider of the pool.",
                    "Specify the provider by its kind (Google), user pool id, host, issuer or ARN. Run Get-PoolIdentityProvider to see "
                        + "the login keys."),
            _ =>
                throw new InvalidSettingException(
                    "Login", form, "matches several providers of the pool.",
                    $"Specify one of them: {string.Join(", ", found)}."),
        };
    }

    private static bool IsPools(string token)
    {
        try
        {
            return JwtToken.LooksLikeToken(token)
                && AwsPartition.All.Any(partition => JwtToken.Decode(token).Issuer == "https://" + partition.CognitoPrincipal);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    // The value is a secret, so it never becomes part of a message.
    private static string Token(string form, object? value) => Unwrapped.Object(value) switch
    {
        SecureString secure => Checked(form, SecretText.Read(secure)),
        PoolOpenIdToken token => Checked(form, token.Token),
        PSObject kept when OwnObject.IsToken(kept)
            && Unwrapped.Property(kept, nameof(PoolOpenIdToken.Token)) is { } token => Checked(form, token),
        string text => Checked(form, text),
        _ =>
            throw new InvalidSettingException(
                "Login", form, "must have a token that is text or a SecureString.",
                "Specify, for example, @{ Google = $idToken }."),
    };

    // A token contains no white space, but the file that it was read from may end with a line break.
    private static string Checked(string form, string token)
    {
        if (token.Trim() is not { Length: > 0 and <= LongestToken } text)
        {
            throw new InvalidSettingException(
                "Login", form, "has a token that is empty or longer than 50,000 characters.",
                "Specify the ID token as the provider issued it.");
        }
        return text.Any(char.IsControl)
            ? throw new InvalidSettingException(
                "Login", form, "has a token that contains a control character or a line break.",
                "Specify the ID token as the provider issued it.")
            : text;
    }
}
