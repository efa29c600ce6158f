namespace CognitoPools.Outcomes.Tests.Museum;

/// <summary>Faults of the settings of a pool.</summary>
internal static class PoolExhibits
{
    public static IReadOnlyList<Exhibit> All { get; } =
    [
        new("GuestEnabled", "Set-PoolGuestAccess shop -Enable -CreateRole"),
        new("GuestBasicFlow", "Set-PoolGuestAccess shop -Enable -CreateRole; Set-CognitoIdentityPool shop -BasicFlow Active", "GuestEnabled"),
        new("BasicFlowEnabled", "Set-CognitoIdentityPool shop -BasicFlow Active"),
        new("BasicFlowEnabled", "") { Case = "never set", Raw = pool => pool.UpdateAsync(request => request.AllowClassicFlow = null) },
        new("BasicFlowDead",
            "Set-PoolIdentityProvider shop CognitoUserPool -RoleSetting Token -RoleResolution Deny; "
                + "Set-CognitoIdentityPool shop -BasicFlow Active"),
        new("PoolEmpty", "") { Pool = "New-CognitoIdentityPool shop" },
        new("PoolNameDuplicate", "New-CognitoIdentityPool shop -UserPoolId eu-central-1_Example02 -ClientId 1example23456789 -AllowDuplicate",
            "PoolNameDuplicate"),
        new("DeveloperProvider", "Set-CognitoIdentityPool shop -DeveloperProviderName login.shop"),
    ];
}
