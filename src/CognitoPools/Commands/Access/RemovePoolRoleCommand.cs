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
/// <para>A role is deleted, with its inline policies, only when its path and its tag name an identity pool, its trust policy
/// admits nobody but this pool, and no identity pool of the Region has it as a default role or in a rule. Any other role
/// is refused with the reason; no parameter overrides that. Managed policies are detached and stay.</para>
/// <para>A deleted role cannot be brought back: a new one of the same name has another id, so policies that name the old one
/// as a principal do not fit it. The cmdlet asks first, unless -Force is given; the default answer is No.</para>
/// <para>What a role setting of the kind Token gives to users stands in their tokens, where it cannot be seen: of a pool that
/// has such a provider, the cmdlet warns.</para>
/// </remarks>
/// <example>
/// <title>One role</title>
/// <code>Remove-PoolRole shop-old</code>
/// Asks, and deletes the role if nothing uses it.
/// </example>
/// <example>
/// <title>A role that is in use</title>
/// <code>Remove-PoolRole shop_guestrole -ErrorAction SilentlyContinue; $Error[0]</code>
/// Is refused while a rule or a default role of a pool names the role; the error says which pool it is.
/// </example>
/// <example>
/// <title>What is left of deleted pools</title>
/// <code>Find-PoolRole -Orphaned | Where-Object CreatedByModule | Remove-PoolRole -WhatIf</code>
/// Shows the roles of pools that no longer exist.
/// </example>
/// <notes>
/// <para>Calls: iam: GetRole, ListRolePolicies, ListAttachedRolePolicies, DeleteRolePolicy, DetachRolePolicy and DeleteRole;
/// cognito-identity: ListIdentityPools and GetIdentityPoolRoles of every pool of the Region, and DescribeIdentityPool of the
/// role's pool.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html">Amazon Cognito: IAM roles
/// of identity pools</seealso>
[Cmdlet(VerbsCommon.Remove, "PoolRole", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(PoolPlan))]
public sealed class RemovePoolRoleCommand : ConnectedCommand
{
    private readonly Dictionary<AccountConnection, RemovableRoles> removable = [];

    /// <summary>The role or roles: by name, by ARN, or an object with a RoleArn or RoleName property.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RoleArn", "RoleName")]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(RoleCompleter))]
    public PSObject[]? Role { get; set; }

    /// <summary>Writes the plan as an object, for review or for a test, and changes nothing.</summary>
    [Parameter]
    public SwitchParameter AsPlan { get; set; }

    /// <summary>Answers every question with yes, unless -Confirm is given.</summary>
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
        var question = new PlanQuestion($"Delete IAM role '{name}'? Nothing brings it back.", Force)
        {
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
            throw new PoolException(PoolErrorId.RoleNotRemovable, nameOrArn, $"it could not be read: {named.NotRead}".TrimEnd('.'));
        if (!removable.TryGetValue(connection, out var judge))
            removable[connection] = judge = new RemovableRoles(connection);
        var (pool, reason) = await judge.JudgeAsync(role, cancellationToken).ConfigureAwait(false);
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
                $"{provider} of identity pool {pool} takes roles from its users' tokens. Whether a token names role "
                    + $"'{role.Name}' cannot be seen from here.");
        }
    }
}
