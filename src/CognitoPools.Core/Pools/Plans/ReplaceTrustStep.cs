using Amazon.IdentityManagement.Model;
using CognitoPools.Roles;

namespace CognitoPools.Pools.Plans;

/// <summary>Replaces the whole trust policy of a role. The policy is read again just before, and the undo restores it
/// exactly.</summary>
/// <param name="replacement">The role with its current and its new trust policy.</param>
/// <param name="pool">The pool.</param>
internal sealed class ReplaceTrustStep(RoleTrustReplacement replacement, IdentityPool pool)
    : RoleSettingStep(replacement.RoleName, replacement.RoleArn)
{
    private const string Setting = "the trust policy";

    public override string Description => $"Replace the trust policy of IAM role '{PlannedName}'";

    public override string Operation => "iam:UpdateAssumeRolePolicy";

    private protected override PlanContext Known { get; } = PlanContext.Of(pool);

    private protected override IReadOnlyList<string> ChangedValues =>
        TrustChanges.Of(pool.Region, replacement.Before, Known.Bind(replacement.After));

    private protected override IReadOnlyList<PlanDocument> SentDocuments =>
    [
        new($"Current trust policy of role '{PlannedName}'", replacement.Before),
        new($"New trust policy of role '{PlannedName}'", Known.Bind(replacement.After)),
    ];

    internal override object BuildRequest(PlanContext context) => UpdateRequest(context, context.Bind(replacement.After));

    internal override Task ApplyAsync(PlanRun run, StepRecord record, CancellationToken cancellationToken) =>
        RepeatAsync(run, record, async () =>
        {
            var written = run.Context.Bind(replacement.After);
            var found = await FindAsync(run, cancellationToken).ConfigureAwait(false);
            if (PolicyJson.Same(found, written))
                return;
            if (!PolicyJson.Same(found, replacement.Before))
                ReportReplaced(run, Setting, found);
            record.Sending(Change(run, found, written));
            await run.Iam.UpdateAssumeRolePolicyAsync(UpdateRequest(run.Context, written), cancellationToken).ConfigureAwait(false);
            run.Touch(ArnIn(run.Context));
        });

    private SentChange Change(PlanRun run, string found, string written)
    {
        var name = NameIn(run.Context);
        return new SentChange(
            new(
                $"the new trust policy of IAM role '{name}'",
                $"aws iam update-assume-role-policy --role-name {name} --policy-document {Quoted(found)}"),
            $"aws iam get-role --role-name {name}",
            async token => PolicyJson.Same(await FindAsync(run, token).ConfigureAwait(false), written),
            token => UndoAsync(run, found, written, token))
        {
            Role = ArnIn(run.Context),
        };
    }

    private async Task UndoAsync(PlanRun run, string found, string written, CancellationToken cancellationToken)
    {
        var now = await FindAsync(run, cancellationToken).ConfigureAwait(false);
        if (now == found)
            return;
        if (!PolicyJson.Same(now, written))
            throw Conflict(Setting);
        await run.Iam.UpdateAssumeRolePolicyAsync(UpdateRequest(run.Context, found), cancellationToken).ConfigureAwait(false);
    }

    private async Task<string> FindAsync(PlanRun run, CancellationToken cancellationToken) =>
        PolicyJson.Decoded((await ReadAsync(run, cancellationToken).ConfigureAwait(false)).AssumeRolePolicyDocument);

    private UpdateAssumeRolePolicyRequest UpdateRequest(PlanContext context, string policy) =>
        new() { RoleName = NameIn(context), PolicyDocument = policy };
}
