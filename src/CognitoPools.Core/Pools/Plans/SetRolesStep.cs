namespace CognitoPools.Pools.Plans;

/// <summary>Writes the pool's roles and role mappings. SetIdentityPoolRoles replaces both maps, so what stands there now is read first and sent along.</summary>
internal sealed class SetRolesStep(IdentityPool before, IdentityPool after) : PlanStep
{
    private IdentityPool? found;
    private IdentityPool? written;

    public override string Description => $"Set the roles of identity pool {Target}: {ChangedSettings}";

    public override string Operation => "cognito-identity:SetIdentityPoolRoles";

    public override string Target => after.ToString();

    private protected override IReadOnlyList<string> ChangedValues =>
    [
        .. PoolDifference.Roles(before, after),
        .. before.StaleRoleMappings.Select(key => $"Role mapping dropped: {key} is no provider of the pool"),
    ];

    internal override object BuildRequest(PlanContext context) => PoolWire.RolesRequest(context.Bind(after));

    internal override async Task ApplyAsync(PlanRun run, CancellationToken cancellationToken)
    {
        var start = run.Context.Bind(before);
        var goal = run.Context.Bind(after);
        await IamDelay.WaitOutAsync(run, [goal.AuthenticatedRole, goal.GuestRole, .. goal.Providers.SelectMany(provider => provider.Rules).Select(rule => rule.Role)], () =>
            ConcurrencyRetry.RunAsync(async () =>
            {
                found = await run.Reader.ReadRolesAsync(goal, cancellationToken).ConfigureAwait(false);
                written = PoolMerge.Roles(start, goal, found);
                await run.Cognito.SetIdentityPoolRolesAsync(PoolWire.RolesRequest(written), cancellationToken).ConfigureAwait(false);
                run.ReportReplaced(goal, PoolConflicts.Roles(start, goal, found));
                var now = await run.Reader.ReadRolesAsync(written, cancellationToken).ConfigureAwait(false);
                run.ReportLost(goal, PoolDifference.Roles(written, now));
            }, run, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    internal override async Task UndoAsync(PlanRun run, CancellationToken cancellationToken)
    {
        if (written is null || found is null) return;
        var latest = await run.Reader.ReadRolesAsync(written, cancellationToken).ConfigureAwait(false);
        await run.Cognito.SetIdentityPoolRolesAsync(PoolWire.RolesRequest(PoolMerge.Roles(written, found, latest)), cancellationToken).ConfigureAwait(false);
    }

    internal override PlanLeftover Leftover(PlanRun run) =>
        new($"the new roles of identity pool {run.Context.Bind(after)}", $"set back: {string.Join(", ", PoolDifference.Roles(run.Context.Bind(after), run.Context.Bind(before)))}");
}
