namespace CognitoPools;

/// <summary>The call that writes a setting. Each replaces all the settings that it writes.</summary>
internal enum PoolCall
{
    UpdateIdentityPool,
    SetIdentityPoolRoles,
    SetPrincipalTagAttributeMap,
}
