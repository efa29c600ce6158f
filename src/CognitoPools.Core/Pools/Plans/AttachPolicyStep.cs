using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
using CognitoPools.Account;
using CognitoPools.Roles;

namespace CognitoPools.Pools.Plans;

/// <summary>Attaches a managed policy to a role, or detaches it.</summary>
/// <param name="roleName">The name of the role, possibly with placeholders.</param>
/// <param name="roleArn">The ARN of the role, or its placeholder.</param>
/// <param name="policyArn">The ARN of the policy.</param>
/// <param name="attach">True to attach the policy, false to detach it.</param>
internal sealed class AttachPolicyStep(string roleName, string roleArn, string policyArn, bool attach) : PlanStep
{
    public override string Description =>
        attach ? $"Attach {policyArn} to IAM role '{roleName}'" : $"Detach {policyArn} from IAM role '{roleName}'";

    public override string Operation => attach ? "iam:AttachRolePolicy" : "iam:DetachRolePolicy";

    public override string Target => roleName;

    internal override object BuildRequest(PlanContext context) => attach ? AttachRequest(context) : DetachRequest(context);

    internal override Task ApplyAsync(PlanRun run, StepRecord record, CancellationToken cancellationToken) =>
        IamDelay.WaitOutAsync(run, record, [run.Context.Bind(roleArn)], () => ConcurrencyRetry.RunAsync(run, record, () =>
        {
            record.Sending(Change(run));
            return SendAsync(run, attach, cancellationToken);
        }));

    private SentChange Change(PlanRun run)
    {
        var name = run.Context.Bind(roleName);
        var undo = attach
            ? $"aws iam detach-role-policy --role-name {name} --policy-arn {policyArn}"
            : $"aws iam attach-role-policy --role-name {name} --policy-arn {policyArn}";
        return new SentChange(
            new($"{policyArn}, {(attach ? "attached to" : "detached from")} IAM role '{name}'", undo),
            $"aws iam list-attached-role-policies --role-name {name}",
            async token => await IsAttachedAsync(run, name, token).ConfigureAwait(false) == attach,
            token => UndoAsync(run, token))
        {
            Role = run.Context.Bind(roleArn),
            IsOwnDoing = exception => !attach && AwsErrors.IsNotFound(exception),
        };
    }

    private async Task<bool> IsAttachedAsync(PlanRun run, string name, CancellationToken cancellationToken) =>
        (await new RolePolicies(run.Connection, run.Region).AttachedAsync(name, cancellationToken).ConfigureAwait(false))
            .Contains(policyArn, StringComparer.Ordinal);

    private async Task UndoAsync(PlanRun run, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync(run, !attach, cancellationToken).ConfigureAwait(false);
        }
        catch (AmazonServiceException exception) when (attach && AwsErrors.IsNotFound(exception))
        {
            // The request had not taken effect.
        }
    }

    private Task SendAsync(PlanRun run, bool attaching, CancellationToken cancellationToken) => attaching
        ? run.Iam.AttachRolePolicyAsync(AttachRequest(run.Context), cancellationToken)
        : run.Iam.DetachRolePolicyAsync(DetachRequest(run.Context), cancellationToken);

    private AttachRolePolicyRequest AttachRequest(PlanContext context) =>
        new() { RoleName = context.Bind(roleName), PolicyArn = policyArn };

    private DetachRolePolicyRequest DetachRequest(PlanContext context) =>
        new() { RoleName = context.Bind(roleName), PolicyArn = policyArn };
}
