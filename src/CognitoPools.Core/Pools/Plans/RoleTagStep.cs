using Amazon.IdentityManagement.Model;

namespace CognitoPools.Pools.Plans;

/// <summary>Changes tags of a role. The undo does not restore keys that somebody else has changed in the meantime.</summary>
/// <param name="roleName">The name of the role, possibly with placeholders.</param>
/// <param name="roleArn">The ARN of the role, or its placeholder.</param>
/// <param name="before">All tags of the role as they were read.</param>
internal abstract class RoleTagStep(string roleName, string roleArn, ReadableTable before) : RoleSettingStep(roleName, roleArn)
{
    /// <summary>The keys that the step writes or removes.</summary>
    private protected abstract IReadOnlyList<string> Keys { get; }

    private protected override IReadOnlyList<string> ChangedValues =>
        [.. Keys.Select(key => $"Tag {key}: {Find(before, key) ?? "(none)"} -> {After(key) ?? "(none)"}")];

    /// <summary>The new value of a tag; null if the step removes it.</summary>
    private protected abstract string? After(string key);

    private protected abstract Task SendAsync(PlanRun run, CancellationToken cancellationToken);

    internal override Task ApplyAsync(PlanRun run, StepRecord record, CancellationToken cancellationToken) =>
        RepeatAsync(run, record, async () =>
        {
            var found = await FindAsync(run, cancellationToken).ConfigureAwait(false);
            var changed = Keys.Where(key => !IsWritten(found, key)).ToList();
            if (changed.Count == 0)
                return;
            foreach (var key in changed.Where(key => Find(found, key) != Find(before, key)))
                ReportReplaced(run, $"the tag '{key}'", Find(found, key));
            record.Sending(Change(run, found, changed));
            await SendAsync(run, cancellationToken).ConfigureAwait(false);
        });

    // IAM compares tag keys case-insensitively.
    private protected static string? Find(ReadableTable tags, string key) =>
        tags.Where(tag => string.Equals(tag.Key, key, StringComparison.OrdinalIgnoreCase))
            .Select(tag => tag.Value).FirstOrDefault();

    private protected static TagRoleRequest TagRequest(string name, IEnumerable<KeyValuePair<string, string>> tags) => new()
    {
        RoleName = name,
        Tags = [.. tags.Select(tag => new Tag { Key = tag.Key, Value = tag.Value })],
    };

    private protected static UntagRoleRequest UntagRequest(string name, IEnumerable<string> keys) =>
        new() { RoleName = name, TagKeys = [.. keys] };

    private SentChange Change(PlanRun run, ReadableTable found, IReadOnlyList<string> changed)
    {
        var name = NameIn(run.Context);
        return new SentChange(
            new(
                $"the {(After(changed[0]) is null ? "removal of the tags" : "tags")} {string.Join(", ", changed)} of IAM role '{name}'",
                Cure(name, found, changed)),
            $"aws iam list-role-tags --role-name {name}",
            async token =>
            {
                var now = await FindAsync(run, token).ConfigureAwait(false);
                return changed.Any(key => IsWritten(now, key));
            },
            token => UndoAsync(run, found, changed, token));
    }

    private async Task UndoAsync(
        PlanRun run, ReadableTable found, IReadOnlyList<string> changed, CancellationToken cancellationToken)
    {
        var now = await FindAsync(run, cancellationToken).ConfigureAwait(false);
        var own = changed.Where(key => IsWritten(now, key)).ToList();
        var name = NameIn(run.Context);
        if (Absent(found, own) is { Count: > 0 } absent)
            await run.Iam.UntagRoleAsync(UntagRequest(name, absent), cancellationToken).ConfigureAwait(false);
        if (Present(found, own) is { Count: > 0 } present)
            await run.Iam.TagRoleAsync(TagRequest(name, present), cancellationToken).ConfigureAwait(false);
    }

    private bool IsWritten(ReadableTable now, string key) => Find(now, key) == After(key);

    private async Task<ReadableTable> FindAsync(PlanRun run, CancellationToken cancellationToken) => Collections.Strings(
        ((await ReadAsync(run, cancellationToken).ConfigureAwait(false)).Tags ?? [])
            .Select(tag => new KeyValuePair<string, string>(tag.Key, tag.Value)));

    private static List<string> Absent(ReadableTable found, IEnumerable<string> keys) =>
        [.. keys.Where(key => Find(found, key) is null)];

    private static List<KeyValuePair<string, string>> Present(ReadableTable found, IReadOnlyList<string> keys) =>
        [.. found.Where(tag => keys.Contains(tag.Key, StringComparer.OrdinalIgnoreCase))];

    private static string Cure(string name, ReadableTable found, IReadOnlyList<string> changed)
    {
        var commands = new List<string>();
        if (Absent(found, changed) is { Count: > 0 } absent)
            commands.Add($"aws iam untag-role --role-name {name} --tag-keys {string.Join(" ", absent.Select(Quoted))}");
        if (Present(found, changed) is { Count: > 0 } present)
        {
            commands.Add(
                $"aws iam tag-role --role-name {name} --tags "
                    + string.Join(" ", present.Select(tag => Quoted($"Key={tag.Key},Value={tag.Value}"))));
        }
        return string.Join(" and ", commands);
    }
}
