namespace CognitoPools.Outcomes.Tests.Museum;

/// <summary>Faults of providers.</summary>
internal static class ProviderExhibits
{
    public static IReadOnlyList<Exhibit> All { get; } =
    [
        new("ProviderOpenSignUp", "Add-PoolIdentityProvider shop -GoogleClientId 1-a.apps.googleusercontent.com"),
        new("ProviderTokenCheckOff", "Set-PoolIdentityProvider shop CognitoUserPool -ServerSideTokenCheck:$false"),
        new("ProviderDeprecated", "", "ProviderOpenSignUp")
        {
            Raw = pool => pool.UpdateAsync(request => request.SupportedLoginProviders = new() { ["api.twitter.com"] = "consumerkey" }),
            After = ["ProviderOpenSignUp"],
        },
        new("ProviderSecretInConfig", "", "ProviderDeprecated", "ProviderOpenSignUp")
        {
            Raw = pool => pool.UpdateAsync(request => request.SupportedLoginProviders = new() { ["api.twitter.com"] = "key;hidden" }),
            After = ["ProviderDeprecated", "ProviderOpenSignUp"],
        },
        new("ProviderDuplicate", "Set-PoolSandbox -OpenIdConnectProvider https://accounts.google.com; Add-PoolIdentityProvider shop "
            + "-GoogleClientId 1-a.apps.googleusercontent.com; "
            + "Add-PoolIdentityProvider shop -OpenIdConnectProvider https://accounts.google.com", "ProviderOpenSignUp"),
        new("ProviderIdFormat", "", "ProviderOpenSignUp")
        {
            Raw = pool => pool.UpdateAsync(request => request.SupportedLoginProviders = new() { ["graph.facebook.com"] = "shop" }),
        },
        new("PrincipalTagCharacters", "Set-PoolIdentityProvider shop CognitoUserPool -AttributeMapping @{ 'a;b' = 'cognito:username' } -RepairTrust",
            "AttributeMappingUnused") { After = ["AttributeMappingUnused"] },
        new("AttributeMappingUnused", "Set-PoolIdentityProvider shop CognitoUserPool -AttributeMapping @{ user = 'sub' } -RepairTrust"),
    ];
}
