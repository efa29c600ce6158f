using CognitoPools.Documents;
using CognitoPools.Documents.Templates;

namespace CognitoPools.Core.Tests.Documents;

public class AwsCliReaderTests
{
    private const string Id = "eu-west-1:12345678-1234-1234-1234-123456789012";
    private const string Pool =
        """
        {
          "IdentityPoolId": "eu-west-1:12345678-1234-1234-1234-123456789012",
          "IdentityPoolName": "shop",
          "AllowUnauthenticatedIdentities": true,
          "SupportedLoginProviders": { "api.twitter.com": "key;hidden", "accounts.google.com": "1-a" },
          "DeveloperProviderName": "login.example.com",
          "OpenIdConnectProviderARNs": ["arn:aws:iam::123456789012:oidc-provider/login.example.com"],
          "CognitoIdentityProviders": [{ "ProviderName": "cognito-idp.eu-west-1.amazonaws.com/eu-west-1_A", "ClientId": "one", "ServerSideTokenCheck": true }],
          "SamlProviderARNs": ["arn:aws:iam::123456789012:saml-provider/okta"],
          "IdentityPoolTags": { "team": "${Region}" },
          "ResponseMetadata": { "HTTPStatusCode": 200 }
        }
        """;
    private const string Roles =
        """
        {
          "IdentityPoolId": "eu-west-1:12345678-1234-1234-1234-123456789012",
          "Roles": { "authenticated": "arn:aws:iam::123456789012:role/x/users", "unauthenticated": "arn:aws:iam::123456789012:role/guests" },
          "RoleMappings": {
            "cognito-idp.eu-west-1.amazonaws.com/eu-west-1_A:one": {
              "Type": "Rules", "AmbiguousRoleResolution": "Deny",
              "RulesConfiguration": { "Rules": [
                { "Claim": "a", "MatchType": "StartsWith", "Value": "b", "RoleARN": "arn:aws:iam::123456789012:role/editors" },
                { "Claim": "a", "MatchType": "Equals", "Value": "c", "RoleARN": "arn:aws:iam::123456789012:role/y/editors" },
                { "Claim": "a", "MatchType": "Equals", "Value": "d", "RoleARN": "arn:aws:iam::123456789012:role/x/users" },
                { "Claim": "a", "MatchType": "Equals", "Value": "e", "RoleARN": "arn:aws:iam::123456789012:role/guest" }
              ] }
            }
          }
        }
        """;
    private const string TagMap =
        """
        { "IdentityPoolId": "eu-west-1:12345678-1234-1234-1234-123456789012",
          "IdentityProviderName": "arn:aws:iam::123456789012:saml-provider/okta", "UseDefaults": false, "PrincipalTags": { "team": "t" } }
        """;

    [Fact]
    public void The_answers_of_a_pool_become_a_definition_without_its_secret()
    {
        var read = AwsCliReader.Read(Parse(Pool), Parse(Roles), [Parse(TagMap)]);
        var pool = read.Definition;
        Assert.Equal(("shop", true, BasicFlowState.Unset), (pool.Name, pool.GuestAccess, pool.BasicFlow));
        Assert.Equal("team=${Region}", pool.Tags.ToString());
        Assert.Equal(
            [
                "CognitoUserPool one", "Twitter key", "Google 1-a", "OpenIdConnect ", "Saml ", "Developer ",
            ],
            pool.Providers.Select(provider => $"{provider.Type} {provider.ClientId}"));
        Assert.Equal("hidden", read.SecretValues[pool.Secrets["api.twitter.com"]]);
        Assert.Equal(("authenticated", "guest"), (pool.AuthenticatedRole, pool.GuestRole));
        Assert.Equal(["editors", "editors2", "authenticated", "guest2"], pool.Providers[0].Rules.Select(rule => rule.Role));
        Assert.Equal("arn:aws:iam::123456789012:role/y/editors", pool.Roles["editors2"].Arn);
        Assert.Equal(RuleOperator.StartsWith, pool.Providers[0].Rules[0].Operator);
        Assert.Equal("team=t", pool.Providers.Single(provider => provider.Type == ProviderType.Saml).AttributeMapping.ToString());
    }

    [Fact]
    public void Both_answers_may_stand_in_one_object()
    {
        var merged = Pool.TrimEnd()[..^1] + "," + Roles.TrimStart()[(Roles.IndexOf(',', StringComparison.Ordinal) + 1)..];
        Assert.Equal(AnswerKind.PoolWithRoles, AwsCliReader.KindOf(Parse(merged)));
        Assert.Equal("authenticated", AwsCliReader.Read(Parse(merged), null, []).Definition.AuthenticatedRole);
    }

    [Fact]
    public void The_answers_are_told_apart()
    {
        Assert.Equal(AnswerKind.Pool, AwsCliReader.KindOf(Parse(Pool)));
        Assert.Equal(AnswerKind.Roles, AwsCliReader.KindOf(Parse(Roles)));
        Assert.Equal(AnswerKind.Roles, AwsCliReader.KindOf(Parse($"{{ \"IdentityPoolId\": \"{Id}\" }}")));
        Assert.Equal(AnswerKind.TagMap, AwsCliReader.KindOf(Parse(TagMap)));
        Assert.Null(AwsCliReader.KindOf(Parse("{ \"name\": \"shop\" }")));
        Assert.Null(AwsCliReader.KindOf(Parse("[]")));
    }

    [Theory]
    [InlineData("IdentityPoolTags", "IdentityPoolTag", "$.IdentityPoolTag: 'IdentityPoolTag' is not a key of an identity pool.")]
    [InlineData("accounts.google.com", "account.google.com", "Did you mean 'accounts.google.com'?")]
    [InlineData("eu-west-1:12345678", "eu-west-1:92345678", "the outputs are of different identity pools")]
    [InlineData("eu-west-1_A\"", "eu-west-1_B\"", "the identity pool has no provider")]
    [InlineData("\"AllowUnauthenticatedIdentities\": true", "\"AllowUnauthenticatedIdentities\": \"yes\"", "must be true or false")]
    public void A_wrong_answer_is_an_error_with_its_place(string right, string wrong, string message) => Assert.Contains(
        message,
        Assert.Throws<DocumentFormatException>(() => AwsCliReader.Read(
            Parse(Pool.Replace(right, wrong, StringComparison.Ordinal)), Parse(Roles), [])).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Roles_alone_are_no_pool() => Assert.Contains(
        "describe-identity-pool",
        Assert.Throws<DocumentFormatException>(() => AwsCliReader.Read(null, Parse(Roles), [])).Message,
        StringComparison.Ordinal);

    private static DocumentElement Parse(string text) => DocumentElement.Parse(text);
}
