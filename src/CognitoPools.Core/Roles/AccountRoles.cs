using CognitoPools.Account;

namespace CognitoPools.Roles;

/// <summary>The current roles in IAM.</summary>
internal sealed class AccountRoles(AccountConnection connection) : IRoleSource
{
    public Task<NamedRole> FindAsync(string region, string arn, CancellationToken cancellationToken) =>
        NamedRole.FindAsync(connection, region, "Role", arn, cancellationToken);

    public Task<IReadOnlyList<PoolRolePolicy>> PoliciesAsync(
        string region, string name, CancellationToken cancellationToken) =>
        new RolePolicies(connection, region).ReadAsync(name, cancellationToken);
}
