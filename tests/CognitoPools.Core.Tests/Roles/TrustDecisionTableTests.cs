using CognitoPools.Account;
using CognitoPools.Roles;

namespace CognitoPools.Tests.Roles;

/// <summary>
/// Policies and the answers that IAM's documentation gives for an authenticated user of the pool. A row says what must
/// hold in two worlds that differ in all that the module cannot know: the answer is conditional where they differ.
/// </summary>
public class TrustDecisionTableTests
{
    private const string Pool = "us-east-1:12345678-1234-1234-1234-123456789012";
    private const string Allow = "'Effect':'Allow','Principal':{'Federated':'P'},'Action':'sts:AssumeRoleWithWebIdentity'";
    private const string Good = "{" + Allow + ",'Condition':{'StringEquals':{'P:aud':'POOL'},'ForAnyValue:StringLike':{'P:amr':'authenticated'}}}";
    private const string Web = "'Action':'sts:AssumeRoleWithWebIdentity'";

    [Theory]
    // Allow, Deny and the default
    [InlineData("yes", Good)]
    [InlineData("no", "{'Effect':'Deny','Principal':'*','Action':'*'}")]
    [InlineData("no", Good + ",{'Effect':'Deny','Principal':'*','Action':'*'}")]
    [InlineData("no", "{'Effect':'Deny','Principal':'*','Action':'*'}," + Good)]
    [InlineData("no", Good + ",{'Effect':'Deny','Principal':{'Federated':'P'},'Action':'sts:AssumeRoleWithWebIdentity'}")]
    [InlineData("yes", Good + ",{'Effect':'Deny','Principal':{'Federated':'accounts.google.com'},'Action':'*'}")]
    [InlineData("yes", Good + ",{'Effect':'Deny','Principal':'*','Action':'sts:AssumeRole'}")]
    [InlineData("yes", Good + ",{'Effect':'Deny','Principal':'*','Action':'*','Condition':{'StringNotEquals':{'P:aud':'POOL'}}}")]
    [InlineData("no", Good + ",{'Effect':'Deny','Principal':'*','Action':'*','Condition':{'StringNotEquals':{'P:aud':'other'}}}")]
    [InlineData("no", Good + ",{'Effect':'Deny','Principal':'*','Action':'*','Condition':{'Null':{'accounts.google.com:aud':'true'}}}")]
    // Principals
    [InlineData("yes", "{'Effect':'Allow','Principal':'*'," + Web + "}")]
    [InlineData("yes", "{'Effect':'Allow','Principal':{'AWS':'*'}," + Web + "}")]
    [InlineData("yes", "{'Effect':'Allow','Principal':{'Federated':'*'}," + Web + "}")]
    [InlineData("yes", "{'Effect':'Allow','Principal':{'Federated':['accounts.google.com','P']}," + Web + "}")]
    [InlineData("yes", "{'Effect':'Allow','Principal':{'Service':'ec2.amazonaws.com','Federated':'P'}," + Web + "}")]
    [InlineData("no", "{'Effect':'Allow','Principal':{'Federated':'accounts.google.com'}," + Web + "}")]
    [InlineData("no", "{'Effect':'Allow','Principal':{'Service':'P'}," + Web + "}")]
    [InlineData("no", "{'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::123456789012:root'}," + Web + "}")]
    [InlineData("no", "{'Effect':'Allow','Principal':{'Service':'*'}," + Web + "}")]
    [InlineData("no", "{'Effect':'Allow','Principal':{'Federated':'cognito-identity.cn-north-1.amazonaws.com.cn'}," + Web + "}")]
    [InlineData("no", Good + ",{'Effect':'Deny','NotPrincipal':{'AWS':'arn:aws:iam::123456789012:root'},'Action':'*'}")]
    [InlineData("yes", Good + ",{'Effect':'Deny','NotPrincipal':{'Federated':'P'},'Action':'*'}")]
    // Actions
    [InlineData("yes", "{'Effect':'Allow','Principal':{'Federated':'P'},'Action':'sts:*'}")]
    [InlineData("yes", "{'Effect':'Allow','Principal':{'Federated':'P'},'Action':'*'}")]
    [InlineData("yes", "{'Effect':'Allow','Principal':{'Federated':'P'},'Action':'STS:assumeROLEwithwebidentity'}")]
    [InlineData("yes", "{'Effect':'Allow','Principal':{'Federated':'P'},'Action':'sts:AssumeRole?ithWebIdentity'}")]
    [InlineData("yes", "{'Effect':'Allow','Principal':{'Federated':'P'},'Action':['sts:AssumeRole','sts:AssumeRoleWith*']}")]
    [InlineData("no", "{'Effect':'Allow','Principal':{'Federated':'P'},'Action':'sts:AssumeRole'}")]
    [InlineData("no", "{'Effect':'Allow','Principal':{'Federated':'P'},'Action':['sts:TagSession','sts:AssumeRoleWithSAML']}")]
    [InlineData("no", "{'Effect':'Allow','Principal':{'Federated':'P'},'Action':'iam:*'}")]
    [InlineData("yes", "{'Effect':'Allow','Principal':{'Federated':'P'},'NotAction':'sts:AssumeRole'}")]
    [InlineData("no", "{'Effect':'Allow','Principal':{'Federated':'P'},'NotAction':['iam:*','sts:Assume*']}")]
    public void Elements(string answer, string statements) => Check(answer, statements);

    [Theory]
    // Equality and case
    [InlineData("yes", "'StringEquals':{'P:aud':'POOL'}")]
    [InlineData("yes", "'StringEquals':{'P:AUD':'POOL'}")]
    [InlineData("no", "'StringEquals':{'P:aud':'US-EAST-1:12345678-1234-1234-1234-123456789012'}")]
    [InlineData("yes", "'StringEqualsIgnoreCase':{'P:aud':'US-EAST-1:12345678-1234-1234-1234-123456789012'}")]
    [InlineData("no", "'StringLike':{'P:aud':'US-EAST-1:*'}")]
    [InlineData("no", "'StringNotEquals':{'P:aud':'POOL'}")]
    [InlineData("yes", "'StringNotEquals':{'P:aud':'other'}")]
    [InlineData("no", "'StringNotEquals':{'P:aud':['other','POOL']}")]
    [InlineData("no", "'StringNotEqualsIgnoreCase':{'P:aud':'US-EAST-1:12345678-1234-1234-1234-123456789012'}")]
    // Wildcards
    [InlineData("yes", "'StringLike':{'P:aud':'us-east-1:*'}")]
    [InlineData("yes", "'StringLike':{'P:aud':'us-east-?:12345678-*'}")]
    [InlineData("yes", "'StringLike':{'P:aud':'*'}")]
    [InlineData("no", "'StringEquals':{'P:aud':'us-east-1:*'}")]
    [InlineData("no", "'StringLike':{'P:aud':'us-east-1:${*}'}")]
    [InlineData("no", "'StringNotLike':{'P:aud':'us-*'}")]
    [InlineData("yes", "'StringNotLike':{'P:aud':'eu-*'}")]
    // Values of a key are OR; keys and operators are AND
    [InlineData("yes", "'StringEquals':{'P:aud':['eu-west-1:x','POOL']}")]
    [InlineData("no", "'StringEquals':{'P:aud':['eu-west-1:x','eu-west-1:y']}")]
    [InlineData("no", "'StringEquals':{'P:aud':'POOL','P:azp':'x'}")]
    [InlineData("no", "'StringEquals':{'P:aud':'POOL'},'StringLike':{'P:aud':'eu-*'}")]
    [InlineData("yes", "'StringEquals':{'P:aud':'POOL'},'StringLike':{'P:aud':'us-*'},'Bool':{'aws:SecureTransport':'true'}")]
    [InlineData("no", "'StringEquals':{'P:aud':[]}")]
    // Keys that the request lacks
    [InlineData("no", "'StringEquals':{'accounts.google.com:aud':'x'}")]
    [InlineData("no", "'StringLike':{'accounts.google.com:aud':'*'}")]
    [InlineData("yes", "'StringNotEquals':{'accounts.google.com:aud':'x'}")]
    [InlineData("yes", "'StringEqualsIfExists':{'accounts.google.com:aud':'x'}")]
    [InlineData("no", "'StringEqualsIfExists':{'P:aud':'x'}")]
    [InlineData("yes", "'StringEqualsIfExists':{'P:aud':'POOL'}")]
    [InlineData("yes", "'ForAllValues:StringEquals':{'accounts.google.com:aud':'x'}")]
    [InlineData("no", "'ForAnyValue:StringEquals':{'accounts.google.com:aud':'x'}")]
    [InlineData("no", "'ForAnyValue:StringNotEquals':{'accounts.google.com:aud':'x'}")]
    [InlineData("yes", "'Null':{'accounts.google.com:aud':'true'}")]
    [InlineData("no", "'Null':{'accounts.google.com:aud':'false'}")]
    [InlineData("yes", "'Null':{'P:aud':'false'}")]
    [InlineData("no", "'Null':{'P:aud':true}")]
    [InlineData("no", "'Bool':{'aws:SecureTransport':'false'}")]
    [InlineData("no", "'Bool':{'accounts.google.com:email_verified':'true'}")]
    // A key with several values
    [InlineData("yes", "'ForAnyValue:StringEquals':{'P:amr':'authenticated'}")]
    [InlineData("no", "'ForAnyValue:StringEquals':{'P:amr':'unauthenticated'}")]
    [InlineData("no", "'ForAllValues:StringEquals':{'P:amr':'authenticated'}")]
    [InlineData("yes", "'ForAllValues:StringLike':{'P:amr':['authenticated','accounts.google.com*']}")]
    [InlineData("yes", "'ForAllValues:StringNotEquals':{'P:amr':'unauthenticated'}")]
    [InlineData("no", "'ForAllValues:StringNotEquals':{'P:amr':'authenticated'}")]
    [InlineData("yes", "'ForAnyValue:StringNotEquals':{'P:amr':'authenticated'}")]
    // What only AWS can decide
    [InlineData("depends", "'IpAddress':{'aws:SourceIp':'10.0.0.0/8'}")]
    [InlineData("depends", "'NotIpAddress':{'aws:SourceIp':'10.0.0.0/8'}")]
    [InlineData("depends", "'DateLessThan':{'aws:CurrentTime':'2030-01-01T00:00:00Z'}")]
    [InlineData("depends", "'NumericLessThan':{'sts:DurationSeconds':'3600'}")]
    [InlineData("depends", "'StringEquals':{'aws:SourceVpc':'vpc-1'}")]
    [InlineData("depends", "'StringEquals':{'iam:ResourceTag/stage':'vpc-1'}")]
    [InlineData("depends", "'StringNotEquals':{'IAM:resourceTag/stage':'vpc-1'}")]
    [InlineData("depends", "'ArnLike':{'aws:SourceArn':'arn:aws:iam::123456789012:*'}")]
    [InlineData("depends", "'StringEquals':{'P:aud':'${aws:SourceVpc}'}")]
    [InlineData("no", "'IpAddress':{'aws:SourceIp':'10.0.0.0/8'},'StringEquals':{'P:aud':'other'}")]
    public void Conditions(string answer, string condition)
    {
        Check(answer, $"{{{Allow},'Condition':{{{condition}}}}}");
        // The same condition on a Deny decides the opposite way.
        Check(
            answer switch { "yes" => "no", "no" => "yes", _ => answer },
            $"{Good},{{'Effect':'Deny','Principal':'*','Action':'*','Condition':{{{condition}}}}}");
    }

    [Theory]
    [InlineData("2008-10-17", "no")]
    [InlineData("2012-10-17", "depends")]
    public void A_variable_is_plain_text_in_the_old_version(string version, string answer) =>
        Check(answer, $"{{{Allow},'Condition':{{'StringEquals':{{'P:aud':'${{aws:SourceVpc}}'}}}}}}", version);

    [Fact]
    public void An_element_that_is_there_twice_is_refused() => Assert.Throws<FormatException>(() => TrustPolicy.Parse(
        """{"Statement":[{"Effect":"Deny","Effect":"Allow","Principal":"*","Action":"*"}]}"""));

    /// <summary>Whether the role serves all authenticated users of the pool, none, or some: the judge asks for users of
    /// several providers.</summary>
    [Theory]
    [InlineData("all", "'ForAnyValue:StringLike':{'P:amr':'authenticated'}")]
    [InlineData("all", "'ForAnyValue:StringLike':{'P:amr':['authenticated','accounts.google.com']}")]
    [InlineData("all", "'ForAnyValue:StringLike':{'P:amr':'*'}")]
    [InlineData("all", "'ForAnyValue:StringNotEquals':{'P:amr':'authenticated'}")]
    [InlineData("all", "'ForAllValues:StringNotEquals':{'P:amr':'unauthenticated'}")]
    [InlineData("all", "'Null':{'P:amr':'false'}")]
    [InlineData("none", "'ForAnyValue:StringLike':{'P:amr':'unauthenticated'}")]
    [InlineData("none", "'ForAnyValue:StringLike':{'P:amr':'Authenticated'}")]
    [InlineData("none", "'ForAnyValue:StringLike':{'P:amr':'autenticated'}")]
    [InlineData("none", "'ForAnyValue:StringLike':{'P:amr':[]}")]
    [InlineData("none", "'StringEquals':{'P:amr':'authenticated'}")]
    [InlineData("none", "'ForAllValues:StringEquals':{'P:amr':'authenticated'}")]
    [InlineData("none", "'ForAllValues:StringNotLike':{'P:amr':'authenticated'}")]
    [InlineData("none", "'StringEquals2':{'P:amr':'accounts.google.com'}")]
    [InlineData("some", "'ForAnyValue:StringLike':{'P:amr':'*CognitoSignIn*'}")]
    [InlineData("some", "'ForAnyValue:StringLike':{'P:amr':'cognito-idp.us-east-1.amazonaws.com/us-east-1_a:CognitoSignIn:abc'}")]
    [InlineData("some", "'ForAnyValue:StringLike':{'P:amr':'cognito-idp.*'}")]
    [InlineData("some", "'ForAnyValue:StringEquals':{'P:amr':'accounts.google.com'}")]
    [InlineData("some", "'ForAnyValue:StringEquals':{'P:amr':['accounts.google.com','members']}")]
    [InlineData("some", "'ForAnyValue:StringEqualsIgnoreCase':{'P:amr':'Accounts.Google.com'}")]
    [InlineData("some", "'ForAnyValue:StringEquals':{'P:amr':'accounts.google.com:OIDC:42'}")]
    [InlineData("some", "'ForAnyValue:StringLike':{'P:amr':'*:OIDC:42'}")]
    [InlineData("some", "'ForAnyValue:StringEquals':{'P:amr':'arn:aws:iam::123456789012:oidc-provider/idp.example:OIDC:42'}")]
    [InlineData("some", "'ForAnyValue:StringEquals':{'P:amr':'members'}")]
    [InlineData("some", "'ForAllValues:StringLike':{'P:amr':['authenticated','accounts.google.com*']}")]
    [InlineData("some", "'ForAllValues:StringNotLike':{'P:amr':'accounts.google.com*'}")]
    [InlineData("some", "'StringNotEquals':{'P:amr':'accounts.google.com'}")]
    [InlineData("some", "'StringLikeIfExists':{'P:amr':['authenticated','members*']}")]
    public void Users(string who, string condition)
    {
        CheckUsers(who, $"{{{Allow},'Condition':{{{condition}}}}}");
        CheckUsers(
            who switch { "all" => "none", "none" => "all", _ => who },
            $"{Good},{{'Effect':'Deny','Principal':'*','Action':'*','Condition':{{{condition}}}}}");
        CheckUsers(
            who == "none" ? who : "some",
            $"{{{Allow},'Condition':{{'IpAddress':{{'aws:SourceIp':'10.0.0.0/8'}},{condition}}}}}");
    }

    private static void CheckUsers(string who, string statements)
    {
        var json = Policy(statements);
        var answers = UserAmrs.SelectMany(amr => new[] { "10.1.1.1", "192.0.2.1" }
            .Select(address => IamJudge.Allows(json, Request(address, "2020-01-01T00:00:00Z", "900", "vpc-1", "arn:x", amr))))
            .Distinct()
            .ToList();
        Assert.Equal(who, answers is [var same] ? same ? "all" : "none" : "some");
        var expected = who switch
        {
            "all" => PoolRoleTrust.Trusted,
            "none" => PoolRoleTrust.NotTrusted,
            _ => PoolRoleTrust.Conditional,
        };
        Assert.Equal(expected, TrustPolicy.Parse(json).Explain(AwsPartition.Aws, Pool, PoolIdentityType.Authenticated).Trust);
    }

    private static readonly string[][] UserAmrs =
    [
        ["authenticated", "accounts.google.com", "accounts.google.com:OIDC:42"],
        ["authenticated", "accounts.google.com", "accounts.google.com:OIDC:7"],
        ["authenticated", "graph.facebook.com", "graph.facebook.com:OIDC:1"],
        ["authenticated", "cognito-idp.us-east-1.amazonaws.com/us-east-1_a", "cognito-idp.us-east-1.amazonaws.com/us-east-1_a:CognitoSignIn:abc"],
        ["authenticated", "arn:aws:iam::123456789012:oidc-provider/idp.example", "arn:aws:iam::123456789012:oidc-provider/idp.example:OIDC:42"],
        ["authenticated", "members", "members:us-east-1:me"],
    ];

    private static string Policy(string statements, string version = "2012-10-17") =>
        $"{{'Version':'{version}','Statement':[{statements}]}}"
            .Replace('\'', '"')
            .Replace("\"P:", "\"cognito-identity.amazonaws.com:", StringComparison.Ordinal)
            .Replace("\"P\"", "\"cognito-identity.amazonaws.com\"", StringComparison.Ordinal)
            .Replace("POOL", Pool, StringComparison.Ordinal);

    private static void Check(string answer, string statements, string version = "2012-10-17")
    {
        var json = Policy(statements, version);
        bool[] worlds =
        [
            IamJudge.Allows(json, Request("10.1.1.1", "2020-01-01T00:00:00Z", "900", "vpc-1", "arn:aws:iam::123456789012:x")),
            IamJudge.Allows(json, Request("192.0.2.1", "2040-01-01T00:00:00Z", "43200", Pool, "arn:aws:iam::1:x")),
        ];
        Assert.Equal(answer, worlds[0] != worlds[1] ? "depends" : worlds[0] ? "yes" : "no");
        var expected = answer switch
        {
            "yes" => PoolRoleTrust.Trusted,
            "no" => PoolRoleTrust.NotTrusted,
            _ => PoolRoleTrust.Conditional,
        };
        var token = TrustRequest.ForPool(AwsPartition.Aws, Pool, PoolIdentityType.Authenticated)
            .SignedInWith("accounts.google.com");
        Assert.Equal(expected, TrustPolicy.Parse(json).Evaluate(token).Trust);
    }

    private static IamRequest Request(
        string address, string time, string duration, string vpc, string arn, string[]? amr = null) => new(
        "Federated", "cognito-identity.amazonaws.com", "sts:AssumeRoleWithWebIdentity", new Dictionary<string, string[]>
        {
            ["cognito-identity.amazonaws.com:aud"] = [Pool],
            ["cognito-identity.amazonaws.com:amr"] =
                amr ?? ["authenticated", "accounts.google.com", "accounts.google.com:OIDC:42"],
            ["cognito-identity.amazonaws.com:sub"] = ["us-east-1:me"],
            ["aws:SecureTransport"] = ["true"],
            ["aws:SourceIp"] = [address],
            ["aws:CurrentTime"] = [time],
            ["sts:DurationSeconds"] = [duration],
            ["aws:SourceVpc"] = [vpc],
            ["aws:SourceArn"] = [arn],
            ["iam:ResourceTag/stage"] = [vpc],
        });
}
