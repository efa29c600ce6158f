using System.Management.Automation;
using Amazon.Runtime;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Identities;
using CognitoPools.Pools;
using CognitoPools.Pools.Plans;
using CognitoPools.Roles;

namespace CognitoPools.Commands.Pool;

/// <summary>Deletes an identity pool with all its identities.</summary>
/// <remarks>
/// <para>A deleted pool cannot be brought back: its identities go with it, apps that name its id get no more
/// credentials, and users get new identity ids in any other pool. The cmdlet asks first, unless -Force is given. The
/// question shows how many identities the pool has, up to 60, when the caller may list them; its default answer is
/// No.</para>
/// <para>An identity, a provider, a role, a credential or another object that only belongs to a pool is refused, also
/// after CSV, JSON, CLIXML or Select-Object.</para>
/// <para>IAM roles stay, as they do with the service. -RemoveRole also deletes the roles that this module made for the
/// pool, which their path and their tag tell. A role stays, with a warning that says why, when it lacks the tag, when its
/// trust policy also admits another pool, a service, an account or another provider, or when another pool of the Region
/// uses it. When a run deletes the pool but not all of its roles,
/// repeat the command with the pool's id: it deletes the roles of a pool that no longer exists.</para>
/// </remarks>
/// <example>
/// <title>One pool, with the question</title>
/// <code>Remove-CognitoIdentityPool shop</code>
/// Asks, and deletes the pool.
/// </example>
/// <example>
/// <title>Test pools with their roles</title>
/// <code>Get-CognitoIdentityPool test-* | Remove-CognitoIdentityPool -RemoveRole -Force</code>
/// Deletes every test pool and the roles made for it, without a question.
/// </example>
/// <example>
/// <title>See first</title>
/// <code>Remove-CognitoIdentityPool shop -RemoveRole -WhatIf</code>
/// Names the pool and the roles that would go.
/// </example>
/// <notes>
/// <para>Calls: cognito-identity: DescribeIdentityPool, GetIdentityPoolRoles, GetPrincipalTagAttributeMap and
/// DeleteIdentityPool, and ListIdentities for the question. With -RemoveRole also ListIdentityPools and GetIdentityPoolRoles
/// of every pool of the Region when there is a role to delete, and iam: ListRoles, GetRole, ListRolePolicies,
/// ListAttachedRolePolicies, DeleteRolePolicy, DetachRolePolicy and DeleteRole. A pool given by its name costs
/// ListIdentityPools too; an id does not.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-identity.html">Amazon Cognito:
/// identity pools</seealso>
[Cmdlet(VerbsCommon.Remove, "CognitoIdentityPool", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(PoolPlan))]
public sealed class RemoveCognitoIdentityPoolCommand : PoolChangeCommand
{
    private readonly Dictionary<AccountConnection, RemovableRoles> removable = [];

    /// <summary>Also deletes the IAM roles that this module made for the pool and that serve nobody else.</summary>
    [Parameter]
    public SwitchParameter RemoveRole { get; set; }

    private protected override void Process()
    {
        DestructionTarget.RequirePool(Pool);
        var (connection, id) = ResolvePool(Pool);
        var (plan, question) = Plan(connection, id);
        if (AsPlan)
            WriteObject(plan);
        else
            RunPlan(connection, plan, id, new PlanQuestion(question, Force) { Done = "deleted" });
    }

    private (PoolPlan Plan, string Question) Plan(AccountConnection connection, string id)
    {
        IdentityPool pool;
        try
        {
            pool = ReadPool(connection, id);
        }
        catch (AmazonServiceException exception) when (RemoveRole && AwsErrors.IsNotFound(exception))
        {
            // An earlier run may have deleted the pool and failed at its roles.
            var left = Run(token => RolesToRemoveAsync(connection, id, token));
            if (left.Count == 0)
                throw;
            WriteVerbose($"Identity pool {id} no longer exists; the IAM roles that were made for it do.");
            return (PoolPlanner.PlanRoleRemoval(id, left, connection), $"Delete the IAM roles of the deleted identity pool {id}?");
        }
        var roles = RemoveRole ? Run(token => RolesToRemoveAsync(connection, id, token)) : [];
        return (
            PoolPlanner.PlanRemoval(pool, roles),
            $"Delete identity pool {pool}? All its identities go with it{Count(connection, id)}, apps that use it get no "
                + $"more credentials, and nothing brings it back.");
    }

    /// <summary>How many identities go with the pool, in parentheses; empty when nobody is asked or it cannot be read.</summary>
    private string Count(AccountConnection connection, string identityPoolId)
    {
        if (AsPlan || !AsksDestructivelyUnless(Force))
            return "";
        try
        {
            return $" ({Run(token => IdentityCount.DescribeAsync(connection, identityPoolId, token))})";
        }
        catch (Exception exception) when (exception is not PipelineStoppedException && !Cancellation.IsCancellationRequested)
        {
            WriteVerbose($"The identities could not be counted: {exception.Message}");
            return "";
        }
    }

    private async Task<IReadOnlyList<PoolRoleFacts>> RolesToRemoveAsync(
        AccountConnection connection, string identityPoolId, CancellationToken cancellationToken)
    {
        if (!removable.TryGetValue(connection, out var roles))
            removable[connection] = roles = new RemovableRoles(connection);
        var (remove, kept) = await roles.FindAsync(identityPoolId, cancellationToken).ConfigureAwait(false);
        foreach (var warning in kept)
            Reporter.Warning(warning);
        return remove;
    }
}
