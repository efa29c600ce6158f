namespace CognitoPools.Pools.Plans;

/// <summary>Writes the attribute mapping of one provider.</summary>
/// <param name="pool">The pool; its id may be a placeholder.</param>
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
        record.Undo = new StepUndo(
            new PlanLeftover(
                $"the attribute mapping {after.AttributeMapping} of {after.Name}",
                $"set it back to {found.AttributeMapping}"),
            token => SendAsync(run, found, token));
        await SendAsync(run, after, cancellationToken).ConfigureAwait(false);
        run.ReportReplaced(run.Context.Bind(pool), [.. PoolConflicts.Of(Call, before, found, after)]);
        var now = await ReadAsync(run, cancellationToken).ConfigureAwait(false);
        run.ReportLost(run.Context.Bind(pool), [.. PoolDifference.Of(Call, after, now)]);
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
