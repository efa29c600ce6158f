using System.Management.Automation;
using System.Security;
using CognitoPools.Errors;

namespace CognitoPools.Commands;

/// <summary>Asks for the secret key of an access key, masked, as PowerShell asks for the password of a credential.</summary>
internal static class SecretKeyQuestion
{
    /// <summary>The secret key.</summary>
    /// <param name="cmdlet">The cmdlet that asks, on the pipeline's thread.</param>
    /// <param name="accessKey">The access key's id.</param>
    /// <exception cref="PoolException">Nobody entered it, or the host cannot ask.</exception>
    public static SecureString Ask(PSCmdlet cmdlet, string accessKey)
    {
        PSCredential? answer = null;
        try
        {
            answer = cmdlet.Host.UI.PromptForCredential(
                "AWS credentials", $"Enter the secret key of the access key {accessKey} as the password.", accessKey, "",
                PSCredentialTypes.Generic, PSCredentialUIOptions.ReadOnlyUserName);
        }
        catch (Exception exception) when (exception is not PipelineStoppedException)
        {
            // Hosts that cannot ask throw exceptions of their own.
        }
        return answer is { Password.Length: > 0 }
            ? answer.Password
            : throw new PoolException(PoolErrorId.SecretKeyMissing, accessKey);
    }
}
