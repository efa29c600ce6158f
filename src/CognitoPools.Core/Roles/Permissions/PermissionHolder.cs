using CognitoPools.Account;

namespace CognitoPools.Roles.Permissions;

/// <summary>The users whose permissions are computed: users of a pool who get a role in one of the flows.</summary>
internal sealed record PermissionHolder(
    string IdentityPoolId, PoolIdentityType IdentityType, SignInFlow Flow, string Role, AccountConnection? Connection)
{
    /// <summary>Whether the service passes a session policy that restricts the role's permissions.</summary>
    public bool HasCeiling => IdentityType == PoolIdentityType.Guest && Flow == SignInFlow.Enhanced;
}
