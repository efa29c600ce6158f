using Amazon.IdentityManagement.Model;
using CognitoPools.Roles;

namespace CognitoPools.Pools.Plans;

/// <summary>Sets the permissions boundary of a role, or removes it.</summary>
/// <param name="roleName">The name of the role, possibly with placeholders.</param>
/// <param name="roleArn">The ARN of the role, or its placeholder.</param>
/// <param name="change">The current and the new boundary.</param>
internal sealed class SetBoundaryStep(string roleName, string roleArn, RoleBoundaryChange change)
    : RoleSettingStep(roleName, roleArn)
{
    private const string Setting = "the permissions boundary";

    public override string Description => change.After is null
        ? $"Remove the permissions boundary of IAM role '{PlannedName}'"
        : $"Set the permissions boundary of IAM role '{PlannedName}' to {change.After}";

    public override string Operation =>
        change.After is null ? "iam:DeleteRolePermissionsBoundary" : "iam:PutRolePermissionsBoundary";

    private protected override IReadOnlyList<string> ChangedValues =>
        [$"PermissionsBoundary: {change.Before ?? "(none)"} -> {change.After ?? "(none)"}"];

    internal override object BuildRequest(PlanContext context) => change.After is { } boundary
        ? PutRequest(NameIn(context), boundary)
        : DeleteRequest(NameIn(context));

    internal override Task ApplyAsync(PlanRun run, StepRecord record, CancellationToken cancellationToken) =>
        RepeatAsync(run, record, async () =>
        {
            var found = await FindAsync(run, cancellationToken).ConfigureAwait(false);
            if (found == change.After)
                return;
            if (found != change.Before)
                ReportReplaced(run, Setting, found);
            record.Sending(Change(run, found));
            await SendAsync(run, change.After, cancellationToken).ConfigureAwait(false);
        });

    private SentChange Change(PlanRun run, string? found)
    {
        var name = NameIn(run.Context);
        return new SentChange(
            new(
                $"the {(change.After is null ? "removal of the" : "new")} permissions boundary of IAM role '{name}'",
                found is null
                    ? $"aws iam delete-role-permissions-boundary --role-name {name}"
                    : $"aws iam put-role-permissions-boundary --role-name {name} --permissions-boundary {found}"),
            $"aws iam get-role --role-name {name}",
            async token => await FindAsync(run, token).ConfigureAwait(false) == change.After,
            token => UndoAsync(run, found, token))
        {
            Role = ArnIn(run.Context),
        };
    }

    private async Task UndoAsync(PlanRun run, string? found, CancellationToken cancellationToken)
    {
        var now = await FindAsync(run, cancellationToken).ConfigureAwait(false);
        if (now == found)
            return;
        if (now != change.After)
            throw Conflict(Setting);
        await SendAsync(run, found, cancellationToken).ConfigureAwait(false);
    }

    private async Task<string?> FindAsync(PlanRun run, CancellationToken cancellationToken) =>
        (await ReadAsync(run, cancellationToken).ConfigureAwait(false)).PermissionsBoundary?.PermissionsBoundaryArn;

    private Task SendAsync(PlanRun run, string? boundary, CancellationToken cancellationToken) => boundary is null
        ? run.Iam.DeleteRolePermissionsBoundaryAsync(DeleteRequest(NameIn(run.Context)), cancellationToken)
        : run.Iam.PutRolePermissionsBoundaryAsync(PutRequest(NameIn(run.Context), boundary), cancellationToken);

    private static PutRolePermissionsBoundaryRequest PutRequest(string name, string boundary) =>
        new() { RoleName = name, PermissionsBoundary = boundary };

    private static DeleteRolePermissionsBoundaryRequest DeleteRequest(string name) => new() { RoleName = name };
}
