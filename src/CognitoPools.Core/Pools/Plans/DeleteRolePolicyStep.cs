using Amazon.IdentityManagement.Model;
using CognitoPools.Account;
using CognitoPools.Roles;

namespace CognitoPools.Pools.Plans;

/// <summary>Deletes an inline permissions policy of a role.</summary>
/// <param name="roleName">The name of the role, possibly with placeholders.</param>
/// <param name="roleArn">The ARN of the role, or its placeholder.</param>
/// <param name="policyName">The policy's name.</param>
/// <param name="before">Its document as it was read, or null.</param>
internal sealed class DeleteRolePolicyStep(string roleName, string roleArn, string policyName, string? before)
    : RoleSettingStep(roleName, roleArn)
{
    public override string Description => $"Delete the permissions policy '{policyName}' of IAM role '{PlannedName}'";

    public override string Operation => "iam:DeleteRolePolicy";

    private protected override IReadOnlyList<PlanDocument> SentDocuments => before is null
        ? []
        : [new($"Permissions policy of role '{PlannedName}' to delete", before)];

    internal override object BuildRequest(PlanContext context) =>
        new DeleteRolePolicyRequest { RoleName = NameIn(context), PolicyName = policyName };

    internal override Task ApplyAsync(PlanRun run, StepRecord record, CancellationToken cancellationToken) =>
        RepeatAsync(run, record, async () =>
        {
            if (await FindAsync(run, cancellationToken).ConfigureAwait(false) is not { } found)
                return;
            if (!PolicyJson.Same(found, before))
                ReportReplaced(run, $"the policy '{policyName}'", found);
            record.Sending(Change(run, found));
            await run.Iam.DeleteRolePolicyAsync((DeleteRolePolicyRequest)BuildRequest(run.Context), cancellationToken)
                .ConfigureAwait(false);
        });

    private SentChange Change(PlanRun run, string found)
    {
        var name = NameIn(run.Context);
        return new SentChange(
            new(
                $"the deletion of inline policy '{policyName}' of IAM role '{name}'",
                $"aws iam put-role-policy --role-name {name} --policy-name {policyName} --policy-document {Quoted(found)}"),
            $"aws iam get-role-policy --role-name {name} --policy-name {policyName}",
            async token => await FindAsync(run, token).ConfigureAwait(false) is null,
            token => UndoAsync(run, found, token))
        {
            Role = ArnIn(run.Context),
            IsOwnDoing = AwsErrors.IsNotFound,
        };
    }

    private async Task UndoAsync(PlanRun run, string found, CancellationToken cancellationToken)
    {
        var now = await FindAsync(run, cancellationToken).ConfigureAwait(false);
        if (now == found)
            return;
        if (now is not null)
            throw Conflict($"the policy '{policyName}'");
        var request = new PutRolePolicyRequest
        {
            RoleName = NameIn(run.Context),
            PolicyName = policyName,
            PolicyDocument = found,
        };
        await run.Iam.PutRolePolicyAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private Task<string?> FindAsync(PlanRun run, CancellationToken cancellationToken) =>
        new RolePolicies(run.Connection, run.Region).InlineDocumentAsync(NameIn(run.Context), policyName, cancellationToken);
}
