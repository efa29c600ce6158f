using System.Globalization;
using Amazon.IdentityManagement.Model;
using CognitoPools.Roles;

namespace CognitoPools.Pools.Plans;

/// <summary>Changes the description or the maximum session duration of a role. UpdateRole replaces both, so the current value
/// of the other one is also sent.</summary>
/// <param name="roleName">The name of the role, possibly with placeholders.</param>
/// <param name="roleArn">The ARN of the role, or its placeholder.</param>
/// <param name="change">The current and the new values of both.</param>
internal sealed class UpdateRoleStep(string roleName, string roleArn, RoleDetailsChange change)
    : RoleSettingStep(roleName, roleArn)
{
    private readonly bool changesDescription = Text(change.Before) != Text(change.After);
    private readonly bool changesSession = change.Before.MaxSessionDuration != change.After.MaxSessionDuration;

    public override string Description => $"Change {Settings} of IAM role '{PlannedName}'";

    public override string Operation => "iam:UpdateRole";

    private string Settings => string.Join(
        " and ",
        new[] { changesDescription ? "the description" : null, changesSession ? "the maximum session duration" : null }.OfType<string>());

    private protected override IReadOnlyList<string> ChangedValues =>
    [
        .. changesDescription ? [$"Description: {Shown(change.Before)} -> {Shown(change.After)}"] : Array.Empty<string>(),
        .. changesSession
            ? [$"MaxSessionDuration: {Number(change.Before)} -> {Number(change.After)}"]
            : Array.Empty<string>(),
    ];

    internal override object BuildRequest(PlanContext context) => UpdateRequest(context, change.After);

    internal override Task ApplyAsync(PlanRun run, StepRecord record, CancellationToken cancellationToken) =>
        RepeatAsync(run, record, async () =>
        {
            var found = await FindAsync(run, cancellationToken).ConfigureAwait(false);
            var written = Merge(found);
            if (IsSame(found, written))
                return;
            if (changesDescription && Text(found) != Text(change.Before) && Text(found) != Text(written))
                ReportReplaced(run, "the description", Shown(found));
            if (changesSession && found.MaxSessionDuration != change.Before.MaxSessionDuration
                && found.MaxSessionDuration != written.MaxSessionDuration)
            {
                ReportReplaced(run, "the maximum session duration", Number(found));
            }
            record.Sending(Change(run, found, written));
            await run.Iam.UpdateRoleAsync(UpdateRequest(run.Context, written), cancellationToken).ConfigureAwait(false);
        });

    private SentChange Change(PlanRun run, RoleDetails found, RoleDetails written)
    {
        var name = NameIn(run.Context);
        return new SentChange(
            new(
                $"the change of {Settings} of IAM role '{name}'",
                $"aws iam update-role --role-name {name} --description {Quoted(Text(found))} "
                    + $"--max-session-duration {Number(found)}"),
            $"aws iam get-role --role-name {name}",
            async token => IsWritten(await FindAsync(run, token).ConfigureAwait(false), written),
            token => UndoAsync(run, found, written, token));
    }

    private async Task UndoAsync(PlanRun run, RoleDetails found, RoleDetails written, CancellationToken cancellationToken)
    {
        var now = await FindAsync(run, cancellationToken).ConfigureAwait(false);
        if (IsSame(now, found))
            return;
        if (!IsSame(now, written))
            throw Conflict(Settings);
        await run.Iam.UpdateRoleAsync(UpdateRequest(run.Context, found), cancellationToken).ConfigureAwait(false);
    }

    private async Task<RoleDetails> FindAsync(PlanRun run, CancellationToken cancellationToken)
    {
        var role = await ReadAsync(run, cancellationToken).ConfigureAwait(false);
        return new RoleDetails(role.Description, role.MaxSessionDuration ?? IamRoles.DefaultSession);
    }

    private RoleDetails Merge(RoleDetails found) => new(
        changesDescription ? change.After.Description : found.Description,
        changesSession ? change.After.MaxSessionDuration : found.MaxSessionDuration);

    private bool IsWritten(RoleDetails now, RoleDetails written) =>
        (!changesDescription || Text(now) == Text(written))
            && (!changesSession || now.MaxSessionDuration == written.MaxSessionDuration);

    private static bool IsSame(RoleDetails one, RoleDetails other) =>
        Text(one) == Text(other) && one.MaxSessionDuration == other.MaxSessionDuration;

    // IAM has no call that removes a description; an empty description is equivalent.
    private static string Text(RoleDetails details) => details.Description ?? "";

    private static string Shown(RoleDetails details) => Text(details) is { Length: > 0 } text ? text : "(none)";

    private static string Number(RoleDetails details) => details.MaxSessionDuration.ToString(CultureInfo.InvariantCulture);

    private UpdateRoleRequest UpdateRequest(PlanContext context, RoleDetails details) => new()
    {
        RoleName = NameIn(context),
        Description = Text(details),
        MaxSessionDuration = details.MaxSessionDuration,
    };
}
