using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
using CognitoPools.Account;

namespace CognitoPools.Roles;

/// <summary>Reads the permissions policies of roles: inline policies and attached managed policies.</summary>
/// <param name="connection">The account.</param>
/// <param name="region">A Region of the partition.</param>
internal sealed class RolePolicies(AccountConnection connection, string region)
{
    private IAmazonIdentityManagementService Iam => connection.Iam(region);

    /// <summary>Every policy of a role with its document.</summary>
    /// <param name="roleName">The role's name.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    public async Task<IReadOnlyList<PoolRolePolicy>> ReadAsync(string roleName, CancellationToken cancellationToken)
    {
        var policies = new List<PoolRolePolicy>();
        foreach (var name in await InlineAsync(roleName, cancellationToken).ConfigureAwait(false))
        {
            policies.Add(new PoolRolePolicy(
                name, null, await InlineDocumentAsync(roleName, name, cancellationToken).ConfigureAwait(false)));
        }
        foreach (var arn in await AttachedAsync(roleName, cancellationToken).ConfigureAwait(false))
            policies.Add(await WithDocumentAsync(arn, cancellationToken).ConfigureAwait(false));
        return policies;
    }

    /// <summary>The names of a role's inline policies.</summary>
    /// <param name="roleName">The role's name.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    public async Task<IReadOnlyList<string>> InlineAsync(string roleName, CancellationToken cancellationToken)
    {
        var names = new List<string>();
        var request = new ListRolePoliciesRequest { RoleName = roleName };
        ListRolePoliciesResponse page;
        do
        {
            page = await Iam.ListRolePoliciesAsync(request, cancellationToken).ConfigureAwait(false);
            names.AddRange(page.PolicyNames ?? []);
            request.Marker = page.Marker;
        }
        while (page.IsTruncated == true);
        return names;
    }

    /// <summary>The document of an inline policy as JSON; null if no policy has this name.</summary>
    /// <param name="roleName">The role's name.</param>
    /// <param name="policyName">The policy's name.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<string?> InlineDocumentAsync(string roleName, string policyName, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await Iam.GetRolePolicyAsync(
                new GetRolePolicyRequest { RoleName = roleName, PolicyName = policyName }, cancellationToken)
                .ConfigureAwait(false);
            return Uri.UnescapeDataString(answer.PolicyDocument);
        }
        catch (AmazonServiceException exception) when (AwsErrors.IsNotFound(exception))
        {
            return null;
        }
    }

    /// <summary>The ARNs of the managed policies attached to a role.</summary>
    /// <param name="roleName">The role's name.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    public async Task<IReadOnlyList<string>> AttachedAsync(string roleName, CancellationToken cancellationToken)
    {
        var arns = new List<string>();
        var request = new ListAttachedRolePoliciesRequest { RoleName = roleName };
        ListAttachedRolePoliciesResponse page;
        do
        {
            page = await Iam.ListAttachedRolePoliciesAsync(request, cancellationToken).ConfigureAwait(false);
            arns.AddRange((page.AttachedPolicies ?? []).Select(policy => policy.PolicyArn));
            request.Marker = page.Marker;
        }
        while (page.IsTruncated == true);
        return arns;
    }

    /// <summary>The ARN of a managed policy that a user names: a policy of the account, otherwise a policy of
    /// AWS.</summary>
    /// <param name="setting">The parameter that names the policy.</param>
    /// <param name="nameOrArn">Its name (without path) or its ARN.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <exception cref="InvalidSettingException">There is no such policy.</exception>
    public async Task<string> FindManagedAsync(string setting, string nameOrArn, CancellationToken cancellationToken)
    {
        var partition = AwsPartition.FromRegion(region);
        string[] candidates = [nameOrArn];
        if (!nameOrArn.StartsWith("arn:", StringComparison.Ordinal))
        {
            var caller = await connection.GetCallerAsync(cancellationToken).ConfigureAwait(false);
            candidates =
            [
                partition.Arn("iam", "", caller.Account, $"policy/{nameOrArn}"),
                partition.Arn("iam", "", "aws", $"policy/{nameOrArn}"),
            ];
        }
        foreach (var arn in candidates)
        {
            try
            {
                await Iam.GetPolicyAsync(new GetPolicyRequest { PolicyArn = arn }, cancellationToken).ConfigureAwait(false);
                return arn;
            }
            catch (AmazonServiceException exception) when (AwsErrors.IsNotFound(exception))
            {
                // The next candidate may exist.
            }
        }
        throw new InvalidSettingException(
            setting, nameOrArn, $"IAM has no managed policy {string.Join(" or ", candidates)}.",
            "Specify the policy's ARN. A policy with a path can be found only by its ARN.");
    }

    /// <summary>A managed policy without its document.</summary>
    /// <param name="arn">Its ARN.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<ManagedPolicy> ManagedAsync(string arn, CancellationToken cancellationToken) =>
        (await Iam.GetPolicyAsync(new GetPolicyRequest { PolicyArn = arn }, cancellationToken).ConfigureAwait(false)).Policy;

    /// <summary>A version of a managed policy as JSON.</summary>
    /// <param name="arn">The policy's ARN.</param>
    /// <param name="version">The version's id, such as <c>v1</c>.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<string> ManagedDocumentAsync(string arn, string version, CancellationToken cancellationToken)
    {
        var answer = await Iam.GetPolicyVersionAsync(
            new GetPolicyVersionRequest { PolicyArn = arn, VersionId = version }, cancellationToken)
            .ConfigureAwait(false);
        return Uri.UnescapeDataString(answer.PolicyVersion.Document);
    }

    private async Task<PoolRolePolicy> WithDocumentAsync(string arn, CancellationToken cancellationToken)
    {
        var policy = await ManagedAsync(arn, cancellationToken).ConfigureAwait(false);
        return new PoolRolePolicy(
            policy.PolicyName, arn,
            await ManagedDocumentAsync(arn, policy.DefaultVersionId, cancellationToken).ConfigureAwait(false));
    }
}
