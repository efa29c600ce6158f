using CognitoPools.Roles;

namespace CognitoPools.Documents;

/// <summary>Finds the managed policies that a document names, before anything is changed.</summary>
internal static class ManagedPolicyLookup
{
    /// <summary>The ARN of a policy that exists.</summary>
    /// <param name="policies">Reads IAM.</param>
    /// <param name="place">The JSON path of the document that names the policy.</param>
    /// <param name="arn">The ARN, with the names of the account in place of placeholders.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <exception cref="DocumentFormatException">IAM has no such policy.</exception>
    public static async Task<string> FindAsync(RolePolicies policies, string place, string arn, CancellationToken cancellationToken)
    {
        try
        {
            return await policies.FindManagedAsync("Policy", arn, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidSettingException missing)
        {
            throw new DocumentFormatException(
                place, $"'{arn}': {missing.Rule}", "Create the policy in this account first, or correct the document.");
        }
    }
}
