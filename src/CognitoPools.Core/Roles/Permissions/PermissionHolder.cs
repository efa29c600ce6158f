using CognitoPools.Account;

namespace CognitoPools.Roles.Permissions;

/// <summary>Whose permissions are asked for: users of a pool who get a role in one of the flows.</summary>
internal sealed record PermissionHolder(
    string IdentityPoolId, PoolIdentityType IdentityType, SignInFlow Flow, string Role, AccountConnection? Connection)
{
    /// <summary>Whether the service passes a session policy that cuts the role's permissions down.</summary>
    public bool HasCeiling => IdentityType == PoolIdentityType.Guest && Flow == SignInFlow.Enhanced;
}
