namespace CognitoPools.Pools.Plans;

/// <summary>Writes the attribute mapping of one provider.</summary>
/// <param name="pool">The pool. Its id can be a placeholder.</param>
/// <param name="before">The provider as it was read.</param>
/// <param name="after">The provider with the mapping to write.</param>
internal sealed class SetAttributeMappingStep(
    IdentityPool pool, PoolIdentityProvider before, PoolIdentityProvider after) : PlanStep
{
    private const PoolCall Call = PoolCall.SetPrincipalTagAttributeMap;

    public override string Description => $"Set the attribute mapping of {after.Type} {after.Name}";

    public override string Operation => "cognito-identity:SetPrincipalTagAttributeMap";

    public override string Target => after.Name;

    private protected override IReadOnlyList<string> ChangedValues =>
        [.. PoolIdentityProvider.Settings.WrittenBy(Call).Select(setting => setting.Change(before, after))];

    internal override object BuildRequest(PlanContext context) =>
        PoolWire.AttributeMapRequest(context.Bind(pool.IdentityPoolId), after);

    internal override async Task ApplyAsync(PlanRun run, StepRecord record, CancellationToken cancellationToken)
    {
        var found = await ReadAsync(run, cancellationToken).ConfigureAwait(false);
        var bound = run.Context.Bind(pool);
        record.Sending(new SentChange(
            new(
                $"the attribute mapping {after.AttributeMapping} of {after.Name} in identity pool {bound}",
                RestoreCommands.Of(bound, Call, after, found)),
            $"Get-PoolIdentityProvider '{bound.IdentityPoolId}'",
            async token => PoolEffect.IsThere(Call, found, after, await ReadAsync(run, token).ConfigureAwait(false)),
            token => SendAsync(run, found, token))
        {
            GoesWithPool = true,
        });
        await SendAsync(run, after, cancellationToken).ConfigureAwait(false);
        await run.VerifyAsync(
            $"the attribute mapping of {after.Name}", $"Get-PoolIdentityProvider '{bound.IdentityPoolId}'", async () =>
            {
                run.ReportReplaced(bound, [.. PoolConflicts.Of(Call, before, found, after)]);
                var now = await ReadAsync(run, cancellationToken).ConfigureAwait(false);
                run.ReportLost(bound, [.. PoolDifference.Of(Call, after, now)]);
            }).ConfigureAwait(false);
    }

    private async Task<PoolIdentityProvider> ReadAsync(PlanRun run, CancellationToken cancellationToken) => after with
    {
        AttributeMapping = await run.Reader.ReadAttributeMappingAsync(
            pool.Region, run.Context.Bind(pool.IdentityPoolId), after, cancellationToken)
            .ConfigureAwait(false),
    };

    private Task SendAsync(PlanRun run, PoolIdentityProvider provider, CancellationToken cancellationToken) =>
        run.Cognito.SetPrincipalTagAttributeMapAsync(
            PoolWire.AttributeMapRequest(run.Context.Bind(pool.IdentityPoolId), provider), cancellationToken);
}
