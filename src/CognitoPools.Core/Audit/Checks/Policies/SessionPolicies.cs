using CognitoPools.Roles;
using CognitoPools.Roles.Permissions;

namespace CognitoPools.Audit.Checks.Policies;

/// <summary>The session policies that Cognito itself applies to guests.</summary>
internal static class SessionPolicies
{
    private const string Managed = "managed policy ";

    /// <summary>Whether a statement belongs to a session policy that is attached to a role.</summary>
    public static bool Contain(PermissionStatement statement) =>
        statement.Policy.StartsWith(Managed, StringComparison.Ordinal)
            && GuestSessionPolicy.Is(statement.Policy.Substring(Managed.Length));
}
