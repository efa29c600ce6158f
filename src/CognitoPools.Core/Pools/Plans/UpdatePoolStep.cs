namespace CognitoPools.Pools.Plans;

/// <summary>Writes the settings of the pool. UpdateIdentityPool replaces all settings, so the current values are read first
/// and also sent.</summary>
internal sealed class UpdatePoolStep(IdentityPool before, IdentityPool after, bool canBeUndone = true) : PlanStep
{
    private const PoolCall Call = PoolCall.UpdateIdentityPool;

    public override string Description => $"Update identity pool {before}: {ChangedSettings}";

    public override string Operation => "cognito-identity:UpdateIdentityPool";

    public override string Target => before.ToString();

    private protected override IReadOnlyList<string> ChangedValues => PoolDifference.Of(Call, before, after);

    public override bool CanBeUndone => canBeUndone;

    internal override object BuildRequest(PlanContext context) => PoolWire.UpdateRequest(context.Bind(after));

    internal override Task ApplyAsync(PlanRun run, StepRecord record, CancellationToken cancellationToken)
    {
        return ConcurrencyRetry.RunAsync(run, record, async () =>
        {
            var found = await run.Reader.ReadSettingsAsync(before, cancellationToken).ConfigureAwait(false);
            var written = PoolMerge.Of(Call, before, after, found);
            record.Sending(Change(run, found, written));
            await run.Cognito.UpdateIdentityPoolAsync(PoolWire.UpdateRequest(written), cancellationToken).ConfigureAwait(false);
            await run.ConfirmAsync(
                new PoolWrite(Call, found, written), before, $"Get-CognitoIdentityPool '{before.IdentityPoolId}'",
                () => run.Reader.ReadSettingsAsync(written, cancellationToken)).ConfigureAwait(false);
        });
    }

    private SentChange Change(PlanRun run, IdentityPool found, IdentityPool written) => new(
        new(
            $"the new settings of identity pool {before} ({string.Join(", ", PoolDifference.Of(Call, found, written))})",
            RestoreCommands.Of(Call, written, found)),
        $"Get-CognitoIdentityPool '{before.IdentityPoolId}'",
        async token =>
            PoolEffect.IsThere(Call, found, written, await run.Reader.ReadSettingsAsync(written, token).ConfigureAwait(false)),
        CanBeUndone ? token => UndoAsync(run, found, written, token) : null)
    {
        GoesWithPool = true,
    };

    private async Task UndoAsync(PlanRun run, IdentityPool found, IdentityPool written, CancellationToken cancellationToken)
    {
        var latest = await run.Reader.ReadSettingsAsync(written, cancellationToken).ConfigureAwait(false);
        await run.Cognito.UpdateIdentityPoolAsync(
            PoolWire.UpdateRequest(PoolMerge.Of(Call, written, found, latest)), cancellationToken)
            .ConfigureAwait(false);
        await RestoreRoleMappingsAsync(run, cancellationToken).ConfigureAwait(false);
    }

    // Removing a provider also removed its role mapping, which can be restored only after the provider.
    private async Task RestoreRoleMappingsAsync(PlanRun run, CancellationToken cancellationToken)
    {
        var stayed = new HashSet<string>(after.Providers.Select(provider => provider.Key), StringComparer.Ordinal);
        var lost = before.Providers.Where(provider => provider.RoleSetting != RoleSetting.Default
            && !stayed.Contains(provider.Key)).ToDictionary(provider => provider.Key, StringComparer.Ordinal);
        if (lost.Count == 0)
            return;
        var latest = await run.Reader.ReadRolesAsync(before, cancellationToken).ConfigureAwait(false);
        var restored = latest with
        {
            Providers = [.. latest.Providers.Select(provider => lost.TryGetValue(provider.Key, out var old)
                ? PoolIdentityProvider.Settings.WrittenBy(PoolCall.SetIdentityPoolRoles).Copy(old, provider)
                : provider)],
        };
        if (PoolDifference.Of(PoolCall.SetIdentityPoolRoles, latest, restored).Count > 0)
            await run.Cognito.SetIdentityPoolRolesAsync(PoolWire.RolesRequest(restored), cancellationToken).ConfigureAwait(false);
    }
}
