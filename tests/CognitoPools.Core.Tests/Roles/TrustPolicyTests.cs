using CognitoPools.Account;
using CognitoPools.Roles;

namespace CognitoPools.Tests.Roles;

public class TrustPolicyTests
{
    private const string Pool = "eu-west-1:11111111-2222-3333-4444-555555555555";

    [Fact]
    public void The_policy_of_an_authenticated_role_is_the_documented_one() => Assert.Equal(
        """
        {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Effect": "Allow",
              "Principal": {
                "Federated": "cognito-identity.amazonaws.com"
              },
              "Action": "sts:AssumeRoleWithWebIdentity",
              "Condition": {
                "StringEquals": {
                  "cognito-identity.amazonaws.com:aud": "eu-west-1:11111111-2222-3333-4444-555555555555"
                },
                "ForAnyValue:StringLike": {
                  "cognito-identity.amazonaws.com:amr": "authenticated"
                }
              }
            }
          ]
        }
        """.ReplaceLineEndings("\n"),
        TrustPolicy.ForPool(AwsPartition.Aws, [Pool], PoolIdentityType.Authenticated).ToJson());

    [Fact]
    public void A_guest_role_of_several_pools_with_tags_in_gov_cloud_has_lists() => Assert.Equal(
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"""
            + """{"Federated":"cognito-identity-us-gov.amazonaws.com"},"Action":"""
            + """["sts:AssumeRoleWithWebIdentity","sts:TagSession"],"Condition":{"StringEquals":"""
            + """{"cognito-identity-us-gov.amazonaws.com:aud":["a:1","b:2"]},"ForAnyValue:StringLike":"""
            + """{"cognito-identity-us-gov.amazonaws.com:amr":"unauthenticated"}}}]}""",
        TrustPolicy.ForPool(AwsPartition.UsGov, ["a:1", "b:2"], PoolIdentityType.Guest, principalTags: true)
            .ToJson(indented: false));

    [Fact]
    public void Placeholders_of_a_plan_stay_readable()
    {
        var policy = TrustPolicy.ForPool(AwsPartition.Aws, ["{IdentityPoolId}"], PoolIdentityType.Guest);
        Assert.Contains("\"{IdentityPoolId}\"", policy.ToJson(), StringComparison.Ordinal);
        Assert.True(policy.Explain(AwsPartition.Aws, "{IdentityPoolId}", PoolIdentityType.Guest).Trust == PoolRoleTrust.Trusted);
    }

    [Fact]
    public void Refuses_to_trust_no_pool_in_particular() =>
        Assert.Throws<ArgumentException>(() => TrustPolicy.ForPool(AwsPartition.Aws, [], PoolIdentityType.Guest));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("\uFEFF")]
    [InlineData("  \r\n")]
    [InlineData("%20%0A")]
    public void Reads_the_policy_after(string before)
    {
        var json = TrustPolicy.ForPool(AwsPartition.Aws, [Pool], PoolIdentityType.Guest).ToJson();
        var text = before.StartsWith('%') ? before + Uri.EscapeDataString(json) : before + json;
        Assert.Equal(json, TrustPolicy.Parse(text).ToJson());
    }

    [Fact]
    public void Percent_signs_inside_plain_JSON_are_no_encoding()
    {
        var policy = TrustPolicy.Parse("""{"Id":"50%25","Statement":{"Effect":"Allow","Principal":"*","Action":"*"}}""");
        Assert.Contains("50%25", policy.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_statement_is_read_into_its_parts()
    {
        var statement = Assert.Single(
            TrustPolicy.Parse(
                """{"Statement":{"Sid":"S","Effect":"Deny","Principal":{"AWS":"""
                    + """["1","2"],"Service":"x"},"NotAction":["a:B"],"Condition":{"Bool":{"k":"""
                    + """[true,"false"]},"NumericLessThan":{"n":10}},"Resource":"*"}}""").Statements);
        Assert.Equal((1, "S", false), (statement.Number, statement.Sid, statement.Allows));
        Assert.Equal([new("AWS", "1"), new("AWS", "2"), new("Service", "x")], statement.Principals);
        Assert.Empty(statement.NotPrincipals);
        Assert.Empty(statement.Actions);
        Assert.Equal(["a:B"], statement.NotActions);
        Assert.Equal(
            ["Bool k 'true' or 'false'", "NumericLessThan n '10'"],
            statement.Conditions.Select(condition => condition.ToString()));
        Assert.Equal(["Resource"], statement.UnknownElements);
        Assert.Equal("Statement 'S'", statement.Label);
    }

    [Theory]
    [InlineData("", "the document is empty.")]
    [InlineData("%7B", "the document is not JSON (line 1, position")]
    [InlineData("{\n\"Statement\":\n}", "the document is not JSON (line 3, position 1)")]
    [InlineData("\"x\"", "the document is a string, not a JSON object.")]
    [InlineData("{}", "the element 'Statement' is missing.")]
    [InlineData("""{"Statement":[]}""", "'Statement' is empty.")]
    [InlineData("""{"Statement":[1]}""", "statement 1 is a number, not an object.")]
    [InlineData("""{"Statement":{"Sid":1,"Effect":"Allow","Principal":"*","Action":"*"}}""", "statement 1 has a number as Sid")]
    [InlineData("""{"Statement":{"Principal":"*","Action":"*"}}""", "statement 1 does not have the element 'Effect'.")]
    [InlineData("""{"Statement":{"Effect":"ALLOW","Principal":"*","Action":"*"}}""", "statement 1 has the Effect 'ALLOW'")]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":"*"}}""", "statement 1 does not have the element 'Principal'.")]
    [InlineData(
        """{"Statement":{"Effect":"Allow","Principal":"*","NotPrincipal":"*","Action":"*"}}""",
        "statement 1 has both 'Principal' and 'NotPrincipal'.")]
    [InlineData(
        """{"Statement":{"Effect":"Allow","Principal":"cognito-identity.amazonaws.com","Action":"*"}}""",
        "statement 1 has the Principal 'cognito-identity.amazonaws.com'. Specify its type, for example "
            + "{ \"Federated\": \"cognito-identity.amazonaws.com\" }. Only '*' can be a string.")]
    [InlineData("""{"Statement":{"Effect":"Allow","Principal":[],"Action":"*"}}""", "statement 1 has an array as Principal")]
    [InlineData("""{"Statement":{"Effect":"Allow","Principal":{},"Action":"*"}}""", "statement 1 has an empty 'Principal'.")]
    [InlineData(
        """{"Statement":[{"Sid":"Good","Effect":"Allow","Principal":"*"}]}""",
        "statement 'Good' does not have the element 'Action'.")]
    [InlineData("""{"Statement":{"Effect":"Allow","Principal":"*","Action":[]}}""", "statement 1 has an empty 'Action'.")]
    [InlineData(
        """{"Statement":{"Effect":"Allow","Principal":"*","Action":{"a":1}}}""",
        "Statement 1: 'Action' must be a string or an array of strings; got an object.")]
    [InlineData(
        """{"Statement":{"Effect":"Allow","Principal":"*","Action":"*","Condition":"x"}}""",
        "statement 1 has a string as Condition")]
    [InlineData(
        """{"Statement":{"Effect":"Allow","Principal":"*","Action":"*","Condition":{"StringEquals":[]}}}""",
        "statement 1 has an array for the operator 'StringEquals'")]
    [InlineData(
        """{"Statement":{"Effect":"Allow","Principal":"*","Action":"*","Condition":{"StringEquals":{"k":{}}}}}""",
        "Statement 1: the values of 'k' must be a string or an array of strings; got an object.")]
    [InlineData("""{"Statement":{"Effect":"Allow","Principal":"*","Action":"*","Sid":"\udc00"}}""", "half of a surrogate pair")]
    [InlineData(
        """{"Statement":{"Effect":"Allow","Principal":"*","Action":"*","Action":"sts:*"}}""",
        "the element 'Action' occurs twice")]
    public void Refuses_what_is_no_trust_policy_and_says_why(string text, string message) =>
        Cultures.Each(() => Assert.Contains(
            message, Assert.Throws<FormatException>(() => TrustPolicy.Parse(text)).Message, StringComparison.Ordinal));

    [Fact]
    public void Refuses_nothing() => Assert.Throws<FormatException>(() => TrustPolicy.Parse(null!));

    [Fact]
    public void An_added_statement_turns_one_into_a_list_and_keeps_the_rest()
    {
        var policy = TrustPolicy.Parse(
            """{"Id":"x","Statement":{"Effect":"Allow","Principal":"*","Action":"a:B"},"Version":"2012-10-17"}""");
        Assert.Equal(
            """{"Id":"x","Statement":[{"Effect":"Allow","Principal":"*","Action":"a:B"},"""
                + """{"Effect":"Deny","Principal":"*","Action":"c:D"}],"Version":"2012-10-17"}""",
            policy.WithStatement("""{"Effect":"Deny","Principal":"*","Action":"c:D"}""").ToJson(indented: false));
        Assert.Throws<FormatException>(() => policy.WithStatement("""{"Effect":"Deny"}"""));
        Assert.Single(policy.Statements);
    }

    [Theory]
    [InlineData("""{"StringEquals":{"P:aud":["a:1","b:2","a:1"]}}""", "a:1 b:2")]
    [InlineData("""{"StringLike":{"P:aud":"eu-west-1:*"}}""", "eu-west-1:*")]
    [InlineData("""{"StringEquals":{"p:AUD":"a:1"}}""", "a:1")]
    [InlineData("""{"StringEquals":{"P:aud":["a:1","b:2"]},"StringLike":{"P:aud":"a:*"}}""", "a:1")]
    [InlineData("""{"StringEquals":{"P:aud":["a:1"]},"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}}""", "a:1")]
    [InlineData("""{"StringEquals":{"P:aud":["a:1"],"P:sub":"a:7"}}""", "a:1")]
    [InlineData("""{"StringEquals":{"P:aud":["a:1"]},"ForAnyValue:StringLike":{"P:amr":"accounts.google.com"}}""", "a:1")]
    [InlineData("""{"StringEqualsIfExists":{"P:aud":["a:1"]}}""", "a:1")]
    [InlineData("""{"StringNotEquals":{"P:aud":"a:1"}}""", "*")]
    [InlineData("""{}""", "*")]
    [InlineData("""{"StringEquals":{"P:audience":"a:1"}}""", "")]
    [InlineData("""{"StringEquals":{"P:aud":"a:1"},"ForAnyValue:StringLike":{"P:amr":"Authenticated"}}""", "")]
    public void The_audience_pools_are_those_that_could_get_in(string condition, string pools)
    {
        const string Template = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Federated":"P"},"""
            + """ "Action":"sts:AssumeRoleWithWebIdentity","Condition":C},"""
            + """{"Effect":"Deny","Principal":"*","Action":"*"},{"Effect":"Allow","Principal":{"Service":"P"},"Action":"*"}]}""";
        var json = Template
            .Replace("C}", condition + "}", StringComparison.Ordinal)
            .Replace("P:", "cognito-identity.amazonaws.com:", StringComparison.Ordinal)
            .Replace("p:AUD", "Cognito-Identity.amazonaws.com:AUD", StringComparison.Ordinal)
            .Replace("\"P\"", "\"cognito-identity.amazonaws.com\"", StringComparison.Ordinal);
        Cultures.Each(() => Assert.Equal(pools, string.Join(' ', TrustPolicy.Parse(json).AudiencePools(AwsPartition.Aws))));
    }

    [Theory]
    [InlineData(
        "Allow", "cognito-identity.amazonaws.com",
        """{"StringEquals":{"cognito-identity.amazonaws.com:aud":"a:1"}}""", false)]
    [InlineData(
        "Allow", "cognito-identity.amazonaws.com",
        """{"StringLike":{"COGNITO-IDENTITY.amazonaws.com:AUD":"a:*"}}""", false)]
    [InlineData(
        "Allow", "cognito-identity-us-gov.amazonaws.com",
        """{"StringEquals":{"cognito-identity-us-gov.amazonaws.com:aud":"a:1"}}""", false)]
    [InlineData("Allow", "accounts.google.com", "{}", false)]
    [InlineData("Deny", "cognito-identity.amazonaws.com", "{}", false)]
    [InlineData("Allow", "cognito-identity.amazonaws.com", "{}", true)]
    [InlineData(
        "Allow", "cognito-identity.amazonaws.com",
        """{"StringEquals":{"cognito-identity.amazonaws.com:amr":"authenticated"}}""", true)]
    [InlineData(
        "Allow", "cognito-identity.amazonaws.com",
        """{"StringEquals":{"cognito-identity-us-gov.amazonaws.com:aud":"a:1"}}""", true)]
    [InlineData(
        "Allow", "cognito-identity.amazonaws.com",
        """{"StringEqualsIfExists":{"cognito-identity.amazonaws.com:aud":"a:1"}}""", true)]
    [InlineData(
        "Allow", "cognito-identity.amazonaws.com",
        """{"ForAllValues:StringEquals":{"cognito-identity.amazonaws.com:aud":"a:1"}}""", true)]
    [InlineData(
        "Allow", "cognito-identity.amazonaws.com",
        """{"StringNotEquals":{"cognito-identity.amazonaws.com:aud":"a:1"}}""", true)]
    [InlineData("Allow", "cognito-identity.amazonaws.com", """{"Null":{"cognito-identity.amazonaws.com:aud":"false"}}""", true)]
    public void Statements_for_Cognito_that_name_no_pool_are_found(string effect, string principal, string condition, bool found)
    {
        var json =
            $$"""{"Statement":[{"Effect":"{{effect}}","Principal":{"Federated":"""
                + $$"""["x","{{principal}}"]},"Action":"sts:AssumeRoleWithWebIdentity","Condition":{{condition}}}]}""";
        Cultures.Each(() => Assert.Equal(found ? 1 : 0, TrustPolicy.Parse(json).CognitoStatementsWithoutAudience().Count));
    }
}
