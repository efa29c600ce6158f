using CognitoPools.Account;
using CognitoPools.Roles;

namespace CognitoPools.Tests.Roles;

/// <summary>IAM's rules, one by one. The request is of the pool eu-west-1:7, of a user of Google, with the tag
/// team=Red.</summary>
public class TrustEvaluationTests
{
    private static readonly TrustRequest Request = new(
        AwsPartition.Aws, "eu-west-1:7", ["authenticated", "accounts.google.com", "accounts.google.com:OIDC:42"])
    {
        Subject = "eu-west-1:me",
        RequestTags = new Dictionary<string, string> { ["team"] = "Red" },
    };

    [Theory]
    [InlineData("StringEquals", "C:aud", "'eu-west-1:7'", true)]
    [InlineData("StringEquals", "C:aud", "['x','eu-west-1:7']", true)]
    [InlineData("StringEquals", "C:aud", "'EU-WEST-1:7'", false)]
    [InlineData("StringEquals", "C:aud", "'eu-west-1:*'", false)]
    [InlineData("StringEquals", "C:aud", "[]", false)]
    [InlineData("StringEquals", "C:AUD", "'eu-west-1:7'", true)]
    [InlineData("stringequals", "C:aud", "'eu-west-1:7'", true)]
    [InlineData("StringEquals", "C:absent", "'x'", false)]
    [InlineData("StringNotEquals", "C:aud", "'x'", true)]
    [InlineData("StringNotEquals", "C:aud", "['x','eu-west-1:7']", false)]
    [InlineData("StringNotEquals", "C:absent", "'x'", true)]
    [InlineData("StringEqualsIgnoreCase", "C:aud", "'EU-WEST-1:7'", true)]
    [InlineData("StringEqualsIgnoreCase", "C:aud", "'EU-WEST-1:8'", false)]
    [InlineData("StringNotEqualsIgnoreCase", "C:aud", "'EU-WEST-1:7'", false)]
    [InlineData("StringNotEqualsIgnoreCase", "C:aud", "'EU-WEST-1:8'", true)]
    [InlineData("StringLike", "C:aud", "'eu-*:?'", true)]
    [InlineData("StringLike", "C:aud", "'EU-*'", false)]
    [InlineData("StringLike", "C:absent", "'*'", false)]
    [InlineData("StringNotLike", "C:aud", "'us-*'", true)]
    [InlineData("StringNotLike", "C:aud", "'eu-*'", false)]
    [InlineData("StringNotLike", "C:absent", "'*'", true)]
    [InlineData("StringEqualsIfExists", "C:absent", "'x'", true)]
    [InlineData("StringEqualsIfExists", "C:aud", "'x'", false)]
    [InlineData("StringLikeIfExists", "C:absent", "'x'", true)]
    [InlineData("StringNotEqualsIfExists", "C:aud", "'eu-west-1:7'", false)]
    [InlineData("ForAnyValue:StringLike", "C:amr", "'authenticated'", true)]
    [InlineData("ForAnyValue:StringLike", "C:amr", "'unauthenticated'", false)]
    [InlineData("ForAnyValue:StringEquals", "C:amr", "'accounts.google.com:OIDC:42'", true)]
    [InlineData("foranyvalue:stringlike", "C:amr", "'accounts.google.com:OIDC:*'", true)]
    [InlineData("ForAnyValue:StringNotEquals", "C:amr", "'authenticated'", true)]
    [InlineData("ForAnyValue:StringNotLike", "C:amr", "'*'", false)]
    [InlineData("ForAnyValue:StringNotEquals", "C:absent", "'x'", false)]
    [InlineData("ForAnyValue:StringLike", "C:absent", "'*'", false)]
    [InlineData("ForAnyValue:StringLikeIfExists", "C:absent", "'x'", true)]
    [InlineData("ForAllValues:StringLike", "C:amr", "['authenticated','accounts.google.com*']", true)]
    [InlineData("ForAllValues:StringEquals", "C:amr", "'authenticated'", false)]
    [InlineData("ForAllValues:StringEquals", "C:absent", "'x'", true)]
    [InlineData("ForAllValues:StringNotEquals", "C:amr", "'unauthenticated'", true)]
    [InlineData("ForAllValues:StringNotEquals", "C:amr", "'authenticated'", false)]
    [InlineData("StringEquals", "C:amr", "'authenticated'", false)]
    [InlineData("StringLike", "C:amr", "'*'", true)]
    [InlineData("StringNotEquals", "C:amr", "'unauthenticated'", true)]
    [InlineData("StringNotEquals", "C:amr", "'authenticated'", false)]
    [InlineData("Null", "C:aud", "'false'", true)]
    [InlineData("Null", "C:aud", "false", true)]
    [InlineData("Null", "C:aud", "'true'", false)]
    [InlineData("Null", "C:absent", "'TRUE'", true)]
    [InlineData("Null", "C:absent", "'false'", false)]
    [InlineData("Bool", "aws:SecureTransport", "true", true)]
    [InlineData("Bool", "aws:SecureTransport", "'True'", true)]
    [InlineData("Bool", "aws:SecureTransport", "'false'", false)]
    [InlineData("BoolIfExists", "C:absent", "'true'", true)]
    [InlineData("Bool", "C:absent", "'true'", false)]
    [InlineData("StringEquals", "aws:FederatedProvider", "'cognito-identity.amazonaws.com'", true)]
    [InlineData("StringEquals", "C:sub", "'eu-west-1:me'", true)]
    [InlineData("StringEquals", "C:sub", "'eu-west-1:you'", false)]
    [InlineData("StringEquals", "aws:RequestTag/team", "'Red'", true)]
    [InlineData("StringEquals", "aws:requesttag/TEAM", "'Red'", true)]
    [InlineData("StringEquals", "aws:RequestTag/team", "'red'", false)]
    [InlineData("StringEquals", "aws:RequestTag/other", "'Red'", false)]
    [InlineData("Null", "aws:RequestTag/other", "'true'", true)]
    [InlineData("ForAllValues:StringEquals", "aws:TagKeys", "['team','x']", true)]
    [InlineData("ForAllValues:StringEquals", "aws:TagKeys", "'x'", false)]
    [InlineData("StringLike", "C:aud", "'eu-west-1:${*}'", false)]
    public void Condition_operators(string operation, string key, string values, bool matches)
    {
        var condition =
            $$"""{"{{operation}}":{"{{key.Replace("C:", "cognito-identity.amazonaws.com:", StringComparison.Ordinal)}}":{{values.Replace('\'', '"')}} } }""";
        Cultures.Each(() =>
        {
            var decision = Policy(condition: condition).Evaluate(Request);
            Assert.Equal(matches, decision.Allowed);
            Assert.Empty(decision.NotEvaluated);
            Assert.Equal(matches, !Allowing("Deny", condition).Evaluate(Request).Allowed);
        });
    }

    [Theory]
    [InlineData(
        """{"StringEqual":{"k":"v"}}""",
        "the operator 'StringEqual' is not a condition operator of IAM (did you mean 'StringEquals'?)")]
    [InlineData("""{"ForAnyValue:StringLikes":{"k":"v"}}""", "did you mean 'ForAnyValue:StringLike'?")]
    [InlineData("""{"Matches":{"k":"v"}}""", "the operator 'Matches' is not a condition operator of IAM")]
    [InlineData("""{"NullIfExists":{"k":"true"}}""", "the operator 'NullIfExists' is not a condition operator of IAM")]
    [InlineData("""{"ForAnyValue:Null":{"k":"true"}}""", "the operator 'ForAnyValue:Null' is not a condition operator of IAM")]
    [InlineData(
        """{"DateLessThan":{"aws:CurrentTime":"2030-01-01T00:00:00Z"}}""",
        "the operator 'DateLessThan' on 'aws:CurrentTime' is not evaluated here")]
    [InlineData(
        """{"NotIpAddressIfExists":{"aws:SourceIp":"10.0.0.0/8"}}""",
        "the operator 'NotIpAddressIfExists' on 'aws:SourceIp' is not evaluated here")]
    [InlineData("""{"NumericLessThan":{"k":1}}""", "the operator 'NumericLessThan'")]
    [InlineData("""{"ForAnyValue:ArnLike":{"k":"arn:*"}}""", "the operator 'ForAnyValue:ArnLike'")]
    [InlineData(
        """{"StringEquals":{"aws:RequestedRegion":"eu-west-1"}}""",
        "the value of 'aws:RequestedRegion' is not known here")]
    [InlineData(
        """{"StringEquals":{"sts:RoleSessionName":"x"}}""",
        "the value of 'sts:RoleSessionName' is not known here")]
    [InlineData(
        """{"StringEquals":{"cognito-identity.amazonaws.com:aud":"${aws:userid}"}}""",
        "the policy variable '${aws:userid}' in the condition on 'cognito-identity.amazonaws.com:aud' is not evaluated here")]
    public void What_only_the_service_can_evaluate_matches_neither_an_allow_nor_a_deny_and_is_named(
        string condition, string named)
    {
        var allowed = Policy(condition: condition).Evaluate(Request);
        Assert.False(allowed.Allowed);
        Assert.Contains(named, Assert.Single(allowed.NotEvaluated), StringComparison.Ordinal);
        Assert.Contains(named, allowed.Reason, StringComparison.Ordinal);
        var denied = Allowing("Deny", condition).Evaluate(Request);
        Assert.True(denied.Allowed);
        Assert.Contains(named, Assert.Single(denied.NotEvaluated), StringComparison.Ordinal);
    }

    [Fact]
    public void Old_policies_know_no_variables()
    {
        const string Json =
            """{"Statement":{"Effect":"Allow","Principal":"""
                + """{"Federated":"cognito-identity.amazonaws.com"},"Action":"sts:*","Condition":{"StringEquals":"""
                + """{"cognito-identity.amazonaws.com:aud":"${aws:userid}"}}}}""";
        var decision = TrustPolicy.Parse(Json).Evaluate(Request with { Audience = "${aws:userid}" });
        Assert.True(decision.Allowed, decision.Reason);
    }

    [Theory]
    [InlineData("\"*\"", true)]
    [InlineData("""{"AWS":"*"}""", true)]
    [InlineData("""{"Federated":"*"}""", true)]
    [InlineData("""{"Federated":"cognito-identity.amazonaws.com"}""", true)]
    [InlineData("""{"Federated":["accounts.google.com","cognito-identity.amazonaws.com"]}""", true)]
    [InlineData("""{"Service":"lambda.amazonaws.com","Federated":"cognito-identity.amazonaws.com"}""", true)]
    [InlineData("""{"Federated":"Cognito-identity.amazonaws.com"}""", false)]
    [InlineData("""{"Federated":"cognito-identity.amazonaws.*"}""", false)]
    [InlineData("""{"Federated":"cognito-identity-us-gov.amazonaws.com"}""", false)]
    [InlineData("""{"Service":"cognito-identity.amazonaws.com"}""", false)]
    [InlineData("""{"Service":"*"}""", false)]
    public void Principals(string principal, bool matches)
    {
        Assert.Equal(matches, Policy(principal: $"\"Principal\":{principal}").Evaluate(Request).Allowed);
        Assert.Equal(!matches, Policy(principal: $"\"NotPrincipal\":{principal}").Evaluate(Request).Allowed);
    }

    [Theory]
    [InlineData("\"sts:AssumeRoleWithWebIdentity\"", true, false)]
    [InlineData("""["sts:AssumeRoleWithWebIdentity","sts:TagSession"]""", true, true)]
    [InlineData("\"STS:assumerolewithwebidentity\"", true, false)]
    [InlineData("\"sts:AssumeRole*\"", true, false)]
    [InlineData("\"sts:AssumeRoleWith???Identity\"", true, false)]
    [InlineData("\"sts:*\"", true, true)]
    [InlineData("\"*\"", true, true)]
    [InlineData("\"sts:AssumeRole\"", false, false)]
    [InlineData("\"sts:TagSession\"", false, false)]
    public void Actions(string action, bool allowed, bool allowedWithTags)
    {
        Cultures.Each(() =>
        {
            var policy = Policy(action: $"\"Action\":{action}");
            Assert.Equal(allowed, policy.Evaluate(Request with { RequestTags = new Dictionary<string, string>() }).Allowed);
            Assert.Equal(allowedWithTags, policy.Evaluate(Request).Allowed);
        });
    }

    [Fact]
    public void An_action_that_is_not_excluded_is_meant()
    {
        Assert.True(Policy(action: "\"NotAction\":\"iam:*\"").Evaluate(Request).Allowed);
        Assert.False(Policy(action: "\"NotAction\":[\"iam:*\",\"sts:Assume*\"]").Evaluate(Request).Allowed);
    }

    [Fact]
    public void Tagging_may_be_allowed_by_a_statement_of_its_own()
    {
        var policy = TrustPolicy.ForPool(AwsPartition.Aws, ["eu-west-1:7"], PoolIdentityType.Authenticated);
        Assert.False(policy.Evaluate(Request).Allowed);
        Assert.True(
            policy.WithStatement(
                """{"Effect":"Allow","Principal":"""
                    + """{"Federated":"cognito-identity.amazonaws.com"},"Action":"sts:TagSession","Condition":"""
                    + """{"StringEquals":{"aws:RequestTag/team":"Red"}}}""")
                .Evaluate(Request).Allowed);
        Assert.False(
            policy.WithStatement(
                """{"Effect":"Allow","Principal":"""
                    + """{"Federated":"cognito-identity.amazonaws.com"},"Action":"sts:TagSession","Condition":"""
                    + """{"StringEquals":{"aws:RequestTag/team":"Blue"}}}""")
                .Evaluate(Request).Allowed);
    }

    [Fact]
    public void A_denied_tag_session_refuses_the_whole_request()
    {
        var policy = Policy().WithStatement("""{"Effect":"Deny","Principal":"*","Action":"sts:TagSession"}""");
        Assert.False(policy.Evaluate(Request).Allowed);
        Assert.True(policy.Evaluate(Request with { RequestTags = new Dictionary<string, string>() }).Allowed);
    }

    [Fact]
    public void All_conditions_must_match()
    {
        bool Allows(string condition) => Policy(condition: condition).Evaluate(Request).Allowed;

        Assert.True(Allows($$$"""{"StringEquals":{{{AudienceAnd("me")}}},"Bool":{"aws:SecureTransport":"true"}}"""));
        Assert.False(Allows($$$"""{"StringEquals":{{{AudienceAnd("you")}}}}"""));
        Assert.False(Allows("""{"StringEquals":{"cognito-identity.amazonaws.com:aud":"eu-west-1:7"},"Bool":{"aws:SecureTransport":"false"}}"""));
    }

    [Fact]
    public void The_statement_that_decides_is_given()
    {
        var policy = TrustPolicy.ForPool(AwsPartition.Aws, ["eu-west-1:8"], PoolIdentityType.Authenticated)
            .WithStatement(
                """{"Sid":"Mine","Effect":"Allow","Principal":"""
                    + """{"Federated":"cognito-identity.amazonaws.com"},"Action":"sts:*","Condition":"""
                    + """{"StringEquals":{"cognito-identity.amazonaws.com:aud":"eu-west-1:7"}}}""");
        var allowed = policy.Evaluate(Request);
        Assert.Equal(
            ("Mine", "Statement 'Mine' allows authenticated users of eu-west-1:7 to assume the role."),
            (allowed.Statement!.Sid, allowed.Reason));
        var denied = policy.WithStatement("""{"Effect":"Deny","Principal":"*","Action":"sts:*"}""").Evaluate(Request);
        Assert.Equal(3, denied.Statement!.Number);
    }

    [Theory]
    [InlineData("authenticated", PoolIdentityType.Authenticated)]
    [InlineData("unauthenticated", PoolIdentityType.Guest)]
    public void The_amr_tells_whose_token_it_is(string amr, PoolIdentityType type) =>
        Assert.Equal(type, new TrustRequest(AwsPartition.Aws, "p", [amr]).IdentityType);

    private static TrustPolicy Policy(
        string principal = """ "Principal":{"Federated":"cognito-identity.amazonaws.com"} """,
        string action = "\"Action\":\"sts:*\"", string condition = "{}", string effect = "Allow") =>
        TrustPolicy.Parse(
            $$"""{"Version":"2012-10-17","Statement":[{"Effect":"{{effect}}",{{principal}},{{action}},"Condition":{{condition}}}]}""");

    private static TrustPolicy Allowing(string effect, string condition) =>
        Policy().WithStatement(Policy(effect: effect, condition: condition).Statements[0].ToJson());

    private static string AudienceAnd(string identity) =>
        """{"cognito-identity.amazonaws.com:aud":"eu-west-1:7","""
            + $"\"cognito-identity.amazonaws.com:sub\":\"eu-west-1:{identity}\"}}";
}
