using System.Management.Automation;
using System.Security;
using CognitoPools.Errors;

namespace CognitoPools.Commands;

/// <summary>Prompts for the secret key of an access key, masked, as PowerShell prompts for the password of a credential.</summary>
internal static class SecretKeyQuestion
{
    /// <summary>The secret key.</summary>
    /// <param name="cmdlet">The cmdlet that asks, on the pipeline's thread.</param>
    /// <param name="accessKey">The access key's id.</param>
    /// <exception cref="PoolException">No one entered it, or the host cannot prompt.</exception>
    public static SecureString Ask(PSCmdlet cmdlet, string accessKey)
    {
        PSCredential? answer = null;
        try
        {
            answer = cmdlet.Host.UI.PromptForCredential(
                "AWS credentials", $"Enter the secret key of access key {accessKey} as the password.", accessKey, "",
                PSCredentialTypes.Generic, PSCredentialUIOptions.ReadOnlyUserName);
        }
        catch (Exception exception) when (exception is not PipelineStoppedException)
        {
            // Hosts that cannot prompt throw various exceptions.
        }
        return answer is { Password.Length: > 0 }
            ? answer.Password
            : throw new PoolException(PoolErrorId.SecretKeyMissing, accessKey);
    }
}
