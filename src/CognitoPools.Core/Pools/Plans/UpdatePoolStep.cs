namespace CognitoPools.Pools.Plans;

/// <summary>Writes the pool's settings. UpdateIdentityPool replaces everything, so what stands there now is read first and sent along.</summary>
internal sealed class UpdatePoolStep(IdentityPool before, IdentityPool after, bool canBeUndone = true) : PlanStep
{
    private IdentityPool? found;
    private IdentityPool? written;

    public override string Description => $"Update identity pool {before}: {ChangedSettings}";

    public override string Operation => "cognito-identity:UpdateIdentityPool";

    public override string Target => before.ToString();

    private protected override IReadOnlyList<string> ChangedValues => PoolDifference.Settings(before, after);

    public override bool CanBeUndone => canBeUndone;

    internal override object BuildRequest(PlanContext context) => PoolWire.UpdateRequest(context.Bind(after));

    internal override Task ApplyAsync(PlanRun run, CancellationToken cancellationToken) =>
        ConcurrencyRetry.RunAsync(async () =>
        {
            found = await run.Reader.ReadSettingsAsync(before, cancellationToken).ConfigureAwait(false);
            written = PoolMerge.Settings(before, after, found);
            await run.Cognito.UpdateIdentityPoolAsync(PoolWire.UpdateRequest(written), cancellationToken).ConfigureAwait(false);
            run.ReportReplaced(before, PoolConflicts.Settings(before, after, found));
            var now = await run.Reader.ReadSettingsAsync(written, cancellationToken).ConfigureAwait(false);
            run.ReportLost(before, PoolDifference.Settings(written, now));
        }, run, cancellationToken);

    internal override async Task UndoAsync(PlanRun run, CancellationToken cancellationToken)
    {
        if (written is null || found is null) return;
        var latest = await run.Reader.ReadSettingsAsync(written, cancellationToken).ConfigureAwait(false);
        await run.Cognito.UpdateIdentityPoolAsync(PoolWire.UpdateRequest(PoolMerge.Settings(written, found, latest)), cancellationToken).ConfigureAwait(false);
        await RestoreRoleMappingsAsync(run, cancellationToken).ConfigureAwait(false);
    }

    // A provider that was removed took its role mapping with it, and the mapping can only come back after the provider.
    private async Task RestoreRoleMappingsAsync(PlanRun run, CancellationToken cancellationToken)
    {
        var stayed = new HashSet<string>(after.Providers.Select(provider => provider.Key), StringComparer.Ordinal);
        var lost = before.Providers.Where(provider => provider.RoleSetting != RoleSetting.Default && !stayed.Contains(provider.Key)).ToDictionary(provider => provider.Key, StringComparer.Ordinal);
        if (lost.Count == 0) return;
        var latest = await run.Reader.ReadRolesAsync(before, cancellationToken).ConfigureAwait(false);
        var restored = latest with
        {
            Providers = [.. latest.Providers.Select(provider => lost.TryGetValue(provider.Key, out var old)
                ? provider with { RoleSetting = old.RoleSetting, RoleResolution = old.RoleResolution, Rules = old.Rules }
                : provider)],
        };
        if (PoolDifference.Roles(latest, restored).Count > 0) await run.Cognito.SetIdentityPoolRolesAsync(PoolWire.RolesRequest(restored), cancellationToken).ConfigureAwait(false);
    }

    internal override PlanLeftover Leftover(PlanRun run) =>
        new($"the new settings of identity pool {before}", $"set back: {string.Join(", ", PoolDifference.Settings(after, before))}");
}
