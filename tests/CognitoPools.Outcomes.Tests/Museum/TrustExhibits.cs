namespace CognitoPools.Outcomes.Tests.Museum;

/// <summary>Faults of trust policies.</summary>
internal static class TrustExhibits
{
    public static IReadOnlyList<Exhibit> All { get; } =
    [
        new("TrustNoAudience", "Trust $users (Allow $null authenticated)"),
        new("TrustNoAudience", "Trust $users (Allow $null $null)") { Case = "no condition at all" },
        new("TrustAudienceWildcard", "Trust $users (Like 'eu-central-1:*' authenticated)"),
        new("TrustNoAmr", "Trust $users (Allow $id $null)"),
        new("TrustNoAmr", "Set-PoolGuestAccess shop -Enable -CreateRole; Set-CognitoIdentityPool shop -BasicFlow Active; Trust $users (Allow $id $null)",
            "GuestEnabled", "GuestBasicFlow") { Case = "live" },
        new("TrustAuthenticatedAllowsGuest", "Trust $users (Allow $id '*authenticated')"),
        new("TrustAmrSwapped", "Trust $users (Allow $id unauthenticated)"),
        new("TrustMissingPool", "Trust $users (Allow 'eu-central-1_Example01' authenticated)"),
        new("TrustOtherPool",
            "$other = (New-CognitoIdentityPool blog -UserPoolId eu-central-1_Example02 -ClientId 1example23456789).IdentityPoolId; "
                + "Trust $users (Allow $id authenticated), (Allow $other authenticated)"),
        new("TrustForeignPool",
            "Trust $users (Allow $id authenticated), (Allow 'eu-central-1:11111111-2222-3333-4444-555555555555' authenticated)"),
        new("TrustWrongAction", "Trust $users ((Allow $id authenticated) -replace 'sts:AssumeRoleWithWebIdentity', 'sts:AssumeRole')"),
        new("TrustWrongKey", "Trust $users ((Allow $id authenticated) -replace 'amazonaws.com:aud', 'amazonaws.com:audience')"),
        new("TrustNetworkCondition",
            "Trust $users ((Allow $id authenticated) -replace '\"Condition\":\\{', '\"Condition\":{\"IpAddress\":{\"aws:SourceIp\":\"10.0.0.0/8\"},')"),
        new("TrustExtraPrincipal",
            "Trust $users (Allow $id authenticated), "
                + "'{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"lambda.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}'"),
        new("TrustExtraPrincipal",
            "Trust $users (Allow $id authenticated), '{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"sts:AssumeRole\"}'") { Case = "everybody" },
        new("TrustConditional",
            "Trust $users ((Allow $id authenticated) -replace '\"Condition\":\\{', "
                + "'\"Condition\":{\"DateLessThan\":{\"aws:CurrentTime\":\"2030-01-01T00:00:00Z\"},')"),
        new("TrustOrphan", "Trust old-users (Allow $null authenticated)") { Parameters = "-Account" },
        new("RoleUnlisted", "Set-CognitoIdentityPool shop -BasicFlow Active; Trust another (Allow $id authenticated)", "BasicFlowEnabled")
        {
            Parameters = "-Account",
        },
        new("AttributeMappingNoTagSession",
            "Set-PoolRole shop Authenticated -PermissionsPolicy '{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
                + "\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::files/${aws:PrincipalTag/user}/*\"}]}'; "
                + "Set-PoolIdentityProvider shop CognitoUserPool -AttributeMapping @{ user = 'sub' } -RepairTrust; Trust $users (Allow $id authenticated)"),
    ];
}
