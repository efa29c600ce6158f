using CognitoPools.Roles;

namespace CognitoPools.Core.Tests.Documents;

public class PolicyComparisonTests
{
    private const string Read = """{"Sid":"r","Effect":"Allow","Action":["s3:GetObject","s3:ListBucket"],"Resource":"*"}""";
    private const string Write = """{"Effect":"Allow","Action":"sqs:SendMessage","Resource":"arn:aws:sqs:::q"}""";

    [Theory]
    [InlineData("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"S3:getobject","Resource":"*"}}""")]
    [InlineData("""{"Statement":[{"Resource":["*"],"Sid":"x","Action":["s3:GetObject","s3:GETObject"],"Effect":"Allow"}],"Version":"2012-10-17","Id":"i"}""")]
    public void Order_lists_case_and_names_mean_nothing(string other) => Assert.Empty(PolicyComparison.Compare(
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}""", other));

    [Theory]
    [InlineData(
        """{"Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":"sts:AssumeRole"}""",
        """{"Effect":"Allow","Principal":{"AWS":["arn:aws-cn:iam::123456789012:root"]},"Action":"sts:AssumeRole"}""")]
    [InlineData(
        """{"Effect":"Allow","Principal":{"AWS":"${AccountId}"},"Action":"sts:AssumeRole"}""",
        """{"Effect":"Allow","Principal":{"AWS":"arn:${Partition}:iam::${AccountId}:root"},"Action":"sts:AssumeRole"}""")]
    [InlineData(
        """{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":false},"NumericLessThan":{"s3:max-keys":[7]}}}""",
        """{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"NumericLessThan":{"s3:MAX-keys":"7"},"Bool":{"aws:securetransport":"false"}}}""")]
    public void Accounts_and_condition_values_have_two_forms(string one, string other) =>
        Assert.Empty(PolicyComparison.Compare(Policy(one), Policy(other)));

    [Fact]
    public void A_missing_version_is_the_old_one()
    {
        const string statement = "\"Statement\":" + Read;

        Assert.Empty(PolicyComparison.Compare($$"""{ {{statement}} }""", $$"""{"Version":"2008-10-17",{{statement}}}"""));
        Assert.Equal(
            [new PolicyDifference("Version", "2012-10-17", null)],
            PolicyComparison.Compare($$"""{"Version":"2012-10-17",{{statement}}}""", $$"""{ {{statement}} }"""));
    }

    [Fact]
    public void The_smallest_place_is_reported()
    {
        Assert.Equal(
            [new PolicyDifference("Statement[1].Action[1]", "s3:ListBucket", "s3:PutObject")],
            PolicyComparison.Compare(
                Policy(Write, Read), Policy(Read.Replace("s3:ListBucket", "s3:PutObject", StringComparison.Ordinal), Write)));
        Assert.Equal(
            [new PolicyDifference("Statement[0].Resource", "*", null), new PolicyDifference("Statement[0].NotResource", null, "*")],
            PolicyComparison.Compare(Policy(Read), Policy(Read.Replace("Resource", "NotResource", StringComparison.Ordinal))));
        Assert.Equal(
            [new PolicyDifference("Statement[0].Effect", "Allow", "Deny")],
            PolicyComparison.Compare(Policy(Read, Write), Policy(Write, Read.Replace("Allow", "Deny", StringComparison.Ordinal))));
        Assert.Equal(
            [new PolicyDifference("Statement[0].Condition.StringEquals['aws:x']", "a", "b")],
            PolicyComparison.Compare(Policy(Conditional("aws:x", "a")), Policy(Conditional("AWS:x", "b"))));
    }

    [Fact]
    public void A_statement_more_or_less_is_reported_whole()
    {
        Assert.Equal([new PolicyDifference("Statement[1]", null, Write)], PolicyComparison.Compare(Policy(Read), Policy(Read, Write)));
        Assert.Equal([new PolicyDifference("Statement[0]", Write, null)], PolicyComparison.Compare(Policy(Write, Read), Policy(Read)));
        Assert.Empty(PolicyComparison.Compare(Policy(Read), Policy(Read, Read)));
    }

    [Fact]
    public void The_name_pairs_statements_that_share_nothing_else()
    {
        var other = """{"Sid":"r","Effect":"Allow","Action":"ec2:*","Resource":"arn:aws:ec2:::x"}""";

        var differences = PolicyComparison.Compare(
            Policy(Read, Write), Policy("""{"Effect":"Deny","Action":"a:b","Resource":"c"}""", other));

        Assert.Equal(
            ["Statement[0].Action[0]", "Statement[0].Action[1]", "Statement[0].Resource", "Statement[1]", "Statement[0]"],
            differences.Select(difference => difference.Path));
        Assert.Equal(Write, differences[3].Expected);
        Assert.Null(differences[4].Expected);
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("{}")]
    public void What_is_no_policy_differs_as_a_whole(string other)
    {
        Assert.Equal([new PolicyDifference("", Policy(Read), other)], PolicyComparison.Compare(Policy(Read), other));
        Assert.Empty(PolicyComparison.Compare(other, other));
        Assert.False(PolicyComparison.AreSame(null, other));
        Assert.True(PolicyComparison.AreSame(null, null));
    }

    private static string Conditional(string key, string value) =>
        $$"""{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{"StringEquals":{"{{key}}":"{{value}}"} } }""";

    private static string Policy(params string[] statements) =>
        $$"""{"Version":"2012-10-17","Statement":[{{string.Join(",", statements)}}]}""";
}
