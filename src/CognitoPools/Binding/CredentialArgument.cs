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
        var secret = Secret("SecretKey", secretKey);
        return sessionToken is null
            ? new BasicAWSCredentials(accessKey, secret)
            : new SessionAWSCredentials(accessKey, secret, Secret("SessionToken", sessionToken));
    }

    public static AWSCredentials Read(object? value) => Unwrapped.Object(value) switch
    {
        PSCredential credential => new BasicAWSCredentials(credential.UserName, SecretText.Read(credential.Password)),
        var other =>
            ForeignCredentials.From(other)
                ?? throw new InvalidSettingException(
                    "Credential", other?.GetType().Name, "is neither a PSCredential nor AWS credentials.",
                    "Give Get-Credential's answer: the access key's id as user name, the secret key as password."),
    };

    // The value is a secret, so it never becomes part of a message.
    private static string Secret(string parameter, object? value) => Unwrapped.Object(value) switch
    {
        SecureString secure => SecretText.Read(secure),
        string { Length: > 0 } text => text,
        var other =>
            throw new InvalidSettingException(
                parameter, other?.GetType().Name, "is neither a SecureString nor text.",
                "Give Read-Host -AsSecureString's answer."),
    };
}
