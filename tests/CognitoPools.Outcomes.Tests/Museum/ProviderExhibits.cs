using Amazon.CognitoIdentity.Model;

namespace CognitoPools.Outcomes.Tests.Museum;

/// <summary>Faults of providers.</summary>
internal static class ProviderExhibits
{
    public static IReadOnlyList<Exhibit> All { get; } =
    [
        new("ProviderOpenSignUp", "Add-PoolIdentityProvider shop -GoogleClientId 1-a.apps.googleusercontent.com"),
        new("ProviderTokenCheckOff", "Set-PoolIdentityProvider shop CognitoUserPool -ServerSideTokenCheck:$false"),
        new("ProviderMissing", "")
        {
            Raw = pool => pool.UpdateAsync(request => request.SamlProviderARNs = ["arn:aws:iam::123456789012:saml-provider/gone"]),
        },
        new("ProviderDeprecated", "", "ProviderOpenSignUp")
        {
            Raw = pool => pool.UpdateAsync(request => request.SupportedLoginProviders = new() { ["api.twitter.com"] = "consumerkey" }),
        },
        new("ProviderSecretInConfig", "", "ProviderDeprecated", "ProviderOpenSignUp")
        {
            Raw = pool => pool.UpdateAsync(request => request.SupportedLoginProviders = new() { ["api.twitter.com"] = "key;hidden" }),
        },
        new("ProviderDuplicate", "")
        {
            Raw = pool => pool.UpdateAsync(request => request.CognitoIdentityProviders.Add(new CognitoIdentityProviderInfo
            {
                ProviderName = "cognito-idp.eu-central-1.amazonaws.com/eu-central-1_Example01",
                ClientId = "1example23456789",
                ServerSideTokenCheck = true,
            })),
        },
        new("ProviderIdFormat", "", "ProviderOpenSignUp")
        {
            Raw = pool => pool.UpdateAsync(request => request.SupportedLoginProviders = new() { ["graph.facebook.com"] = "shop" }),
        },
        new("PrincipalTagCharacters", "Set-PoolIdentityProvider shop CognitoUserPool -AttributeMapping @{ 'a;b' = 'cognito:username' } -RepairTrust",
            "AttributeMappingUnused"),
        new("AttributeMappingUnused", "Set-PoolIdentityProvider shop CognitoUserPool -AttributeMapping @{ user = 'sub' } -RepairTrust"),
    ];
}
