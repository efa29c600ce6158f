using CognitoPools.Documents;

namespace CognitoPools.Wire.Tests;

/// <summary>Pools whose templates other programs check.</summary>
internal static class TemplatesSamples
{
    public const string OddText = "say \"yes\" \\ no ${aws:username} %{ if } $${Region} é";

    private const string Account = "123456789012";
    private const string PoolId = "eu-west-1:12345678-1234-1234-1234-123456789012";
    private const string UserPool = "cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123";

    private const string Trust =
        """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Federated":"${CognitoPrincipal}"},
        "Action":["sts:AssumeRoleWithWebIdentity","sts:TagSession"],"Condition":{
        "StringEquals":{"${CognitoKeyPrefix}:aud":"${IdentityPoolId}"},
        "ForAnyValue:StringLike":{"${CognitoKeyPrefix}:amr":"authenticated"}}}]}
        """;

    private const string Files =
        """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":[
        "arn:${Partition}:s3:::files/${aws:PrincipalTag/team}/*","arn:${Partition}:s3:::other/*"]},
        {"Effect":"Allow","Action":"dynamodb:GetItem","Resource":"arn:${Partition}:dynamodb:${Region}:${AccountId}:table/t",
        "Condition":{"StringEquals":{"aws:RequestTag/for":"x","s3:prefix":["a","${aws:username}"]},"Bool":{"aws:SecureTransport":true}}}]}
        """;

    /// <summary>A pool with everything.</summary>
    public static LivePool Rich { get; } = new(
        new PoolDefinition
        {
            Name = "My shop +=,.@-_",
            GuestAccess = true,
            BasicFlow = BasicFlowState.Inactive,
            AuthenticatedRole = "authenticated",
            GuestRole = "guest",
            Providers =
            [
                new()
                {
                    Type = ProviderType.CognitoUserPool,
                    Name = UserPool,
                    ClientId = "one",
                    ServerSideTokenCheck = true,
                    RoleSetting = RoleSetting.Rules,
                    RoleResolution = RoleResolution.Deny,
                    Rules = [new PoolRoleRule { Claim = "custom:team", Operator = RuleOperator.Equals, Value = OddText, Role = "editors" }],
                    AttributeMapping = AttributeMapping.Custom(new Dictionary<string, string> { ["team"] = "custom:team", ["a/b c"] = "sub" }),
                },
                new()
                {
                    Type = ProviderType.CognitoUserPool,
                    Name = UserPool,
                    ClientId = "two",
                    ServerSideTokenCheck = false,
                    RoleSetting = RoleSetting.Token,
                    RoleResolution = RoleResolution.AuthenticatedRole,
                },
                new() { Type = ProviderType.Google, Name = "accounts.google.com", ClientId = "1-a.apps.googleusercontent.com" },
                new() { Type = ProviderType.Twitter, Name = "api.twitter.com", ClientId = "key" },
                new() { Type = ProviderType.Digits, Name = "www.digits.com" },
                new()
                {
                    Type = ProviderType.Saml,
                    Name = "arn:${Partition}:iam::${AccountId}:saml-provider/okta",
                    RoleSetting = RoleSetting.Rules,
                    RoleResolution = RoleResolution.AuthenticatedRole,
                    Rules = [new PoolRoleRule { Claim = "x", Operator = RuleOperator.NotEqual, Value = "y", Role = "other" }],
                    AttributeMapping = AttributeMapping.Default,
                },
                new() { Type = ProviderType.Developer, Name = "login.example.com" },
            ],
            Secrets = new Dictionary<string, string> { ["api.twitter.com"] = "TwitterSecret", ["www.digits.com"] = "DigitsSecret" },
            Tags = ReadableTable.Empty.SetItem("team", OddText).SetItem("aws:cloudformation:stack-name", "old"),
            Roles = new Dictionary<string, RoleDefinition>
            {
                ["authenticated"] = new()
                {
                    TrustPolicy = Trust,
                    Description = "Users of \"My shop\" \\ é",
                    MaxSessionDuration = 7200,
                    InlinePolicies = new Dictionary<string, string> { ["files"] = Files, ["more"] = Files },
                    AttachedPolicies =
                    [
                        "arn:${Partition}:iam::aws:policy/ReadOnlyAccess", "arn:${Partition}:iam::${AccountId}:policy/own",
                    ],
                    PermissionsBoundary = "arn:${Partition}:iam::${AccountId}:policy/boundary",
                    Tags = ReadableTable.Empty.SetItem("team", "web"),
                },
                ["guest"] = new() { TrustPolicy = Trust },
                ["editors"] = new() { TrustPolicy = Trust },
                ["other"] = new() { Arn = "arn:${Partition}:iam::${AccountId}:role/other" },
            },
        },
        new LiveNames(Account, "eu-west-1", PoolId))
    {
        Roles = new Dictionary<string, LiveRole>
        {
            ["authenticated"] = Role("My_shop_authenticatedrole"),
            ["guest"] = Role("My_shop_guestrole"),
            ["editors"] = Role("editors"),
            ["other"] = new LiveRole("other", $"arn:aws:iam::{Account}:role/other", "/"),
        },
        Warnings = ["The tags of role editors could not be read."],
    };

    /// <summary>A pool with nothing but a name.</summary>
    public static LivePool Bare { get; } = new(
        new PoolDefinition { Name = "7", GuestAccess = false, BasicFlow = BasicFlowState.Unset },
        new LiveNames(null, "eu-west-1", PoolId));

    private static LiveRole Role(string name) => new(name, $"arn:aws:iam::{Account}:role/cognitopools/{name}", "/cognitopools/");
}
