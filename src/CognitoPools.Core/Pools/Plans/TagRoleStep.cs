namespace CognitoPools.Pools.Plans;

/// <summary>Adds tags to a role or changes their values.</summary>
/// <param name="roleName">The name of the role, possibly with placeholders.</param>
/// <param name="roleArn">The ARN of the role, or its placeholder.</param>
/// <param name="before">All tags of the role as they were read.</param>
/// <param name="tags">The tags to write.</param>
internal sealed class TagRoleStep(string roleName, string roleArn, ReadableTable before, ReadableTable tags)
    : RoleTagStep(roleName, roleArn, before)
{
    public override string Description =>
        $"Tag IAM role '{PlannedName}': {string.Join(", ", tags.Select(tag => $"{tag.Key}={tag.Value}"))}";

    public override string Operation => "iam:TagRole";

    private protected override IReadOnlyList<string> Keys => [.. tags.Keys];

    internal override object BuildRequest(PlanContext context) => TagRequest(NameIn(context), tags);

    private protected override string? After(string key) => Find(tags, key);

    private protected override Task SendAsync(PlanRun run, CancellationToken cancellationToken) =>
        run.Iam.TagRoleAsync(TagRequest(NameIn(run.Context), tags), cancellationToken);
}
