using Amazon.CognitoIdentity.Model;

namespace CognitoPools.Pools.Plans;

/// <summary>Writes the attribute mapping of one provider.</summary>
internal sealed class SetAttributeMappingStep(string region, string identityPoolId, PoolIdentityProvider provider, AttributeMapping before) : PlanStep
{
    private AttributeMapping? found;

    public override string Description => $"Set the attribute mapping of {provider.Type} {provider.Name}";

    public override string Operation => "cognito-identity:SetPrincipalTagAttributeMap";

    public override string Target => provider.Name;

    private protected override IReadOnlyList<string> ChangedValues => [$"AttributeMapping: {before} -> {provider.AttributeMapping}"];

    internal override object BuildRequest(PlanContext context) => PoolWire.AttributeMapRequest(context.Bind(identityPoolId), provider);

    internal override async Task ApplyAsync(PlanRun run, CancellationToken cancellationToken)
    {
        found = await run.Reader.ReadAttributeMappingAsync(region, run.Context.Bind(identityPoolId), provider, cancellationToken).ConfigureAwait(false);
        await run.Cognito.SetPrincipalTagAttributeMapAsync((SetPrincipalTagAttributeMapRequest)BuildRequest(run.Context), cancellationToken).ConfigureAwait(false);
        var replaced = new List<string>();
        PoolConflicts.Add(replaced, $"the attribute mapping of {provider.Name}", before, provider.AttributeMapping, found);
        if (replaced.Count > 0) run.Reporter.Warning($"Somebody else changed it after the pool was read, and your change replaced theirs: {replaced[0]}.");
        var now = await run.Reader.ReadAttributeMappingAsync(region, run.Context.Bind(identityPoolId), provider, cancellationToken).ConfigureAwait(false);
        if (!now.Equals(provider.AttributeMapping)) run.Reporter.Warning($"Somebody else changed the attribute mapping of {provider.Name} in the same moment: it is {now}, not {provider.AttributeMapping}. Repeat your change if it is missing.");
    }

    internal override async Task UndoAsync(PlanRun run, CancellationToken cancellationToken)
    {
        if (found is null) return;
        await run.Cognito.SetPrincipalTagAttributeMapAsync(PoolWire.AttributeMapRequest(run.Context.Bind(identityPoolId), provider with { AttributeMapping = found }), cancellationToken).ConfigureAwait(false);
    }

    internal override PlanLeftover Leftover(PlanRun run) =>
        new($"the attribute mapping {provider.AttributeMapping} of {provider.Name}", $"set it back to {found ?? before}");
}
