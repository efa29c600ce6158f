using CognitoPools.Roles;

namespace CognitoPools.Documents;

/// <summary>Finds the managed policies that a document names, before anything is changed.</summary>
internal static class ManagedPolicyLookup
{
    /// <summary>The ARN of an existing policy.</summary>
    /// <param name="policies">Reads the policies from IAM.</param>
    /// <param name="place">The JSON path of the ARN in the document.</param>
    /// <param name="arn">The ARN, with resolved placeholders.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <exception cref="DocumentFormatException">The policy does not exist.</exception>
    public static async Task<string> FindAsync(RolePolicies policies, string place, string arn, CancellationToken cancellationToken)
    {
        try
        {
            return await policies.FindManagedAsync("Policy", arn, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidSettingException missing)
        {
            throw new DocumentFormatException(
                place, missing.Cause, "Create the policy in this account first, or correct the document.");
        }
    }
}
