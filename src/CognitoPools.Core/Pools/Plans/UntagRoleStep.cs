namespace CognitoPools.Pools.Plans;

/// <summary>Removes tags from a role.</summary>
/// <param name="roleName">The name of the role, possibly with placeholders.</param>
/// <param name="roleArn">The ARN of the role, or its placeholder.</param>
/// <param name="before">All tags of the role as they were read.</param>
/// <param name="keys">The keys of the tags to remove.</param>
internal sealed class UntagRoleStep(string roleName, string roleArn, ReadableTable before, IReadOnlyList<string> keys)
    : RoleTagStep(roleName, roleArn, before)
{
    public override string Description => $"Remove tags from IAM role '{PlannedName}': {string.Join(", ", keys)}";

    public override string Operation => "iam:UntagRole";

    private protected override IReadOnlyList<string> Keys => keys;

    internal override object BuildRequest(PlanContext context) => UntagRequest(NameIn(context), keys);

    private protected override string? After(string key) => null;

    private protected override Task SendAsync(PlanRun run, CancellationToken cancellationToken) =>
        run.Iam.UntagRoleAsync(UntagRequest(NameIn(run.Context), keys), cancellationToken);
}
