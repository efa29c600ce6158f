using CognitoPools.Account;

namespace CognitoPools.Roles.Permissions;

/// <summary>Reads a role's policies and its permissions boundary, and computes what they allow to users of a
/// pool.</summary>
/// <param name="connection">The account.</param>
public sealed class PoolPermissionReader(AccountConnection connection)
{
    /// <summary>Reads one role.</summary>
    /// <param name="pool">The pool, with its attribute mappings.</param>
    /// <param name="identityType">Whose permissions.</param>
    /// <param name="flow">The flow in which they have them.</param>
    /// <param name="role">The ARN of the role that they get.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <exception cref="UnreadablePermissionsException">The caller is not allowed to read a part of it, or it cannot be
    /// understood.</exception>
    public async Task<RolePermissions> ReadAsync(
        IdentityPool pool, PoolIdentityType identityType, SignInFlow flow, string role, CancellationToken cancellationToken)
    {
        NamedRole named;
        try
        {
            named = await NamedRole.FindAsync(connection, pool.Region, "Role", role, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidSettingException missing)
        {
            return new([], $"No one can get this role. {missing.Cause}");
        }
        if (named.Facts is not { } facts)
        {
            throw new UnreadablePermissionsException(
                $"role {role}", "the role", "iam:GetRole", new InvalidOperationException(named.ReadError));
        }
        var policies = await PoliciesAsync(pool, facts, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<PermissionStatement>? boundary = facts.PermissionsBoundary is { } arn
            ? await ManagedAsync(pool, facts, "permissions boundary", arn, cancellationToken).ConfigureAwait(false)
            : null;
        var holder = new PermissionHolder(pool.IdentityPoolId, identityType, flow, facts.Arn, pool.Connection);
        return new(new EffectivePermissions(holder, policies, boundary).Rows(), TrustWarning(pool, identityType, facts));
    }

    private static string? TrustWarning(IdentityPool pool, PoolIdentityType identityType, PoolRoleFacts role)
    {
        var tags = identityType == PoolIdentityType.Authenticated && TaggedRoles.Contains(pool, role.Arn);
        var explanation = role.Explain(AwsPartition.FromRegion(pool.Region), pool.IdentityPoolId, identityType, tags);
        var users = $"{IamRoles.Users(identityType)} of identity pool {pool}";
        return explanation.Trust switch
        {
            PoolRoleTrust.Trusted => null,
            PoolRoleTrust.NotTrusted =>
                $"The trust policy of role {role.Name} does not accept {users}, so they do not get its permissions. "
                    + explanation.Reason,
            PoolRoleTrust.Conditional =>
                $"Only some {users} get the permissions of role {role.Name}. {explanation.Reason}",
            _ => $"Whether {users} get the permissions of role {role.Name} is not known. {explanation.Reason}",
        };
    }

    private async Task<IReadOnlyList<PermissionStatement>> PoliciesAsync(
        IdentityPool pool, PoolRoleFacts role, CancellationToken cancellationToken)
    {
        var policies = new RolePolicies(connection, pool.Region);
        var statements = new List<PermissionStatement>();
        var names = await Read(
            role, "the list of its inline policies", "iam:ListRolePolicies",
            () => policies.InlineAsync(role.Name, cancellationToken)).ConfigureAwait(false);
        foreach (var name in names)
        {
            var policy = $"inline policy {name}";
            // Null if the policy was deleted after it was listed.
            var document = await Read(
                role, policy, "iam:GetRolePolicy",
                () => policies.InlineDocumentAsync(role.Name, name, cancellationToken)).ConfigureAwait(false);
            if (document is not null)
                statements.AddRange(Parsed(role, policy, document));
        }
        var attached = await Read(
            role, "the list of its attached policies", "iam:ListAttachedRolePolicies",
            () => policies.AttachedAsync(role.Name, cancellationToken)).ConfigureAwait(false);
        foreach (var arn in attached)
        {
            statements.AddRange(
                await ManagedAsync(pool, role, "managed policy", arn, cancellationToken).ConfigureAwait(false));
        }
        return statements;
    }

    private async Task<IReadOnlyList<PermissionStatement>> ManagedAsync(
        IdentityPool pool, PoolRoleFacts role, string kind, string arn, CancellationToken cancellationToken)
    {
        var policies = new RolePolicies(connection, pool.Region);
        var part = $"{kind} {arn.Substring(arn.LastIndexOf('/') + 1)}";
        var policy = await Read(role, part, "iam:GetPolicy", () => policies.ManagedAsync(arn, cancellationToken))
            .ConfigureAwait(false);
        var document = await Read(
            role, part, "iam:GetPolicyVersion",
            () => policies.ManagedDocumentAsync(arn, policy.DefaultVersionId, cancellationToken)).ConfigureAwait(false);
        return Parsed(role, part, document);
    }

    private static IReadOnlyList<PermissionStatement> Parsed(PoolRoleFacts role, string part, string document)
    {
        try
        {
            return PermissionStatement.Parse(part, document);
        }
        catch (FormatException exception)
        {
            throw new UnreadablePermissionsException($"role {role.Name}", part, null, exception);
        }
    }

    private static async Task<T> Read<T>(PoolRoleFacts role, string part, string permission, Func<Task<T>> read)
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (Exception exception) when (AwsErrors.IsNotAuthorized(exception))
        {
            throw new UnreadablePermissionsException($"role {role.Name}", part, permission, exception);
        }
    }
}
