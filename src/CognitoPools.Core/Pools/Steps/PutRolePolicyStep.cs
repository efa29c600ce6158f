using Amazon.IdentityManagement.Model;

namespace CognitoPools.Pools.Steps;

/// <summary>Writes the permissions policy of a role that the plan makes.</summary>
internal sealed class PutRolePolicyStep(NewRole role) : PlanStep
{
    public override string Description => $"Put the permissions policy of IAM role '{role.Name}'";

    public override string Operation => "iam:PutRolePolicy";

    public override string Target => role.Name;

    public override IReadOnlyList<PlanDocument> Documents => [new($"Permissions policy of role '{role.Name}'", role.PermissionsPolicy)];

    internal override object BuildRequest(PlanContext context) => new PutRolePolicyRequest
    {
        RoleName = context.Bind(role.Name),
        PolicyName = NewRole.PolicyName,
        PolicyDocument = role.PermissionsPolicy,
    };

    internal override Task ApplyAsync(PlanRun run, CancellationToken cancellationToken) => IamDelay.WaitOutAsync(run,
        [run.Context.Bind(role.Arn)],
        () => run.Iam.PutRolePolicyAsync((PutRolePolicyRequest)BuildRequest(run.Context), cancellationToken), cancellationToken);

    internal override async Task UndoAsync(PlanRun run, CancellationToken cancellationToken)
    {
        try
        {
            await run.Iam.DeleteRolePolicyAsync(new DeleteRolePolicyRequest { RoleName = run.Context.Bind(role.Name), PolicyName = NewRole.PolicyName }, cancellationToken).ConfigureAwait(false);
        }
        catch (NoSuchEntityException)
        {
            // The request had not taken effect.
        }
    }

    internal override PlanLeftover Leftover(PlanRun run)
    {
        var name = run.Context.Bind(role.Name);
        return new($"inline policy '{NewRole.PolicyName}' of IAM role '{name}'", $"aws iam delete-role-policy --role-name {name} --policy-name {NewRole.PolicyName}");
    }
}
