using System.Collections;
using System.Management.Automation;
using System.Security;
using Amazon.Runtime;
using CognitoPools.Account;

namespace CognitoPools.Binding;

/// <summary>AWS credentials in the forms that users have.</summary>
internal static class CredentialArgument
{
    // The access keys of a sandbox start with this.
    private const string SandboxKeyStart = "ASIASANDBOX";

    private const int LongestAccessKey = 128;

    private const string Remedy =
        "Specify a PSCredential (user name: access key id, password: secret key), the output of Get-PoolCredential, or AWS "
            + "credentials.";

    public static AWSCredentials FromKeys(string accessKey, object? secretKey, object? sessionToken)
    {
        // All three are sent in headers.
        var secret = Secret("SecretKey", secretKey);
        CheckAccessKey("AccessKey", accessKey);
        return sessionToken is null
            ? new BasicAWSCredentials(accessKey, secret)
            : new SessionAWSCredentials(accessKey, secret, Secret("SessionToken", sessionToken));
    }

    /// <summary>The credentials of an object: a PSCredential, credentials of any copy of the AWS SDK, or an object or table with
    /// access key, secret key and session token. Text is an access key id.</summary>
    /// <param name="value">The value from the user.</param>
    /// <param name="ask">Asks for the secret key of an access key.</param>
    /// <exception cref="InvalidSettingException">It is none of them.</exception>
    public static AWSCredentials Read(object? value, Func<string, SecureString> ask)
    {
        switch (Unwrapped.Object(value))
        {
            case PSCredential { Password.Length: > 0 } credential:
                CheckAccessKey("Credential", credential.UserName);
                return new BasicAWSCredentials(credential.UserName, Checked("Credential", SecretText.Read(credential.Password)));
            case PSCredential credential:
                return Asked(credential.UserName, ask);
            case string accessKey:
                return Asked(accessKey, ask);
            case var other:
                return ForeignCredentials.From(other)
                    ?? FromProperties(other)
                    ?? throw new InvalidSettingException(
                        "Credential", null,
                        $"must contain AWS credentials, not a value of type {other?.GetType().Name ?? "null"}.", Remedy);
        }
    }

    /// <summary>The connection that a credential of a pool's user came through; null for any other.</summary>
    public static AccountConnection? Origin(object? value) => (Unwrapped.Object(value) as PoolCredential)?.Connection;

    /// <summary>Whether the keys are of a sandbox, but the object does not name the sandbox, as after Export-Clixml.</summary>
    public static bool IsOfUnknownSandbox(object? value)
    {
        var inner = Unwrapped.Object(value);
        var accessKey = inner switch
        {
            null => null,
            string text => text,
            PSCredential credential => credential.UserName,
            _ => Text(inner, "AccessKeyId") ?? Text(inner, "AccessKey"),
        };
        return Origin(inner) is null && accessKey?.StartsWith(SandboxKeyStart, StringComparison.Ordinal) == true;
    }

    private static BasicAWSCredentials Asked(string accessKey, Func<string, SecureString> ask)
    {
        CheckAccessKey("Credential", accessKey);
        return new BasicAWSCredentials(accessKey, Checked("Credential", SecretText.Read(ask(accessKey))));
    }

    private static AWSCredentials? FromProperties(object? value)
    {
        if (value is null
            || (Text(value, "AccessKeyId") ?? Text(value, "AccessKey")) is not { } accessKey
            || (Text(value, "SecretKey") ?? Text(value, "SecretAccessKey")) is not { } secretKey)
        {
            return null;
        }
        CheckAccessKey("Credential", accessKey);
        var secret = Checked("Credential", secretKey);
        return (Text(value, "SessionToken") ?? Text(value, "Token")) is { } token
            ? new SessionAWSCredentials(accessKey, secret, Checked("Credential", token))
            : new BasicAWSCredentials(accessKey, secret);
    }

    private static string? Text(object value, string name)
    {
        var found = Unwrapped.Object(
            value is IDictionary table ? table[name] : PSObject.AsPSObject(value).Properties[name]?.Value);
        return found switch
        {
            SecureString { Length: > 0 } secure => SecretText.Read(secure),
            string { Length: > 0 } text => text,
            _ => null,
        };
    }

    // The value may be a misplaced secret, so it is not repeated.
    private static void CheckAccessKey(string parameter, string accessKey)
    {
        if (accessKey.Length is 0 or > LongestAccessKey || ShownText.HoldsSecret(accessKey))
        {
            throw new InvalidSettingException(
                parameter, null, "is not an access key id.", "Specify the id of the access key, for example AKIAIOSFODNN7EXAMPLE.");
        }
        if (!IsHeaderText(accessKey))
        {
            throw new InvalidSettingException(
                parameter, null, "contains a space, a control character or a non-ASCII character.",
                "Specify the id of the access key, for example AKIAIOSFODNN7EXAMPLE.");
        }
    }

    private static bool IsHeaderText(string text) => text.All(character => character is > ' ' and <= '~');

    private static string Checked(string parameter, string secret) => IsHeaderText(secret)
        ? secret
        : throw new InvalidSettingException(
            parameter, null, "has a secret that contains a space, a control character or a non-ASCII character.",
            "Specify the secret as AWS issued it, without line breaks.");

    // The value is a secret, so it never becomes part of a message.
    private static string Secret(string parameter, object? value) => Unwrapped.Object(value) switch
    {
        SecureString { Length: > 0 } secure => Checked(parameter, SecretText.Read(secure)),
        string { Length: > 0 } text => Checked(parameter, text),
        SecureString =>
            throw new InvalidSettingException(
                parameter, null, "must not be empty.", "Specify the output of Read-Host -AsSecureString."),
        var other =>
            throw new InvalidSettingException(
                parameter, null, $"must be a SecureString or text, not a value of type {other?.GetType().Name ?? "null"}.",
                "Specify the output of Read-Host -AsSecureString."),
    };
}
