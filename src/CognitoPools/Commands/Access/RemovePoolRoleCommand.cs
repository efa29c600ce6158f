using System.Management.Automation;
using Amazon.Runtime;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Errors;
using CognitoPools.Pools;
using CognitoPools.Pools.Plans;
using CognitoPools.Roles;

namespace CognitoPools.Commands.Access;

/// <summary>Deletes an IAM role that this module created for an identity pool and that nothing uses.</summary>
/// <remarks>
/// <para>The cmdlet deletes a role and its inline policies only if all of these conditions are met: its path and its
/// tag name an identity pool, its trust policy admits only that pool, and no identity pool of the Region uses it as a
/// default role or in a rule. Managed policies are detached and not deleted.</para>
/// <para>A deleted role cannot be restored. A new role with the same name has another id, so policies that name the old
/// role as a principal do not apply to it. The cmdlet asks for confirmation unless -Force is specified; the default answer
/// is No.</para>
/// <para>With the role setting Token, users' tokens name roles, and the cmdlet cannot see these tokens. It warns if the
/// role's pool has such a provider.</para>
/// <para>This cmdlet cannot delete any other role. It returns an error with the reason, and no parameter overrides
/// this.</para>
/// </remarks>
/// <example>
/// <title>Delete one role</title>
/// <code>Remove-PoolRole shop-old</code>
/// Asks for confirmation and deletes the role if nothing uses it.
/// </example>
/// <example>
/// <title>Find out what uses a role</title>
/// <code>Remove-PoolRole shop_guestrole -ErrorAction SilentlyContinue; $Error[0]</code>
/// The error names the pool that uses the role as a default role or in a rule.
/// </example>
/// <example>
/// <title>Preview the removal of roles of deleted pools</title>
/// <code>Find-PoolRole -Orphaned | Where-Object CreatedByModule | Remove-PoolRole -WhatIf</code>
/// Shows the roles of pools that no longer exist.
/// </example>
/// <notes>
/// <para>Calls: iam: GetRole, ListRolePolicies, ListAttachedRolePolicies, DeleteRolePolicy, DetachRolePolicy and
/// DeleteRole; cognito-identity: ListIdentityPools and GetIdentityPoolRoles of every pool of the Region, and
/// DescribeIdentityPool of the role's pool.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html">Amazon Cognito: IAM roles
/// of identity pools</seealso>
[Cmdlet(VerbsCommon.Remove, "PoolRole", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(PoolPlan))]
public sealed class RemovePoolRoleCommand : ConnectedCommand
{
    private readonly Dictionary<AccountConnection, RemovableRoles> removable = [];

    /// <summary>Specifies the roles to delete, by name or ARN. You can also pipe objects with a RoleArn or RoleName
    /// property.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RoleArn", "RoleName")]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(RoleCompleter))]
    public PSObject[]? Role { get; set; }

    /// <summary>Returns the plan as an object, for review or for a test, and changes nothing.</summary>
    [Parameter]
    public SwitchParameter AsPlan { get; set; }

    /// <summary>Answers every question with yes, unless -Confirm is specified.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override IReadOnlyList<object?> Items => OneOrMany.Of(Role);

    private protected override void Process()
    {
        DestructionTarget.RequireRole(CurrentItem);
        var argument = RoleArgument.Read(CurrentItem);
        var connection = ConnectionFor(argument.Connection);
        var (plan, pool) = Run(token => PlanAsync(connection, argument.Text, token));
        if (AsPlan)
        {
            WriteObject(plan);
            return;
        }
        var name = argument.Text.Substring(argument.Text.LastIndexOf('/') + 1);
        var question = new PlanQuestion($"Delete IAM role '{name}' and its policies? This cannot be undone.", Force)
        {
            StatesPlan = true,
            DoneElsewhere = $"IAM role '{name}' was deleted",
        };
        RunPlan(connection, plan, pool, question);
    }

    private async Task<(PoolPlan Plan, string IdentityPoolId)> PlanAsync(
        AccountConnection connection, string nameOrArn, CancellationToken cancellationToken)
    {
        var region = RegionOf(connection);
        var named = await NamedRole.FindAsync(connection, region, nameof(Role), nameOrArn, cancellationToken).ConfigureAwait(false);
        if (named.Facts is not { } role)
            throw new PoolException(PoolErrorId.RoleNotRemovable, nameOrArn, $"it could not be read: {named.ReadError}".TrimEnd('.'));
        if (!removable.TryGetValue(connection, out var roles))
            removable[connection] = roles = new RemovableRoles(connection);
        var (pool, reason) = await roles.JudgeAsync(role, cancellationToken).ConfigureAwait(false);
        if (reason is not null)
            throw new PoolException(PoolErrorId.RoleNotRemovable, role.Name, reason);
        await WarnOfTokensAsync(connection, role, pool!, cancellationToken).ConfigureAwait(false);
        var whole = await new IamRoles(connection, region).WithPoliciesAsync(role, cancellationToken).ConfigureAwait(false);
        return (PoolPlanner.PlanRoleRemoval(whole, pool!, connection), pool!);
    }

    private async Task WarnOfTokensAsync(
        AccountConnection connection, PoolRoleFacts role, string identityPoolId, CancellationToken cancellationToken)
    {
        IdentityPool pool;
        try
        {
            pool = await new PoolReader(connection)
                .ReadAsync(identityPoolId, PoolParts.SettingsAndRoles, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (AmazonServiceException exception) when (AwsErrors.IsNotFound(exception))
        {
            return;
        }
        foreach (var provider in pool.Providers.Where(provider => provider.RoleSetting == RoleSetting.Token))
        {
            Reporter.Warning(
                $"Provider {provider} of identity pool {pool} uses the role setting Token. The users' tokens can name role "
                    + $"'{role.Name}', and this cmdlet cannot check them.");
        }
    }
}
