using Amazon.CognitoIdentity.Model;

namespace CognitoPools.Outcomes.Tests.Museum;

/// <summary>Faults of role settings and rules.</summary>
internal static class RuleExhibits
{
    public static IReadOnlyList<Exhibit> All { get; } =
    [
        new("RoleResolutionFallback", Rules("@{ Claim = 'cognito:username'; Operator = 'Equals'; Value = 'ann'; Role = $users }", "AuthenticatedRole")),
        new("RuleEmailSubstring", Rules("@{ Claim = 'email'; Operator = 'Contains'; Value = '@example.com'; Role = $users }"), "ClaimUserWritable"),
        new("RuleContains", Rules("@{ Claim = 'cognito:username'; Operator = 'Contains'; Value = 'admin'; Role = $users }")),
        new("RuleContains", Rules("@{ Claim = 'cognito:groups'; Operator = 'Contains'; Value = 'admin'; Role = $users }")) { Case = "groups" },
        new("RuleNotEqual", "$other = (New-PoolRole shop Authenticated -RoleName others).RoleArn; "
            + Rules("@{ Claim = 'cognito:username'; Operator = 'NotEqual'; Value = 'ann'; Role = $other }")),
        new("RuleShadowed", Rules(
            "@{ Claim = 'cognito:username'; Operator = 'StartsWith'; Value = 'a'; Role = $users }, "
                + "@{ Claim = 'cognito:username'; Operator = 'Equals'; Value = 'ann'; Role = $users }")),
        new("RuleClaimUnsupported", "Add-PoolIdentityProvider shop -FacebookAppId 123456789012345; Set-PoolIdentityProvider shop Facebook "
            + "-RoleSetting Rules -RoleResolution Deny -Rule @{ Claim = 'email'; Operator = 'Equals'; Value = 'a@b.c'; Role = $users }", "ProviderOpenSignUp"),
        new("ClaimUserWritable", Rules("@{ Claim = 'custom:role'; Operator = 'Equals'; Value = 'admin'; Role = $users }")),
        new("RuleLimit", Rules("(1..23 | ForEach-Object { @{ Claim = 'cognito:username'; Operator = 'Equals'; Value = \"u$_\"; Role = $users } })")),
        new("RoleSettingTokenElsewhere", "Add-PoolIdentityProvider shop -GoogleClientId 1-a.apps.googleusercontent.com", "ProviderOpenSignUp")
        {
            Raw = pool => pool.SetRolesAsync(request => request.RoleMappings = new()
            {
                ["accounts.google.com"] = new RoleMapping { Type = "Token", AmbiguousRoleResolution = "Deny" },
            }),
        },
        new("RuleStaleKey", Rules("@{ Claim = 'cognito:username'; Operator = 'Equals'; Value = 'ann'; Role = $users }"))
        {
            // The service keeps the mapping of a provider that another tool removed.
            Raw = pool => pool.UpdateAsync(request => request.CognitoIdentityProviders[0].ClientId = "2example23456789"),
        },
    ];

    private static string Rules(string rules, string resolution = "Deny") =>
        $"Set-PoolIdentityProvider shop CognitoUserPool -RoleSetting Rules -RoleResolution {resolution} -Rule {rules}";
}
