using System.Globalization;

namespace CognitoPools.Tests.Roles.Permissions;

public class EffectivePermissionsTests
{
    private const string Everything = """{"Effect":"Allow","Action":"*","Resource":"*"}""";

    [Fact]
    public void A_row_for_each_pattern_names_policy_and_statement()
    {
        var rows = Rows(
            """{"Effect":"Allow","Action":["s3:GetObject","s3:PutObject"],"Resource":["arn:aws:s3:::b/*","arn:aws:s3:::c/*"]}""",
            """{"Sid":"Logs","Effect":"Allow","Action":"logs:*","Resource":"*"}""");
        Assert.Equal(
            [
                "s3:GetObject on arn:aws:s3:::b/*", "s3:GetObject on arn:aws:s3:::c/*", "s3:PutObject on arn:aws:s3:::b/*",
                "s3:PutObject on arn:aws:s3:::c/*", "logs:* on *",
            ],
            rows.Select(row => row.ToString()));
        Assert.Equal("inline policy p0, statement 1", rows[0].Source);
        Assert.Equal("inline policy p0, statement 'Logs'", rows[4].Source);
    }

    [Theory]
    [InlineData("""{"Effect":"Deny","Action":"s3:*","Resource":"*"}""")]
    [InlineData("""{"Effect":"Deny","Action":"S3:get*","Resource":"arn:aws:s3:::*"}""")]
    [InlineData("""{"Effect":"Deny","Action":["s3:GetObject","x:y"],"Resource":["arn:aws:s3:::b/*"]}""")]
    [InlineData("""{"Effect":"Deny","NotAction":"logs:*","Resource":"*"}""")]
    [InlineData("""{"Effect":"Deny","Action":"*","NotResource":"arn:aws:s3:::c/*"}""")]
    public void A_deny_that_covers_a_row_removes_it(string deny) =>
        Assert.Empty(Rows("""{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}""", deny));

    [Theory]
    [InlineData("""{"Effect":"Deny","Action":"s3:Delete*","Resource":"*"}""", "s3:Delete* on arn:aws:s3:::b/*")]
    [InlineData(
        """{"Effect":"Deny","Action":"*","Resource":["arn:aws:s3:::b/secret/*","arn:aws:s3:::other"]}""",
        "s3:* on arn:aws:s3:::b/secret/*")]
    [InlineData("""{"Effect":"Deny","NotAction":["s3:Get*","logs:*"],"Resource":"*"}""", "s3:* but not s3:Get* on arn:aws:s3:::b/*")]
    [InlineData(
        """{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}""",
        "s3:* on arn:aws:s3:::b/* if Bool aws:SecureTransport 'false'")]
    [InlineData("""{"Effect":"Deny","Action":"ec2:*","Resource":"*"}""", "")]
    public void A_deny_that_covers_a_part_stands_in_Except(string deny, string except) =>
        Assert.Equal(
            except,
            string.Join("; ", Rows("""{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::b/*"}""", deny).Single().Except));

    [Theory]
    [InlineData("s3:*", "s3:Get*", "s3:Get*", "")]
    [InlineData("s3:GetObject", "s3:*", "s3:GetObject", "")]
    [InlineData("s3:Get*", "s3:*Object", "s3:Get*", "s3:*Object")]
    [InlineData("*", "s3:Get*", "s3:Get*", "")]
    [InlineData("S3:GETOBJECT", "s3:getobject", "S3:GETOBJECT", "")]
    public void A_boundary_leaves_what_both_allow(string role, string boundary, string action, string within)
    {
        var row = Bounded($$"""{"Effect":"Allow","Action":"{{boundary}}","Resource":"*"}""", Allow(role, "*")).Single();
        Assert.Equal(action, row.Action);
        Assert.Equal(within, string.Join("; ", row.Within));
        Assert.Equal(
            action == role && within.Length == 0,
            !row.Source.Contains("permissions boundary b, statement 1", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"Effect":"Allow","Action":"ec2:*","Resource":"*"}""")]
    [InlineData("""{"Effect":"Allow","NotAction":"s3:*","Resource":"*"}""")]
    [InlineData("""{"Effect":"Deny","Action":"s3:*","Resource":"*"}""")]
    public void What_the_boundary_does_not_allow_is_no_row(string boundary) =>
        Assert.Empty(Bounded(boundary, Allow("s3:Get*", "arn:aws:s3:::b/*")));

    [Fact]
    public void The_conditions_of_both_hold()
    {
        var row = Bounded(
            """{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"true"}}}""",
            """{"Effect":"Allow","Action":"s3:ListBucket","Resource":"*","Condition":{"StringLike":{"s3:prefix":["a/*","b/*"]}}}""")
            .Single();
        Assert.Equal("StringLike s3:prefix 'a/*' or 'b/*' and Bool aws:SecureTransport 'true'", row.Condition);
        Assert.EndsWith("; permissions boundary b, statement 1", row.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void NotAction_and_NotResource_are_everything_but()
    {
        var row = Rows("""{"Effect":"Allow","NotAction":["iam:*","s3:*"],"NotResource":"arn:aws:s3:::b/*"}""").Single();
        Assert.Equal(("*", "*"), (row.Action, row.Resource));
        Assert.Equal(["iam:*", "s3:*"], row.NotAction);
        Assert.Equal(["arn:aws:s3:::b/*"], row.NotResource);
        Assert.Equal("all but iam:*, s3:* on all but arn:aws:s3:::b/*", row.ToString());

        var narrowed = Bounded(
            Allow("iam:Get*", "*"), """{"Effect":"Allow","NotAction":["iam:GetUser","s3:*"],"Resource":"*"}""").Single();
        Assert.Equal("iam:Get*", narrowed.Action);
        Assert.Equal(["iam:GetUser"], narrowed.NotAction);
    }

    [Fact]
    public void Guests_in_the_enhanced_flow_keep_what_the_ceiling_lets_through()
    {
        Assert.Empty(Guest(Allow("ec2:*", "*")));
        Assert.Equal("inline policy p0, statement 1", Guest(Allow("s3:Get*", "*")).Single().Source);
        Assert.Equal(
            ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
            Guest(Allow("kms:*", "*")).Select(row => row.Action).Order(StringComparer.Ordinal));
        var all = Guest(Everything);
        Assert.Contains(all, row => row.Action == "dynamodb:*");
        Assert.All(all, row => Assert.EndsWith("; the service's ceiling for guests", row.Source, StringComparison.Ordinal));
        Assert.DoesNotContain(
            Guest("""{"Effect":"Allow","NotAction":"dynamodb:*","Resource":"*"}"""), row => row.Action == "dynamodb:*");
    }

    [Fact]
    public void A_boundary_that_allows_the_same_twice_gives_one_row() =>
        Assert.Equal(
            "s3:GetObject* on *",
            Bounded(
                """{"Effect":"Allow","Action":["s3:GetObject","s3:Get*","s3:*Object"],"Resource":"*"}""",
                Allow("s3:GetObject*", "*")).Single().ToString());

    [Fact]
    public void Variables_stand_as_the_policy_has_them()
    {
        const string Own = "arn:aws:s3:::b/${cognito-identity.amazonaws.com:sub}/*";
        Assert.Equal(Own, Rows(Allow("s3:*", Own)).Single().Resource);
        Assert.Empty(Rows(Allow("s3:*", Own), $$"""{"Effect":"Deny","Action":"s3:*","Resource":"{{Own}}"}"""));
        Assert.Single(Rows(
            Allow("s3:*", Own),
            """{"Effect":"Deny","Action":"s3:*","Resource":"arn:aws:s3:::b/us-east-1:1/*"}""").Single().Except);
    }

    [Theory]
    [InlineData("""{"Version":"2008-10-17","Statement":{0}}""")]
    [InlineData("""{"Statement":{0}}""")]
    public void Variables_that_IAM_takes_as_plain_text_do_not_look_like_variables(string form)
    {
        const string Own = "arn:aws:s3:::b/${cognito-identity.amazonaws.com:sub}/*";
        const string Shown = "arn:aws:s3:::b/${$}{cognito-identity.amazonaws.com:sub}/*";
        const string Note = "statement 1 (plain text, not variables: no Version 2012-10-17)";
        string Old(string statement) => form.Replace("{0}", statement, StringComparison.Ordinal);
        var deny = $$"""{"Effect":"Deny","Action":"s3:*","Resource":"{{Own}}"}""";

        var allowed = Old(
            """{"Effect":"Allow","Action":"s3:*","Resource":"own","Condition":{"StringLike":{"s3:prefix":"${aws:userid}"}}}"""
                .Replace("own", Own, StringComparison.Ordinal));
        var row = new PermissionCase([allowed], null, false, [], "a").Rows().Single();
        Assert.Equal(Shown, row.Resource);
        Assert.Equal("StringLike s3:prefix '${$}{aws:userid}'", row.Condition);
        Assert.Equal($"inline policy p0, {Note}", row.Source);

        var excepted = new PermissionCase([Policy(Allow("s3:*", Own)), Old(deny)], null, false, [], "a").Rows().Single();
        Assert.Equal(Own, excepted.Resource);
        Assert.Equal([Shown], excepted.Except.Single().Resource);

        var bounded = new PermissionCase([Policy(Allow("s3:*", Own))], Old(Allow("s3:*", Own)), false, [], "a").Rows().Single();
        Assert.Equal([Own, Shown], [bounded.Resource, .. bounded.Within.Single().Resource]);

        var escaped = Policy(Allow("s3:*", Shown));
        Assert.Empty(new PermissionCase([escaped, Old(deny)], null, false, [], "a").Rows());
    }

    [Theory]
    [InlineData("""{"Effect":"Permit","Action":"*","Resource":"*"}""", "statement 1 does not have the Effect 'Allow' or 'Deny'.")]
    [InlineData("""{"Effect":"Allow","Resource":"*"}""", "statement 1 has neither 'Action' nor 'NotAction'.")]
    [InlineData(
        """{"Effect":"Allow","Action":"*","Resource":"*","NotResource":"*"}""",
        "statement 1 has both 'Resource' and 'NotResource'.")]
    [InlineData(
        """{"Effect":"Allow","Action":"*","Resource":"*","Condition":[]}""",
        "statement 1 has an array as Condition; it must be an object of operators.")]
    public void What_cannot_be_understood_is_refused(string statement, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => Rows(statement)).Message);

    private static string Allow(string action, string resource) =>
        string.Format(CultureInfo.InvariantCulture, """{{"Effect":"Allow","Action":"{0}","Resource":"{1}"}}""", action, resource);

    private static IReadOnlyList<PoolPermission> Rows(params string[] statements) => Of(null, false, statements);

    private static IReadOnlyList<PoolPermission> Bounded(string boundary, params string[] statements) =>
        Of(Policy(boundary), false, statements);

    private static IReadOnlyList<PoolPermission> Guest(params string[] statements) => Of(null, true, statements);

    private static IReadOnlyList<PoolPermission> Of(string? boundary, bool ceiling, string[] statements) =>
        new PermissionCase([Policy(statements)], boundary, ceiling, [], "a").Rows();

    private static string Policy(params string[] statements) =>
        $$"""{"Version":"2012-10-17","Statement":[{{string.Join(',', statements)}}]}""";
}
