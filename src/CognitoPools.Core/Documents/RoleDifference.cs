using CognitoPools.Account;
using CognitoPools.Roles;

namespace CognitoPools.Documents;

/// <summary>Plans the changes of an existing role to match a document.</summary>
/// <param name="connection">The account.</param>
/// <param name="options">The options of the import.</param>
/// <param name="target">The target of the import.</param>
/// <param name="iam">Reads the roles of the account.</param>
internal sealed class RoleDifference(AccountConnection connection, ImportOptions options, ImportTarget target, IamRoles iam)
{
    private readonly RolePolicies policies = new(connection, target.Region);

    /// <summary>A permissions policy of the document, with resolved placeholders.</summary>
    /// <exception cref="DocumentFormatException">The policy is not valid.</exception>
    public static string Permissions(ImportTarget target, string key, string name, string policy)
    {
        var resolved = target.Portability.ResolvePolicy(policy);
        try
        {
            _ = RolePolicyDocument.Parse(resolved);
            return resolved;
        }
        catch (FormatException exception)
        {
            throw new DocumentFormatException($"$.roles.{key}.inlinePolicies['{name}']", Sentences.Ended(exception.Message), "");
        }
    }

    /// <summary>Adds the changes of the role to the planned changes.</summary>
    public async Task PlanAsync(
        PlannedRoles planned, string key, RoleDefinition role, PoolRoleFacts now, CancellationToken cancellationToken)
    {
        var trust = target.Portability.ResolvePolicy(role.TrustPolicy!);
        if (!PolicyComparison.AreSame(now.TrustDocument, trust))
            planned.TrustReplacements.Add(new RoleTrustReplacement(now.Name, now.Arn, now.TrustDocument!, trust));
        if (role.Path is { } path && path != now.Path)
        {
            planned.Warnings.Add(
                $"IAM role '{now.Name}' has the path '{now.Path}', but the document has '{path}'. The path of a role cannot be changed.");
        }
        now = await iam.WithPoliciesAsync(now, cancellationToken).ConfigureAwait(false);
        var (attach, detach) = await AttachedAsync(planned, key, role, now, cancellationToken).ConfigureAwait(false);
        var edit = new RoleEdit(now.Name, now.Arn)
        {
            Writes = await WritesAsync(planned, key, role, now, cancellationToken).ConfigureAwait(false),
            Attach = attach,
            Detach = detach,
            Boundary = await BoundaryAsync(planned, key, role, now, cancellationToken).ConfigureAwait(false),
            Details = Details(role, now),
            Tags = Tags(planned, role, now),
        };
        if (!edit.IsEmpty)
            planned.Edits.Add(edit);
    }

    private async Task<IReadOnlyList<RolePolicyWrite>> WritesAsync(
        PlannedRoles planned, string key, RoleDefinition role, PoolRoleFacts now, CancellationToken cancellationToken)
    {
        var writes = new List<RolePolicyWrite>();
        foreach (var (name, text) in role.InlinePolicies.OrderBy(policy => policy.Key, StringComparer.Ordinal)
            .Select(policy => (policy.Key, policy.Value)))
        {
            var before = now.InlinePolicies.Contains(name, StringComparer.Ordinal)
                ? await policies.InlineDocumentAsync(now.Name, name, cancellationToken).ConfigureAwait(false)
                : null;
            var resolved = target.Portability.ResolvePolicy(text);
            if (!PolicyComparison.AreSame(before, resolved))
                writes.Add(new RolePolicyWrite(name, before, Permissions(target, key, name, text)));
        }
        foreach (var extra in now.InlinePolicies.Where(name => !role.InlinePolicies.ContainsKey(name)))
        {
            if (options.Prune)
            {
                writes.Add(new RolePolicyWrite(
                    extra, await policies.InlineDocumentAsync(now.Name, extra, cancellationToken).ConfigureAwait(false), null));
            }
            else
            {
                planned.Kept.Add($"the inline policy '{extra}' of IAM role '{now.Name}'");
            }
        }
        return writes;
    }

    private async Task<(IReadOnlyList<string> Attach, IReadOnlyList<string> Detach)> AttachedAsync(
        PlannedRoles planned, string key, RoleDefinition role, PoolRoleFacts now, CancellationToken cancellationToken)
    {
        var wanted = role.AttachedPolicies.Select(target.Portability.Resolve).ToList();
        var attach = new List<string>();
        foreach (var arn in wanted.Except(now.AttachedPolicies, StringComparer.Ordinal))
        {
            attach.Add(await ManagedPolicyLookup.FindAsync(policies, $"$.roles.{key}.attachedPolicies", arn, cancellationToken)
                .ConfigureAwait(false));
        }
        var extra = now.AttachedPolicies.Except(wanted, StringComparer.Ordinal).ToList();
        if (options.Prune)
            return (attach, extra);
        planned.Kept.AddRange(extra.Select(arn => $"the policy {arn} attached to IAM role '{now.Name}'"));
        return (attach, []);
    }

    private async Task<RoleBoundaryChange?> BoundaryAsync(
        PlannedRoles planned, string key, RoleDefinition role, PoolRoleFacts now, CancellationToken cancellationToken)
    {
        var wanted = role.PermissionsBoundary is { } boundary ? target.Portability.Resolve(boundary) : null;
        if (wanted == now.PermissionsBoundary)
            return null;
        if (wanted is null && !options.Prune)
        {
            planned.Kept.Add($"the permissions boundary {now.PermissionsBoundary} of IAM role '{now.Name}'");
            return null;
        }
        return new RoleBoundaryChange(
            now.PermissionsBoundary,
            wanted is null
                ? null
                : await ManagedPolicyLookup.FindAsync(policies, $"$.roles.{key}.permissionsBoundary", wanted, cancellationToken)
                    .ConfigureAwait(false));
    }

    private static RoleDetailsChange? Details(RoleDefinition role, PoolRoleFacts now)
    {
        var before = new RoleDetails(now.Description, now.MaxSessionDuration);
        // Without a description, the document does not specify one. Without a session duration, it specifies one hour.
        var after = new RoleDetails(role.Description ?? now.Description, role.MaxSessionDuration ?? IamRoles.DefaultSession);
        return before == after ? null : new RoleDetailsChange(before, after);
    }

    private RoleTagsChange? Tags(PlannedRoles planned, RoleDefinition role, PoolRoleFacts now)
    {
        var own = now.Tags.Where(tag => !RoleTagsChange.IsReserved(tag.Key)).ToList();
        var set = Collections.Strings(role.Tags.Where(tag => !own.Contains(tag)));
        var extra = own.Where(tag => !role.Tags.ContainsKey(tag.Key)).Select(tag => tag.Key).ToList();
        if (!options.Prune)
        {
            planned.Kept.AddRange(extra.Select(tag => $"the tag '{tag}' of IAM role '{now.Name}'"));
            extra = [];
        }
        return set.Count + extra.Count == 0 ? null : new RoleTagsChange(now.Tags, set, extra);
    }
}
