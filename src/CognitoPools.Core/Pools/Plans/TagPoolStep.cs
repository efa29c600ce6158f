using Amazon.CognitoIdentity.Model;

namespace CognitoPools.Pools.Plans;

/// <summary>Adds tags to the pool or changes their values.</summary>
internal sealed class TagPoolStep(IdentityPool before, ReadableTable tags) : PlanStep
{
    public override string Description =>
        $"Tag identity pool {before}: {string.Join(", ", tags.Select(tag => $"{tag.Key}={tag.Value}"))}";

    public override string Operation => "cognito-identity:TagResource";

    public override string Target => before.ToString();

    private protected override IReadOnlyList<string> ChangedValues =>
    [
        .. tags.Select(
            tag => $"Tag {tag.Key}: {(before.Tags.TryGetValue(tag.Key, out var old) ? old : "(none)")} -> {tag.Value}"),
    ];

    internal override object BuildRequest(PlanContext context) => new TagResourceRequest
    {
        ResourceArn = before.Arn,
        Tags = tags.ToDictionary(tag => tag.Key, tag => tag.Value, StringComparer.Ordinal),
    };

    internal override Task ApplyAsync(PlanRun run, StepRecord record, CancellationToken cancellationToken)
    {
        record.Sending(new SentChange(
            new(
                $"the tags {string.Join(", ", tags.Keys)} of identity pool {before}",
                RestoreCommands.OfTags(before, tags.Keys)),
            $"(Get-CognitoIdentityPool '{before.IdentityPoolId}').Tags",
            async token =>
            {
                var now = (await run.Reader.ReadSettingsAsync(before, token).ConfigureAwait(false)).Tags;
                return tags.Any(tag => now.TryGetValue(tag.Key, out var value) && value == tag.Value);
            },
            token => UndoAsync(run, token))
        {
            GoesWithPool = true,
        });
        return run.Cognito.TagResourceAsync((TagResourceRequest)BuildRequest(run.Context), cancellationToken);
    }

    private async Task UndoAsync(PlanRun run, CancellationToken cancellationToken)
    {
        var added = tags.Keys.Where(key => !before.Tags.ContainsKey(key)).ToList();
        var changed = tags.Keys.Where(before.Tags.ContainsKey)
            .ToDictionary(key => key, key => before.Tags[key], StringComparer.Ordinal);
        if (added.Count > 0)
        {
            await run.Cognito.UntagResourceAsync(
                new UntagResourceRequest { ResourceArn = before.Arn, TagKeys = added }, cancellationToken)
                .ConfigureAwait(false);
        }
        if (changed.Count > 0)
        {
            await run.Cognito.TagResourceAsync(
                new TagResourceRequest { ResourceArn = before.Arn, Tags = changed }, cancellationToken)
                .ConfigureAwait(false);
        }
    }
}
