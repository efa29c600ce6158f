using CognitoPools.Audit.UserPools;
using CognitoPools.Documents;

namespace CognitoPools.Core.Tests.Audit.UserPools;

public sealed class UserPoolReaderTests
{
    private const string UserPool = """
        { "UserPool": { "Id": "eu-west-1_A", "Name": "shop", "AdminCreateUserConfig": { "AllowAdminCreateUserOnly": false },
          "SchemaAttributes": [ { "Name": "sub", "Mutable": false }, { "Name": "custom:role", "Mutable": true }, { "Name": "email" } ] } }
        """;

    private const string Client = """{ "UserPoolClient": { "UserPoolId": "eu-west-1_A", "ClientId": "c1", "WriteAttributes": [ "email" ] } }""";

    private const string Groups = """
        { "Groups": [ { "GroupName": "a", "UserPoolId": "eu-west-1_A", "RoleArn": "arn:aws:iam::111122223333:role/a" },
          { "GroupName": "b", "UserPoolId": "eu-west-1_A", "RoleArn": "arn:aws:iam::111122223333:role/a" },
          { "GroupName": "c", "UserPoolId": "eu-west-1_A" } ] }
        """;

    [Fact]
    public void The_answers_of_the_AWS_CLI_are_read_and_merged()
    {
        var facts = UserPoolReader.Read([UserPool, Client, Groups]);

        Assert.True(facts.SelfSignUp["eu-west-1_A"]);
        Assert.Equal(["sub"], facts.ImmutableAttributes["eu-west-1_A"]);
        Assert.Equal(["email"], facts.WriteAttributes["c1"]);
        Assert.Equal(["arn:aws:iam::111122223333:role/a"], facts.GroupRoles["eu-west-1_A"]);
    }

    [Fact]
    public void Answers_without_their_cover_in_an_array_and_in_any_case_are_read()
    {
        var facts = UserPoolReader.Read(
        [
            """
            [ { "id": "eu-west-1_B", "adminCreateUserConfig": { "allowAdminCreateUserOnly": true } },
              { "CLIENTID": "c2", "writeattributes": [ "custom:role" ] },
              { "groupName": "g", "userPoolId": "eu-west-1_B", "roleArn": "arn:aws:iam::111122223333:role/b" } ]
            """,
        ]);

        Assert.False(facts.SelfSignUp["eu-west-1_B"]);
        Assert.Equal(["custom:role"], facts.WriteAttributes["c2"]);
        Assert.Equal(["arn:aws:iam::111122223333:role/b"], facts.GroupRoles["eu-west-1_B"]);
    }

    [Theory]
    [InlineData("""{ "UserPoolClient": { "ClientId": "c1" } }""")]
    [InlineData("""{ "UserPoolClient": { "ClientId": "c1", "WriteAttributes": null } }""")]
    [InlineData("""{ "ClientId": "c1", "WriteAttributes": [] }""")]
    public void A_client_without_a_list_may_write_the_standard_attributes(string json) =>
        Assert.Null(Assert.Single(UserPoolReader.Read([json]).WriteAttributes).Value);

    [Fact]
    public void What_an_answer_does_not_say_is_not_known()
    {
        var facts = UserPoolReader.Read(["""{ "UserPool": { "Id": "eu-west-1_A" } }"""]);

        Assert.Empty(facts.SelfSignUp);
        Assert.Empty(facts.ImmutableAttributes);
    }

    [Fact]
    public void The_later_answer_counts() => Assert.Equal(
        ["name"],
        UserPoolReader.Read([Client, """{ "ClientId": "c1", "WriteAttributes": [ "name" ] }"""]).WriteAttributes["c1"]);

    [Theory]
    [InlineData("text", "line 1")]
    [InlineData("7", "$")]
    [InlineData("""{ "IdentityPoolId": "x" }""", "$")]
    [InlineData("""[ { "ClientId": "a" }, { "Id": "eu-west-1_A", "Name": "listed" } ]""", "$[1]")]
    [InlineData("""{ "UserPool": { "Name": "x" } }""", "$.UserPool")]
    [InlineData("""{ "UserPool": { "Id": "x", "AdminCreateUserConfig": { "AllowAdminCreateUserOnly": "no" } } }""",
        "$.UserPool.AdminCreateUserConfig.AllowAdminCreateUserOnly")]
    [InlineData("""{ "UserPool": { "Id": "x", "SchemaAttributes": [ { "Mutable": false } ] } }""", "$.UserPool.SchemaAttributes[0]")]
    [InlineData("""{ "UserPoolClient": { "ClientId": "x", "WriteAttributes": [ 1 ] } }""", "$.UserPoolClient.WriteAttributes[0]")]
    [InlineData("""{ "Groups": [ { "RoleArn": "x" } ] }""", "$.Groups[0]")]
    [InlineData("""{ "Groups": {} }""", "$.Groups")]
    [InlineData("""[ { "ClientId": "a", "UserPoolId": "eu-west-1_A", "ClientName": "listed" } ]""", "$[0]")]
    public void Anything_else_is_refused_with_its_place(string json, string place) =>
        Assert.Equal(place, Assert.Throws<DocumentFormatException>(() => UserPoolReader.Read([json])).Place);
}
