using CognitoPools.Account;

namespace CognitoPools.Roles;

/// <summary>The permissions that a user requests for a role.</summary>
/// <param name="Policy">The inline policy as JSON, or null.</param>
/// <param name="PolicyName">The inline policy's name, or null.</param>
/// <param name="Attach">Managed policies to attach, by name or ARN.</param>
/// <param name="Detach">Managed policies to detach, by name or ARN.</param>
public sealed record RolePermissionsWish(
    string? Policy, string? PolicyName, IReadOnlyList<string> Attach, IReadOnlyList<string> Detach)
{
    /// <summary>The parameter that specifies the inline policy.</summary>
    public string Setting { get; init; } = "PermissionsPolicy";

    /// <summary>Whether nothing is requested.</summary>
    public bool IsEmpty => Policy is null && Attach.Count == 0 && Detach.Count == 0;
}

/// <summary>Plans the changes that give a role the requested permissions. Reads only.</summary>
/// <param name="connection">The account.</param>
/// <param name="region">A Region of the partition.</param>
public sealed class RolePermissionsPlanner(AccountConnection connection, string region)
{
    private readonly RolePolicies policies = new(connection, region);

    /// <summary>The change, or null if nothing needs to change.</summary>
    /// <param name="role">An existing role.</param>
    /// <param name="wish">The requested permissions; the policy's grammar is already checked.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <exception cref="InvalidSettingException">A managed policy does not exist or must not be attached, or the inline
    /// policies would be too long.</exception>
    public async Task<RoleEdit?> PlanAsync(
        PoolRoleFacts role, RolePermissionsWish wish, CancellationToken cancellationToken)
    {
        var attached = wish.Attach.Count + wish.Detach.Count == 0
            ? []
            : await policies.AttachedAsync(role.Name, cancellationToken).ConfigureAwait(false);
        var edit = new RoleEdit(role.Name, role.Arn)
        {
            Writes = wish.Policy is not null
                && await WriteAsync(role.Name, wish.Policy, wish, cancellationToken).ConfigureAwait(false) is { } write
                    ? [write]
                    : [],
            Attach = await AttachAsync(wish.Attach, attached, cancellationToken).ConfigureAwait(false),
            Detach =
            [
                .. attached.Where(arn => wish.Detach.Any(named => arn == named
                    || arn.EndsWith("/" + named, StringComparison.Ordinal))),
            ],
        };
        return edit.IsEmpty ? null : edit;
    }

    /// <summary>The change of a role that the plan creates with its inline policy; null if no policy is
    /// attached.</summary>
    /// <param name="role">The role.</param>
    /// <param name="wish">The requested permissions.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <exception cref="InvalidSettingException">A managed policy is missing or must not be attached.</exception>
    public async Task<RoleEdit?> PlanAsync(NewRole role, RolePermissionsWish wish, CancellationToken cancellationToken)
    {
        var attach = await AttachAsync(wish.Attach, [], cancellationToken).ConfigureAwait(false);
        return attach.Count == 0 ? null : new RoleEdit(role.Name, role.Arn) { Attach = attach };
    }

    /// <summary>Whether a role has no permissions at all, for example because its creation was interrupted.</summary>
    /// <param name="role">A role that the module created.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    internal async Task<bool> IsHalfMadeAsync(PoolRoleFacts role, CancellationToken cancellationToken) =>
        (await policies.InlineAsync(role.Name, cancellationToken).ConfigureAwait(false)).Count == 0
            && (await policies.AttachedAsync(role.Name, cancellationToken).ConfigureAwait(false)).Count == 0;

    private async Task<IReadOnlyList<string>> AttachAsync(
        IReadOnlyList<string> wanted, IReadOnlyList<string> attached, CancellationToken cancellationToken)
    {
        var attach = new List<string>();
        foreach (var named in wanted)
        {
            if (GuestSessionPolicy.Is(named))
            {
                throw new InvalidSettingException(
                    "AttachPolicy",
                    named,
                    "this is a session policy that the service itself applies to guests. Attached to a role, it only adds "
                        + "permissions.",
                    "Attach a policy with only the permissions that guests need.");
            }
            attach.Add(await policies.FindManagedAsync("AttachPolicy", named, cancellationToken).ConfigureAwait(false));
        }
        return [.. attach.Except(attached, StringComparer.Ordinal)];
    }

    private async Task<RolePolicyWrite?> WriteAsync(
        string roleName, string document, RolePermissionsWish wish, CancellationToken cancellationToken)
    {
        var names = await policies.InlineAsync(roleName, cancellationToken).ConfigureAwait(false);
        var name = wish.PolicyName
            ?? (names.Contains(NewRole.PolicyName, StringComparer.Ordinal)
                ? NewRole.PolicyName
                : names.Count == 1 ? names[0] : NewRole.PolicyName);
        var sum = RolePolicyDocument.CountedLength(document);
        string? before = null;
        foreach (var known in names)
        {
            var text = await policies.InlineDocumentAsync(roleName, known, cancellationToken).ConfigureAwait(false);
            if (known == name)
                before = text;
            else if (text is not null)
                sum += RolePolicyDocument.CountedLength(text);
        }
        if (before is not null && PolicyJson.Same(before, document))
            return null;
        if (sum > RolePolicyDocument.MaximumLength)
        {
            throw new InvalidSettingException(
                wish.Setting,
                name,
                FormattableString.Invariant(
                    $"the inline policies of role '{roleName}' would have {sum} characters together; the maximum is {RolePolicyDocument.MaximumLength}."),
                "Shorten the policy, or attach a managed policy instead.");
        }
        return new RolePolicyWrite(name, before, document);
    }
}
