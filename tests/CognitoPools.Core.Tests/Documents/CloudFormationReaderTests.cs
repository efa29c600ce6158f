using CognitoPools.Documents;
using CognitoPools.Documents.Templates;

namespace CognitoPools.Core.Tests.Documents;

public class CloudFormationReaderTests
{
    [Fact]
    public void A_template_with_parameters_and_policies_of_its_own_is_read()
    {
        var read = Read(
            """
            {
              "Parameters": {
                "Stage": { "Type": "String", "Default": "dev" },
                "Guests": { "Type": "String", "Default": "false" },
                "Actions": { "Type": "CommaDelimitedList", "Default": "s3:GetObject, s3:PutObject" },
                "Consumer": { "Type": "String", "NoEcho": true }
              },
              "Resources": {
                "UserPool": { "Type": "AWS::Cognito::UserPool", "Properties": {} },
                "Pool": {
                  "Type": "AWS::Cognito::IdentityPool",
                  "Properties": {
                    "IdentityPoolName": { "Fn::Join": ["-", ["shop", { "Ref": "Stage" }, { "Ref": "AWS::NoValue" }]] },
                    "AllowUnauthenticatedIdentities": { "Ref": "Guests" },
                    "DeveloperProviderName": { "Ref": "AWS::NoValue" },
                    "CognitoIdentityProviders": [
                      { "ProviderName": { "Fn::GetAtt": "UserPool.ProviderName" }, "ClientId": "one" }
                    ],
                    "SupportedLoginProviders": {
                      "api.twitter.com": { "Fn::Join": [";", ["key", { "Ref": "Consumer" }]] },
                      "www.digits.com": "digits;secret"
                    },
                    "SamlProviderARNs": [{ "Fn::Sub": "arn:${AWS::Partition}:iam::${AWS::AccountId}:saml-provider/okta" }]
                  }
                },
                "Attached": {
                  "Type": "AWS::Cognito::IdentityPoolRoleAttachment",
                  "Properties": {
                    "IdentityPoolId": { "Ref": "Pool" },
                    "Roles": { "authenticated": { "Fn::GetAtt": ["Users", "Arn"] }, "unauthenticated": "arn:aws:iam::1:role/x/guests" },
                    "RoleMappings": {
                      "one": {
                        "IdentityProvider": { "Fn::Sub": ["${P}:one", { "P": { "Fn::GetAtt": "UserPool.ProviderName" } }] },
                        "Type": "Rules",
                        "AmbiguousRoleResolution": "Deny",
                        "RulesConfiguration": { "Rules": [
                          { "Claim": "sub", "MatchType": "Equals", "Value": "x", "RoleARN": { "Fn::Sub": "${Editors.Arn}" } }
                        ] }
                      }
                    }
                  }
                },
                "Users": {
                  "Type": "AWS::IAM::Role",
                  "Properties": {
                    "ManagedPolicyArns": [{ "Ref": "Shared" }],
                    "AssumeRolePolicyDocument": { "Statement": [{
                      "Condition": { "StringEquals": { "cognito-identity.amazonaws.com:aud": { "Ref": "Pool" } } } }] }
                  }
                },
                "Editors": {
                  "Type": "AWS::IAM::Role",
                  "Properties": { "RoleName": "editors", "Path": "/x/", "AssumeRolePolicyDocument": "{\"Statement\":[]}" }
                },
                "Shared": { "Type": "AWS::IAM::ManagedPolicy", "Properties": { "ManagedPolicyName": "shared", "PolicyDocument": {} } },
                "Inline": {
                  "Type": "AWS::IAM::Policy",
                  "Properties": {
                    "PolicyName": "files",
                    "Roles": [{ "Ref": "Users" }],
                    "PolicyDocument": { "Statement": [{
                      "Action": { "Ref": "Actions" },
                      "Resource": [
                        { "Fn::Sub": "arn:aws:s3:::b-${Stage}/${!aws:username}/${AWS::Region}" },
                        "literal ${Region} and ${aws:username}",
                        { "Fn::GetAtt": ["Editors", "Arn"] }
                      ]
                    }] }
                  }
                },
                "Further": {
                  "Type": "AWS::IAM::RolePolicy",
                  "Properties": { "PolicyName": "more", "RoleName": "editors", "PolicyDocument": { "Statement": [] } }
                }
              }
            }
            """,
            ("UserPool.ProviderName", "cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123"), ("Consumer", "s"), ("Other", "x"));
        var pool = Assert.Single(read.Definitions);
        Assert.Equal("shop-dev", pool.Name);
        Assert.False(pool.GuestAccess);
        Assert.Null(pool.BasicFlow);
        Assert.Equal(
            [
                "cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123", "api.twitter.com", "www.digits.com",
                "arn:${Partition}:iam::${AccountId}:saml-provider/okta",
            ],
            pool.Providers.Select(provider => provider.Name));
        Assert.Equal(["one", "key", "digits", null], pool.Providers.Select(provider => provider.ClientId));
        Assert.Equal("Consumer", pool.Secrets["api.twitter.com"]);
        Assert.Equal("secret", read.SecretValues[pool.Secrets["www.digits.com"]]);
        Assert.Equal("authenticated", pool.AuthenticatedRole);
        Assert.Equal("arn:aws:iam::1:role/x/guests", pool.Roles[pool.GuestRole!].Arn);
        Assert.Equal("editors", Assert.Single(pool.Providers[0].Rules).Role);
        var users = pool.Roles["authenticated"];
        Assert.Null(users.Name);
        Assert.Null(users.Path);
        Assert.Equal(["arn:${Partition}:iam::${AccountId}:policy/shared"], users.AttachedPolicies);
        Assert.Equal(
            """{"Statement":[{"Condition":{"StringEquals":{"cognito-identity.amazonaws.com:aud":"${IdentityPoolId}"}}}]}""",
            users.TrustPolicy);
        Assert.Equal(
            """{"Statement":[{"Action":["s3:GetObject","s3:PutObject"],"Resource":["arn:aws:s3:::b-dev/${aws:username}/${Region}","""
                + "\"literal $${Region} and ${aws:username}\",\"arn:${Partition}:iam::${AccountId}:role/x/editors\"]}]}",
            users.InlinePolicies["files"]);
        Assert.Equal(("editors", "/x/"), (pool.Roles["editors"].Name, pool.Roles["editors"].Path));
        Assert.Equal(["more"], pool.Roles["editors"].InlinePolicies.Keys);
        Assert.Equal(["Consumer", "UserPool.ProviderName"], read.UsedValues);
        Assert.Equal(["Managed policy Shared of the template is not created. The policy must exist."], read.Warnings);
    }

    [Theory]
    [InlineData("\"IdentityPoolName\": { \"Fn::If\": [\"c\", \"a\", \"b\"] }",
        "$.Resources.Pool.Properties.IdentityPoolName['Fn::If']: the function Fn::If is not supported.")]
    [InlineData("\"IdentityPoolName\": { \"Fn::ImportValue\": \"x\" }", "the function Fn::ImportValue is not supported.")]
    [InlineData("\"SamlProviderARNs\": { \"Fn::Split\": [\",\", \"a,b\"] }", "the function Fn::Split is not supported.")]
    [InlineData("\"IdentityPoolName\": { \"Ref\": \"Stage\" }", "parameter Stage has no value. Specify -Value @{ 'Stage' = '...' }.")]
    [InlineData("\"IdentityPoolName\": { \"Ref\": \"Stored\" }", "parameter Stored has no value.")]
    [InlineData("\"IdentityPoolName\": { \"Ref\": \"AWS::StackName\" }", "Specify -Value @{ 'AWS::StackName' = '...' }.")]
    [InlineData("\"IdentityPoolName\": { \"Fn::Sub\": \"x-${AWS::Region}\" }", "Specify -Value @{ 'AWS::Region' = '...' }.")]
    [InlineData("\"IdentityPoolName\": { \"Fn::Sub\": \"x-${Nobody}\" }", "the template has neither a parameter nor a resource 'Nobody'.")]
    [InlineData("\"CognitoStreams\": {}", "$.Resources.Pool.Properties.CognitoStreams: CognitoStreams belongs to Amazon Cognito Sync")]
    [InlineData("\"IdentityPoolNme\": \"x\"", "'IdentityPoolNme' is not a key of an identity pool. Did you mean 'IdentityPoolName'?")]
    [InlineData("\"SupportedLoginProviders\": { \"account.google.com\": \"x\" }", "Did you mean 'accounts.google.com'?")]
    [InlineData("\"DeveloperProviderName\": { \"Ref\": \"Loop\" }", "the name of Loop depends on itself.")]
    [InlineData("\"SamlProviderARNs\": [{ \"Fn::GetAtt\": [\"Nameless\", \"Arn\"] }]", "Specify -Value @{ 'Nameless.Arn' = '...' }.")]
    [InlineData("\"SamlProviderARNs\": [{ \"Fn::Sub\": \"$${AWS::Region}\" }]", "a dollar sign is not allowed before AWS::Region.")]
    public void What_cannot_be_resolved_is_an_error_with_its_place(string property, string message) =>
        Assert.Contains(message, Refusal(property), StringComparison.Ordinal);

    [Theory]
    [InlineData("\"Transform\": \"AWS::Serverless-2016-10-31\", \"Resources\": {}", "$.Transform: a template with a transform")]
    [InlineData("\"Resources\": { \"Fn::ForEach::Pools\": [] }", "the function Fn::ForEach::Pools is not supported.")]
    [InlineData("\"Resources\": {}", "the template has no resource of type AWS::Cognito::IdentityPool.")]
    [InlineData("\"Resources\": { \"P\": { \"Type\": \"AWS::Cognito::IdentityPool\", \"Condition\": \"C\", \"Properties\": {} } }",
        "$.Resources.P.Condition: resource P has a condition")]
    public void A_template_that_only_CloudFormation_understands_is_refused(string content, string message) => Assert.Contains(
        message,
        Assert.Throws<DocumentFormatException>(() => Read($"{{ {content} }}")).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("{ \"Ref\": \"Nameless\" }", "Use { \"Fn::GetAtt\": [\"Nameless\", \"Arn\"] }.")]
    [InlineData("{ \"Fn::Select\": [0, []] }", "the function Fn::Select is not supported.")]
    public void A_default_role_must_be_an_ARN(string role, string message)
    {
        var attachment = ", \"A\": { \"Type\": \"AWS::Cognito::IdentityPoolRoleAttachment\", \"Properties\": { \"IdentityPoolId\": "
            + $"{{ \"Ref\": \"Pool\" }}, \"Roles\": {{ \"authenticated\": {role} }} }} }}";
        Assert.Contains(message, Refusal("\"IdentityPoolName\": \"x\"", attachment), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"AWSTemplateFormatVersion\": \"2010-09-09\" }", true)]
    [InlineData("{ \"Resources\": { \"A\": { \"Type\": \"AWS::SNS::Topic\" } } }", true)]
    [InlineData("{ \"IdentityPoolId\": \"x\" }", false)]
    [InlineData("[]", false)]
    public void A_template_is_told_from_other_documents(string text, bool expected) =>
        Assert.Equal(expected, CloudFormationReader.IsTemplate(DocumentElement.Parse(text)));

    [Fact]
    public void Each_pool_of_a_template_has_its_own_roles()
    {
        var read = Read(
            """
            { "Resources": {
              "One": { "Type": "AWS::Cognito::IdentityPool", "Properties": { "AllowUnauthenticatedIdentities": true, "IdentityPoolName": "one" } },
              "Two": { "Type": "AWS::Cognito::IdentityPool", "Properties": { "AllowUnauthenticatedIdentities": false } },
              "A": { "Type": "AWS::Cognito::IdentityPoolRoleAttachment", "Properties": {
                "IdentityPoolId": { "Ref": "Two" }, "Roles": { "unauthenticated": "arn:aws:iam::1:role/x" } } }
            } }
            """);
        Assert.Equal(["one", "Two"], read.Definitions.Select(pool => pool.Name));
        Assert.Equal([null, "guest"], read.Definitions.Select(pool => pool.GuestRole));
        Assert.Single(read.Warnings);
    }

    private static ReadTemplate Read(string text, params (string Name, string Value)[] values) =>
        CloudFormationReader.Read(DocumentElement.Parse(text), values.ToDictionary(value => value.Name, value => value.Value));

    private static string Refusal(string property, string resources = "") => Assert.Throws<DocumentFormatException>(() => Read(
        $$"""
        {
          "Parameters": {
            "Stage": { "Type": "String" },
            "Stored": { "Type": "AWS::SSM::Parameter::Value<String>", "Default": "/a" }
          },
          "Resources": {
            "Loop": { "Type": "AWS::IAM::Role", "Properties": { "RoleName": { "Ref": "Loop" } } },
            "Nameless": { "Type": "AWS::IAM::Role", "Properties": { "AssumeRolePolicyDocument": {} } },
            "Pool": { "Type": "AWS::Cognito::IdentityPool", "Properties": { "AllowUnauthenticatedIdentities": true, {{property}} } }
            {{resources}}
          }
        }
        """)).Message;
}
