namespace CognitoPools.Pools.Plans;

/// <summary>Writes the roles and role mappings of the pool. SetIdentityPoolRoles replaces both, so the current values are
/// read first and also sent.</summary>
internal sealed class SetRolesStep(IdentityPool before, IdentityPool after) : PlanStep
{
    private const PoolCall Call = PoolCall.SetIdentityPoolRoles;

    public override string Description => $"Set the roles of identity pool {Target}: {ChangedSettings}";

    public override string Operation => "cognito-identity:SetIdentityPoolRoles";

    public override string Target => after.ToString();

    private protected override IReadOnlyList<string> ChangedValues =>
    [
        .. PoolDifference.Of(Call, before, after),
        .. before.StaleRoleMappings.Select(key => $"Role mapping dropped: {key} is not a provider of the pool"),
    ];

    internal override object BuildRequest(PlanContext context) => PoolWire.RolesRequest(context.Bind(after));

    internal override Task ApplyAsync(PlanRun run, StepRecord record, CancellationToken cancellationToken)
    {
        var start = run.Context.Bind(before);
        var goal = run.Context.Bind(after);
        return IamDelay.WaitOutAsync(run, record, RolesOf(goal), () => ConcurrencyRetry.RunAsync(run, record, async () =>
        {
            var found = await run.Reader.ReadRolesAsync(goal, cancellationToken).ConfigureAwait(false);
            var written = PoolMerge.Of(Call, start, goal, found);
            record.Sending(Change(run, found, written));
            await run.Cognito.SetIdentityPoolRolesAsync(PoolWire.RolesRequest(written), cancellationToken).ConfigureAwait(false);
            await run.ConfirmAsync(
                new PoolWrite(Call, found, written), start, $"Get-PoolRole '{goal.IdentityPoolId}'",
                () => run.Reader.ReadRolesAsync(written, cancellationToken)).ConfigureAwait(false);
        }));
    }

    private static SentChange Change(PlanRun run, IdentityPool found, IdentityPool written) => new(
        new(
            $"the new roles of identity pool {written} ({string.Join(", ", PoolDifference.Of(Call, found, written))})",
            RestoreCommands.Of(Call, written, found)),
        $"Get-PoolRole '{written.IdentityPoolId}'",
        async token =>
            PoolEffect.IsThere(Call, found, written, await run.Reader.ReadRolesAsync(written, token).ConfigureAwait(false)),
        token => UndoAsync(run, found, written, token))
    {
        GoesWithPool = true,
        UsedRoles = [.. RolesOf(written).OfType<string>()],
    };

    private static IEnumerable<string?> RolesOf(IdentityPool pool) =>
        [
            pool.AuthenticatedRole,
            pool.GuestRole,
            .. pool.Providers.SelectMany(provider => provider.Rules).Select(rule => rule.Role),
        ];

    private static async Task UndoAsync(
        PlanRun run, IdentityPool found, IdentityPool written, CancellationToken cancellationToken)
    {
        var latest = await run.Reader.ReadRolesAsync(written, cancellationToken).ConfigureAwait(false);
        await run.Cognito.SetIdentityPoolRolesAsync(
            PoolWire.RolesRequest(PoolMerge.Of(Call, written, found, latest)), cancellationToken)
            .ConfigureAwait(false);
    }
}
