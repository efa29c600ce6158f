namespace CognitoPools.Outcomes.Tests.Museum;

/// <summary>Faults of permissions policies.</summary>
internal static class PolicyExhibits
{
    private const string Guests = "Set-PoolGuestAccess shop -Enable -CreateRole; ";

    public static IReadOnlyList<Exhibit> All { get; } =
    [
        new("PolicyGuestAdmin",
            Guests + Policy("Guest", "lambda:UpdateFunctionCode", "arn:aws:lambda:eu-central-1:123456789012:function:shop"), "GuestEnabled"),
        new("PolicyRoleAdmin", Policy("Authenticated", "iam:PassRole", "*")),
        new("PolicyGuestWildcard", Guests + Policy("Guest", "s3:GetObject", "*"), "GuestEnabled"),
        new("PolicyGuestWrite", Guests + Policy("Guest", "s3:PutObject", "arn:aws:s3:::files/uploads/*"), "GuestEnabled"),
        new("PolicyGuestConsoleDefault", Guests + Policy("Guest", "cognito-sync:*", "*"), "GuestEnabled"),
        new("PolicyCognitoAdmin", Policy("Authenticated", "cognito-identity:*", "*")),
        new("PolicyBeyondScopeDown", Guests + Policy("Guest", "bedrock:InvokeModel", "arn:aws:bedrock:eu-central-1::foundation-model/a"), "GuestEnabled"),
        new("PolicySessionAttached", "Set-PoolSandbox -ManagedPolicy @{ Name = 'AmazonCognitoUnAuthedIdentitiesSessionPolicy'; AwsManaged = $true; "
            + "Document = '{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"rum:PutRumEvents\",\"Resource\":\"*\"}]}' }")
        {
            // The cmdlets refuse to attach it.
            Raw = pool => pool.AttachAsync("arn:aws:iam::aws:policy/AmazonCognitoUnAuthedIdentitiesSessionPolicy"),
        },
        new("PolicyNoIsolation", Policy("Authenticated", "s3:PutObject", "arn:aws:s3:::files/*")),
        new("PolicyVariableEaten", Policy("Authenticated", "s3:PutObject", "arn:aws:s3:::files/private//*")),
        new("PrincipalTagUndefined", Policy("Authenticated", "s3:GetObject", "arn:aws:s3:::files/${aws:PrincipalTag/team}/*")),
    ];

    private static string Policy(string users, string action, string resource) =>
        $"Set-PoolRole shop {users} -PermissionsPolicy "
            + $"'{{\"Version\":\"2012-10-17\",\"Statement\":[{{\"Effect\":\"Allow\",\"Action\":\"{action}\",\"Resource\":\"{resource}\"}}]}}'";
}
