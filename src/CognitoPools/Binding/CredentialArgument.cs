using System.Management.Automation;
using System.Security;
using Amazon.Runtime;
using CognitoPools.Account;

namespace CognitoPools.Binding;

/// <summary>AWS credentials as users give them.</summary>
internal static class CredentialArgument
{
    public static AWSCredentials FromKeys(string accessKey, object? secretKey, object? sessionToken)
    {
        // All three are sent in headers.
        var secret = Secret("SecretKey", secretKey);
        if (!IsHeaderText(accessKey))
        {
            throw new InvalidSettingException(
                "AccessKey", null, "the value holds a blank, a control character or a letter outside ASCII.",
                "Specify the access key's id, such as AKIAIOSFODNN7EXAMPLE.");
        }
        return sessionToken is null
            ? new BasicAWSCredentials(accessKey, secret)
            : new SessionAWSCredentials(accessKey, secret, Secret("SessionToken", sessionToken));
    }

    public static AWSCredentials Read(object? value) => Unwrapped.Object(value) switch
    {
        PSCredential credential => FromKeys(credential.UserName, credential.Password, null),
        var other =>
            ForeignCredentials.From(other)
                ?? throw new InvalidSettingException(
                    "Credential", other?.GetType().Name, "is neither a PSCredential nor AWS credentials.",
                    "Give Get-Credential's answer: the access key's id as user name, the secret key as password."),
    };

    private static bool IsHeaderText(string text) => text.All(character => character is > ' ' and <= '~');

    private static string Checked(string parameter, string secret) => IsHeaderText(secret)
        ? secret
        : throw new InvalidSettingException(
            parameter, null, "the value holds a blank, a control character or a letter outside ASCII.",
            "Specify it as AWS issued it, without line breaks.");

    // The value is a secret, so it never becomes part of a message.
    private static string Secret(string parameter, object? value) => Unwrapped.Object(value) switch
    {
        SecureString { Length: > 0 } secure => Checked(parameter, SecretText.Read(secure)),
        string { Length: > 0 } text => Checked(parameter, text),
        SecureString =>
            throw new InvalidSettingException(
                parameter, null, "the value is empty.", "Specify what Read-Host -AsSecureString returns."),
        var other =>
            throw new InvalidSettingException(
                parameter, other?.GetType().Name, "is neither a SecureString nor text.",
                "Give Read-Host -AsSecureString's answer."),
    };
}
