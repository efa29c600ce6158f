using CognitoPools.Roles;
using CognitoPools.Roles.Permissions;

namespace CognitoPools.Audit.Checks.Policies;

/// <summary>The policies that the service passes for guests by itself.</summary>
internal static class SessionPolicies
{
    private const string Managed = "managed policy ";

    /// <summary>Whether a statement is of one that is attached to a role.</summary>
    public static bool Holds(PermissionStatement statement) =>
        statement.Policy.StartsWith(Managed, StringComparison.Ordinal)
            && GuestSessionPolicy.Is(statement.Policy.Substring(Managed.Length));
}
