using CognitoPools.Account;
using CognitoPools.Roles;

namespace CognitoPools.Pools.Plans.Reviewed;

/// <summary>Applies the role edits of a reviewed plan to the current roles.</summary>
/// <param name="connection">The account.</param>
/// <param name="pool">The current pool, or the pool to create.</param>
/// <param name="changes">Receives the changes since the plan was made.</param>
internal sealed class ReviewedRoles(AccountConnection connection, IdentityPool pool, List<string> changes)
{
    private readonly IamRoles roles = new(connection, pool.Region);
    private readonly RolePolicies policies = new(connection, pool.Region);
    private readonly PlanContext context = PlanContext.Of(pool);

    /// <summary>The change with the current roles, and without the steps that are already done.</summary>
    public async Task<PoolChange> RenewAsync(PoolChange change, CancellationToken cancellationToken)
    {
        List<NewRole> made = [];
        List<RoleEdit> edits = [.. change.RoleEdits];
        foreach (var role in change.NewRoles)
        {
            var name = context.Bind(role.Name);
            // The name depends on the id of a pool that does not exist yet.
            var found = Placeholders.IsPlaceholder(name) || name.Contains(Placeholders.PoolUuidStart)
                ? null
                : await roles.FindAsync(name, cancellationToken).ConfigureAwait(false);
            if (found is null)
            {
                made.Add(role);
                continue;
            }
            changes.Add($"IAM role '{name}' was created ({found.Arn})");
            if (!IsOfPlan(role, found))
                throw new PlanOutdatedException(pool.ToString(), changes);
            context.SetRole(role.Key, found.Arn);
            edits.Insert(0, new RoleEdit(found.Name, found.Arn) { Writes = role.Policies });
        }
        return change with
        {
            Desired = pool.IdentityPoolId.Length > 0 ? context.Bind(change.Desired) : change.Desired,
            NewRoles = made,
            TrustEdits = await EachAsync(change.TrustEdits, edit => TrustEditAsync(edit, cancellationToken)).ConfigureAwait(false),
            TrustReplacements = await EachAsync(
                change.TrustReplacements, replacement => ReplacementAsync(replacement, cancellationToken)).ConfigureAwait(false),
            RoleEdits = await EachAsync(edits, edit => EditAsync(edit, cancellationToken)).ConfigureAwait(false),
            RemovedRoles = await EachAsync(change.RemovedRoles, role => RemovedAsync(role, cancellationToken)).ConfigureAwait(false),
        };
    }

    // Only the reviewed role may be deleted. If it no longer exists, there is nothing to do.
    private async Task<PoolRoleFacts?> RemovedAsync(PoolRoleFacts role, CancellationToken cancellationToken)
    {
        if (await roles.FindAsync(role.Name, cancellationToken).ConfigureAwait(false) is not { } found)
            return null;
        if (found.Arn == role.Arn && found.IsMadeFor(pool.IdentityPoolId) && PolicyJson.Same(found.TrustDocument, role.TrustDocument))
            return await roles.WithPoliciesAsync(found, cancellationToken).ConfigureAwait(false);
        changes.Add($"IAM role '{found.Name}', which the plan deletes, was changed");
        throw new PlanOutdatedException(pool.ToString(), changes);
    }

    private bool IsOfPlan(NewRole role, PoolRoleFacts found) => pool.IdentityPoolId.Length > 0
        && found.PoolTag == pool.IdentityPoolId
        && found.Path == (role.RolePath ?? NewRole.Path(pool.Region, PoolIds.Uuid(pool.IdentityPoolId)));

    private async Task<RoleTrustEdit?> TrustEditAsync(RoleTrustEdit edit, CancellationToken cancellationToken)
    {
        var found = await FindAsync(edit.Role.Name, edit.Role.Arn, cancellationToken).ConfigureAwait(false);
        if (!PolicyJson.Same(found.TrustDocument, edit.Role.TrustDocument))
            changes.Add($"the trust policy of IAM role '{found.Name}' was changed");
        if (found.Trust is null)
            throw new PlanOutdatedException(pool.ToString(), changes);
        var renewed = edit with { Role = found, IdentityPoolId = context.Bind(edit.IdentityPoolId) };
        return renewed.Repair(found.Trust).IsEmpty ? null : renewed;
    }

    private async Task<RoleTrustReplacement?> ReplacementAsync(RoleTrustReplacement replacement, CancellationToken cancellationToken)
    {
        var found = await FindAsync(replacement.RoleName, replacement.RoleArn, cancellationToken).ConfigureAwait(false);
        var document = found.TrustDocument ?? "";
        if (PolicyJson.Same(document, context.Bind(replacement.After)))
            return null;
        // IAM does not keep white space, so a difference in it is not a change.
        if (PolicyJson.Same(document, replacement.Before))
            return replacement;
        changes.Add($"the trust policy of IAM role '{found.Name}' was changed");
        return replacement with { Before = document };
    }

    private async Task<RoleEdit?> EditAsync(RoleEdit edit, CancellationToken cancellationToken)
    {
        if (Placeholders.IsPlaceholder(context.Bind(edit.RoleArn)))
            return edit;
        var (name, arn) = (context.Bind(edit.RoleName), context.Bind(edit.RoleArn));
        var found = await FindAsync(name, arn, cancellationToken).ConfigureAwait(false);
        var attached = edit.Attach.Count + edit.Detach.Count == 0
            ? []
            : await policies.AttachedAsync(found.Name, cancellationToken).ConfigureAwait(false);
        var renewed = edit with
        {
            Writes = await EachAsync(edit.Writes, write => WriteAsync(name, write, cancellationToken)).ConfigureAwait(false),
            Attach = Changed(edit.Attach, policy => !attached.Contains(policy), policy => $"{policy} was attached to IAM role '{name}'"),
            Detach = Changed(edit.Detach, attached.Contains, policy => $"{policy} was detached from IAM role '{name}'"),
            Boundary = Boundary(name, edit.Boundary, found),
            Details = Details(name, edit.Details, found),
            Tags = Tags(name, edit.Tags, found),
        };
        return renewed.IsEmpty ? null : renewed;
    }

    private async Task<RolePolicyWrite?> WriteAsync(string role, RolePolicyWrite write, CancellationToken cancellationToken)
    {
        var found = await policies.InlineDocumentAsync(role, write.Name, cancellationToken).ConfigureAwait(false);
        if (PolicyJson.Same(found, write.Before))
            return PolicyJson.Same(found, write.Document is null ? null : context.Bind(write.Document)) ? null : write;
        changes.Add($"the policy '{write.Name}' of IAM role '{role}' was {(found is null ? "deleted" : "changed")}");
        return PolicyJson.Same(found, write.Document is null ? null : context.Bind(write.Document)) ? null : write with { Before = found };
    }

    private RoleBoundaryChange? Boundary(string role, RoleBoundaryChange? change, PoolRoleFacts found)
    {
        if (change is null)
            return null;
        if (found.PermissionsBoundary != change.Before)
        {
            changes.Add($"permissions boundary of IAM role '{role}': {change.Before ?? "(none)"} -> "
                + $"{found.PermissionsBoundary ?? "(none)"}");
        }
        return found.PermissionsBoundary == change.After ? null : change with { Before = found.PermissionsBoundary };
    }

    private RoleDetailsChange? Details(string role, RoleDetailsChange? change, PoolRoleFacts found)
    {
        if (change is null)
            return null;
        var now = new RoleDetails(found.Description, found.MaxSessionDuration);
        if (now != change.Before)
            changes.Add($"the description or the maximum session duration of IAM role '{role}' was changed");
        var after = new RoleDetails(
            change.After.Description == change.Before.Description ? now.Description : change.After.Description,
            change.After.MaxSessionDuration == change.Before.MaxSessionDuration ? now.MaxSessionDuration : change.After.MaxSessionDuration);
        return now == after ? null : new RoleDetailsChange(now, after);
    }

    private RoleTagsChange? Tags(string role, RoleTagsChange? change, PoolRoleFacts found)
    {
        if (change is null)
            return null;
        if (!found.Tags.Equals(change.Before))
            changes.Add($"tags of IAM role '{role}': {change.Before} -> {found.Tags}");
        var set = Collections.Strings(change.Set.Where(tag => !(found.Tags.TryGetValue(tag.Key, out var value) && value == tag.Value)));
        string[] remove = [.. change.Remove.Where(found.Tags.ContainsKey)];
        return set.Count + remove.Length == 0 ? null : new RoleTagsChange(found.Tags, set, remove);
    }

    private async Task<PoolRoleFacts> FindAsync(string name, string arn, CancellationToken cancellationToken)
    {
        var found = await roles.FindAsync(name, cancellationToken).ConfigureAwait(false);
        if (found is null || found.Arn != arn)
        {
            changes.Add(found is null ? $"IAM role '{name}' no longer exists" : $"IAM role '{name}' is another role now ({found.Arn})");
            throw new PlanOutdatedException(pool.ToString(), changes);
        }
        return found;
    }

    private List<string> Changed(IReadOnlyList<string> items, Func<string, bool> isToDo, Func<string, string> done)
    {
        changes.AddRange(items.Where(item => !isToDo(item)).Select(done));
        return [.. items.Where(isToDo)];
    }

    private static async Task<List<T>> EachAsync<T>(IReadOnlyList<T> items, Func<T, Task<T?>> renewAsync)
        where T : class
    {
        List<T> renewed = [];
        foreach (var item in items)
        {
            if (await renewAsync(item).ConfigureAwait(false) is { } left)
                renewed.Add(left);
        }
        return renewed;
    }
}
