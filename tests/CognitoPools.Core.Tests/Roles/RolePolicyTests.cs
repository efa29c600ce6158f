using System.Text.Json;
using System.Text.Json.Nodes;
using CognitoPools.Roles;

namespace CognitoPools.Tests.Roles;

public class RolePolicyTests
{
    private const string Good =
        """{"Version":"2012-10-17","Statement":[{"Sid":"One","Effect":"Allow","Action":"""
            + """["s3:GetObject","s3:List*"],"Resource":"arn:aws:s3:::b/${cognito-identity.amazonaws.com:sub}/*","Condition":"""
            + """{"StringLikeIfExists":{"s3:prefix":["a","b"]},"Bool":{"aws:SecureTransport":true}}}]}""";

    [Fact]
    public void The_basic_template_is_the_consoles()
    {
        var statement = JsonNode.Parse(RolePolicyTemplate.Basic.ToJson())!["Statement"]![0]!;
        Assert.Equal(
            """{"Effect":"Allow","Action":"cognito-identity:GetCredentialsForIdentity","Resource":"*"}""",
            statement.ToJsonString());
    }

    [Fact]
    public void Only_the_legacy_template_of_authenticated_users_manages_pools()
    {
        Assert.Contains("\"cognito-identity:*\"", RolePolicyTemplate.LegacyAuthenticated.ToJson(), StringComparison.Ordinal);
        Assert.DoesNotContain("cognito-identity:", RolePolicyTemplate.LegacyGuest.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_template_is_a_valid_policy_with_a_name_of_its_own()
    {
        foreach (var template in RolePolicyTemplate.All)
            Assert.Equal(template.ToJson(false), RolePolicyDocument.Parse(template.ToJson()).ToJson(false));
        Assert.Equal(
            RolePolicyTemplate.All.Count,
            RolePolicyTemplate.All.Select(template => template.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(RolePolicyTemplate.All, template => Assert.NotEmpty(template.Description));
    }

    [Fact]
    public void A_valid_policy_is_kept_as_it_is() =>
        Cultures.Each(() => Assert.Equal(Good, RolePolicyDocument.Parse(Good).ToJson(false)));

    [Fact]
    public void One_statement_need_not_be_an_array() =>
        Assert.Contains(
            "NotAction",
            RolePolicyDocument.Parse("""{"Statement":{"Effect":"Deny","NotAction":"s3:*","NotResource":["*"]}}""").ToJson(),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("", "the document is empty.")]
    [InlineData("  \n", "the document is empty.")]
    [InlineData("[]", "the document is an array, not a JSON object.")]
    [InlineData("{\n  \"Statement\": [,]\n}", "the document is not JSON (line 2, position 17)")]
    [InlineData("""{"Statement":"\ud800"}""", "half of a surrogate pair")]
    [InlineData("""{"Version":"2012-10-17"}""", "the element 'Statement' is missing.")]
    [InlineData("""{"Statement":[]}""", "'Statement' is empty.")]
    [InlineData("""{"Statement":["x"]}""", "statement 1 is a string, not an object.")]
    [InlineData(
        """{"Version":"2012-10-18","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""",
        "the Version is '2012-10-18'")]
    [InlineData(
        """{"Version":2012,"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""",
        "'Version' must be a string; got a number.")]
    [InlineData(
        """{"statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""",
        "the document has the element 'statement', which is not valid in IAM. Did you mean 'Statement'?")]
    [InlineData(
        """{"Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condtion":{}}}""",
        "statement 1 has the element 'Condtion', which is not valid in IAM. Did you mean 'Condition'?")]
    [InlineData(
        """{"Statement":{"Effect":"Allow","Action":"*","Resource":"*","Comment":""}}""",
        "statement 1 has the element 'Comment', which is not valid in IAM.")]
    [InlineData(
        """{"Statement":{"Effect":"Allow","Effect":"Deny","Action":"*","Resource":"*"}}""",
        "the element 'Effect' occurs twice in one object.")]
    [InlineData(
        """{"Statement":{"Effect":"allow","Action":"*","Resource":"*"}}""",
        "statement 1 has the Effect 'allow'; it must be exactly 'Allow' or 'Deny'.")]
    [InlineData("""{"Statement":{"Action":"*","Resource":"*"}}""", "statement 1 does not have the element 'Effect'.")]
    [InlineData(
        """{"Statement":{"Effect":true,"Action":"*","Resource":"*"}}""",
        "statement 1: 'Effect' must be a string; got a boolean.")]
    [InlineData(
        """{"Statement":{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}}""",
        "statement 1 has the element 'Principal', which belongs in a trust policy")]
    [InlineData(
        """{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"},{"Effect":"Allow","Resource":"*"}]}""",
        "statement 2 does not have the element 'Action'.")]
    [InlineData(
        """{"Statement":{"Effect":"Allow","Action":"s3:*","NotAction":"s3:*","Resource":"*"}}""",
        "statement 1 has both 'Action' and 'NotAction'.")]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":[],"Resource":"*"}}""", "statement 1 has an empty 'Action'.")]
    [InlineData(
        """{"Statement":{"Effect":"Allow","Action":[1],"Resource":"*"}}""",
        "statement 1: 'Action' must be a string or an array of strings; got a number.")]
    [InlineData(
        """{"Statement":{"Effect":"Allow","Action":"GetObject","Resource":"*"}}""",
        "statement 1 has the action 'GetObject'; an action must be 'service:Operation'")]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":"s3:*"}}""", "statement 1 does not have the element 'Resource'.")]
    [InlineData(
        """{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"my-bucket"}}""",
        "statement 1 has the resource 'my-bucket'; a resource must be an ARN or '*'.")]
    [InlineData(
        """{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":[]}}""",
        "statement 1 has an array as Condition")]
    [InlineData(
        """{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{"StringEqual":{"a":"b"}}}}""",
        "the condition operator 'StringEqual', which is not valid in IAM. Did you mean 'StringEquals'?")]
    [InlineData(
        """{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{"ForAnyValues:StringLike":{"a":"b"}}}}""",
        "the condition operator 'ForAnyValues:StringLike', which is not valid in IAM")]
    [InlineData(
        """{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{"StringEquals":"b"}}}""",
        "statement 1 has a string for the operator 'StringEquals'")]
    [InlineData(
        """{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{"StringEquals":{"a":null}}}}""",
        "statement 1: the values of 'a' must be a string or an array of strings; got null.")]
    [InlineData("""{"Statement":{"Sid":"a b","Effect":"Allow","Action":"*","Resource":"*"}}""", "statement 1 has the Sid 'a b'")]
    [InlineData(
        """{"Statement":[{"Sid":"A","Effect":"Allow","Action":"*","Resource":"*"},"""
            + """{"Effect":"Allow","Action":"*","Resource":"*"},"""
            + """{"Sid":"A","Effect":"Deny","Action":"*","Resource":"*"}]}""",
        "statements 1 and 3 have the same Sid 'A'")]
    public void Refuses_a_broken_policy_and_says_where(string json, string message) =>
        Cultures.Each(() => Assert.Contains(
            message, Assert.Throws<FormatException>(() => RolePolicyDocument.Parse(json)).Message,
            StringComparison.Ordinal));

    [Fact]
    public void Refuses_nothing() => Assert.Throws<FormatException>(() => RolePolicyDocument.Parse(null!));

    [Fact]
    public void White_space_does_not_count_towards_the_limit()
    {
        string Sized(int length)
        {
            const string Frame = """{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"arn:"}}""";
            return Frame.Replace("arn:", "arn:" + new string('x', length - Frame.Length), StringComparison.Ordinal)
                .Replace(",", ",\n \t", StringComparison.Ordinal);
        }
        Assert.Equal(
            RolePolicyDocument.MaximumLength,
            RolePolicyDocument.CountedLength(RolePolicyDocument.Parse(Sized(RolePolicyDocument.MaximumLength)).ToJson()));
        Cultures.Each(() => Assert.Contains(
            "has 10241 characters",
            Assert.Throws<FormatException>(() => RolePolicyDocument.Parse(Sized(RolePolicyDocument.MaximumLength + 1))).Message,
            StringComparison.Ordinal));
    }

    [Fact]
    public void Templates_are_text_that_any_JSON_reader_takes() =>
        Assert.All(
            RolePolicyTemplate.All,
            template => Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(template.ToJson()).RootElement.ValueKind));
}
