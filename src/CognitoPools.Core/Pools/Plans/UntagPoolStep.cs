using Amazon.CognitoIdentity.Model;

namespace CognitoPools.Pools.Plans;

/// <summary>Removes tags from the pool.</summary>
internal sealed class UntagPoolStep(IdentityPool before, IReadOnlyList<string> keys) : PlanStep
{
    public override string Description => $"Remove tags from identity pool {before}: {string.Join(", ", keys)}";

    public override string Operation => "cognito-identity:UntagResource";

    public override string Target => before.ToString();

    private protected override IReadOnlyList<string> ChangedValues =>
    [
        .. keys.Select(key => $"Tag {key}: {before.Tags[key]} -> (none)"),
    ];

    internal override object BuildRequest(PlanContext context) =>
        new UntagResourceRequest { ResourceArn = before.Arn, TagKeys = [.. keys] };

    internal override Task ApplyAsync(PlanRun run, StepRecord record, CancellationToken cancellationToken)
    {
        record.Sending(new SentChange(
            new(
                $"the removal of the tags {string.Join(", ", keys)} from identity pool {before}",
                RestoreCommands.OfTags(before, keys)),
            $"(Get-CognitoIdentityPool '{before.IdentityPoolId}').Tags",
            async token =>
            {
                var now = (await run.Reader.ReadSettingsAsync(before, token).ConfigureAwait(false)).Tags;
                return !keys.Any(now.ContainsKey);
            },
            token => run.Cognito.TagResourceAsync(TagRequest(), token))
        {
            GoesWithPool = true,
        });
        return run.Cognito.UntagResourceAsync((UntagResourceRequest)BuildRequest(run.Context), cancellationToken);
    }

    private TagResourceRequest TagRequest() => new()
    {
        ResourceArn = before.Arn,
        Tags = keys.ToDictionary(key => key, key => before.Tags[key], StringComparer.Ordinal),
    };
}
