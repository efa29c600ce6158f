using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
using CognitoPools.Account;
using CognitoPools.Roles;

namespace CognitoPools.Pools.Plans;

/// <summary>Deletes an IAM role that this module made, with its policies.</summary>
internal sealed class DeleteRoleStep(PoolRoleFacts role) : PlanStep
{
    public override string Description => $"Delete IAM role '{role.Name}' and its policies";

    public override string Operation => "iam:DeleteRole";

    public override string Target => role.Arn;

    public override bool CanBeUndone => false;

    internal override object BuildRequest(PlanContext context) => new DeleteRoleRequest { RoleName = role.Name };

    internal override async Task ApplyAsync(PlanRun run, StepRecord record, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var policy in role.InlinePolicies)
            {
                await run.Iam.DeleteRolePolicyAsync(
                    new DeleteRolePolicyRequest { RoleName = role.Name, PolicyName = policy }, cancellationToken)
                    .ConfigureAwait(false);
            }
            foreach (var policy in role.AttachedPolicies)
            {
                await run.Iam.DetachRolePolicyAsync(
                    new DetachRolePolicyRequest { RoleName = role.Name, PolicyArn = policy }, cancellationToken)
                    .ConfigureAwait(false);
            }
            await run.Iam.DeleteRoleAsync((DeleteRoleRequest)BuildRequest(run.Context), cancellationToken).ConfigureAwait(false);
        }
        catch (AmazonServiceException exception) when (AwsErrors.IsNotFound(exception))
        {
            run.Reporter.Verbose($"IAM role '{role.Name}' was already gone.");
        }
        catch (Exception)
        {
            run.Leftovers.Add(new PlanLeftover(
                $"IAM role '{role.Name}'", $"aws iam delete-role --role-name {role.Name}, once its policies are gone"));
            throw;
        }
        record.Undo = new StepUndo(new PlanLeftover($"IAM role '{role.Name}' is deleted", "make it again"), RunAsync: null);
    }
}
