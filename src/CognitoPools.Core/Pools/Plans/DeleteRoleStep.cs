using System.Runtime.ExceptionServices;
using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
using CognitoPools.Account;
using CognitoPools.Roles;

namespace CognitoPools.Pools.Plans;

/// <summary>Deletes an IAM role that this module created, with its policies.</summary>
/// <param name="role">The role with its policies.</param>
/// <param name="again">The command that deletes what remains.</param>
internal sealed class DeleteRoleStep(PoolRoleFacts role, string again) : PlanStep
{
    public override string Description => $"Delete IAM role '{role.Name}' and its policies";

    public override string Operation => "iam:DeleteRole";

    public override string Target => role.Arn;

    public override bool CanBeUndone => false;

    internal override bool IsIndependent => true;

    internal override PlanLeftover LeftWhenNotTried => Left([]);

    internal override object BuildRequest(PlanContext context) => new DeleteRoleRequest { RoleName = role.Name };

    internal override async Task ApplyAsync(PlanRun run, StepRecord record, CancellationToken cancellationToken)
    {
        var removed = new List<string>();
        ExceptionDispatchInfo? unclear = null;
        record.LeftWhenNotDone = Left(removed);
        foreach (var policy in role.InlinePolicies)
        {
            await RemoveAsync(policy, () => run.Iam.DeleteRolePolicyAsync(
                new DeleteRolePolicyRequest { RoleName = role.Name, PolicyName = policy }, cancellationToken))
                .ConfigureAwait(false);
        }
        foreach (var policy in role.AttachedPolicies)
        {
            await RemoveAsync(policy, () => run.Iam.DetachRolePolicyAsync(
                new DetachRolePolicyRequest { RoleName = role.Name, PolicyArn = policy }, cancellationToken))
                .ConfigureAwait(false);
        }
        record.Sending(new SentChange(
            Left(removed), $"aws iam get-role --role-name {role.Name}", token => IsGoneAsync(run, token), UndoAsync: null)
        {
            IsOwnDoing = AwsErrors.IsNotFound,
        });
        try
        {
            await run.Iam.DeleteRoleAsync((DeleteRoleRequest)BuildRequest(run.Context), cancellationToken).ConfigureAwait(false);
        }
        catch (AmazonServiceException exception) when (unclear is not null && AwsErrors.IsDeleteConflict(exception))
        {
            // The policy still exists, so its removal was rejected.
            record.Refused();
            unclear.Throw();
        }

        // A lost answer does not matter here, because the deletion of the role shows the result.
        async Task RemoveAsync(string policy, Func<Task> remove)
        {
            try
            {
                await remove().ConfigureAwait(false);
            }
            catch (AmazonServiceException exception) when (AwsErrors.IsNotFound(exception))
            {
                run.Reporter.Verbose($"Policy '{policy}' of IAM role '{role.Name}' no longer exists.");
            }
            catch (Exception exception) when (AwsErrors.IsAmbiguous(exception) && !cancellationToken.IsCancellationRequested)
            {
                run.Reporter.Verbose($"It is unknown whether policy '{policy}' was removed: {exception.Message}");
                unclear ??= ExceptionDispatchInfo.Capture(exception);
                return;
            }
            removed.Add(policy);
            record.LeftWhenNotDone = Left(removed);
        }
    }

    private async Task<bool> IsGoneAsync(PlanRun run, CancellationToken cancellationToken)
    {
        try
        {
            await run.Iam.GetRoleAsync(new GetRoleRequest { RoleName = role.Name }, cancellationToken).ConfigureAwait(false);
            return false;
        }
        catch (AmazonServiceException exception) when (AwsErrors.IsNotFound(exception))
        {
            return true;
        }
    }

    private PlanLeftover Left(IReadOnlyList<string> removed) => new(
        $"IAM role '{role.Name}'{(removed.Count > 0 ? $", already without {string.Join(", ", removed)}" : "")}",
        again);
}
