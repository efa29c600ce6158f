namespace CognitoPools.Core.Tests.Audit.Policies;

/// <summary>What public configurations allow, written anew with other names and ids, and what is to be said of it.</summary>
public sealed class PublicConfigurationTests
{
    /// <summary>What it is; guest, live (guests with the basic flow) or users, and the statements; the findings.</summary>
    public static TheoryData<string, string, string> Configurations => new()
    {
        {
            "Terraform for browser monitoring",
            "live|{\"Effect\":\"Allow\",\"Action\":\"rum:PutRumEvents\",\"Resource\":\"arn:aws:rum:eu-west-1:111122223333:ap"
                + "pmonitor/site\"}",
            ""
        },
        {
            "speaking hosts in a browser, with a Lex bot",
            "guest|{\"Effect\":\"Allow\",\"Action\":\"polly:*\",\"Resource\":\"*\"},{\"Effect\":\"Allow\",\"Action\":\"lex:*\",\"Resou"
                + "rce\":\"*\"}",
            ""
        },
        {
            "web chat with a Lex bot",
            "guest|{\"Effect\":\"Allow\",\"Action\":[\"lex:PostText\",\"lex:PostContent\",\"lex:RecognizeText\"],\"Resource\":\""
                + "arn:aws:lex:eu-west-1:111122223333:bot-alias/BOT/*\"}",
            ""
        },
        {
            "browser that calls an agent",
            "live|{\"Effect\":\"Allow\",\"Action\":\"bedrock-agentcore:InvokeAgentRuntime\",\"Resource\":\"arn:aws:bedrock-a"
                + "gentcore:eu-west-1:111122223333:runtime/app-*\"}",
            "PolicyBeyondScopeDown"
        },
        {
            "guide of Amazon Location",
            "guest|{\"Effect\":\"Allow\",\"Action\":[\"geo:GetMap*\",\"geo:SearchPlaceIndex*\",\"geo:CalculateRoute*\"],\"Reso"
                + "urce\":\"*\"}",
            ""
        },
        {
            "guide of the newer Amazon Location",
            "guest|{\"Effect\":\"Allow\",\"Action\":[\"geo-maps:GetTile\",\"geo-places:Geocode\"],\"Resource\":\"*\"}",
            ""
        },
        {
            "serverless seed template",
            "guest|{\"Effect\":\"Allow\",\"Action\":[\"mobileanalytics:PutEvents\",\"cognito-sync:*\"],\"Resource\":\"*\"}",
            "PolicyGuestConsoleDefault"
        },
        {
            "web analytics over a stream",
            "guest|{\"Effect\":\"Allow\",\"Action\":[\"kinesis:PutRecord\",\"kinesis:PutRecords\"],\"Resource\":\"arn:aws:kine"
                + "sis:eu-west-1:111122223333:stream/clicks\"}",
            ""
        },
        {
            "mobile analytics over Pinpoint",
            "guest|{\"Effect\":\"Allow\",\"Action\":[\"mobiletargeting:UpdateEndpoint\",\"mobiletargeting:PutEvents\"],\"Res"
                + "ource\":\"arn:aws:mobiletargeting:eu-west-1:111122223333:apps/1/*\"}",
            ""
        },
        {
            "public queries of an API",
            "guest|{\"Effect\":\"Allow\",\"Action\":\"appsync:GraphQL\",\"Resource\":\"arn:aws:appsync:eu-west-1:11112222333"
                + "3:apis/abc/types/Query/fields/list\"}",
            ""
        },
        {
            "photo upload of guests",
            "guest|{\"Effect\":\"Allow\",\"Action\":\"s3:PutObject\",\"Resource\":\"arn:aws:s3:::files/public/*\"}",
            "PolicyGuestWrite"
        },
        {
            "visitor table of an SDK example",
            "guest|{\"Effect\":\"Allow\",\"Action\":[\"dynamodb:PutItem\",\"dynamodb:Scan\"],\"Resource\":\"arn:aws:dynamodb:e"
                + "u-west-1:111122223333:table/visits\"}",
            "PolicyGuestWrite"
        },
        {
            "anonymous video call",
            "live|{\"Effect\":\"Allow\",\"Action\":[\"kinesisvideo:ConnectAsViewer\",\"kinesisvideo:DescribeSignalingChann"
                + "el\"],\"Resource\":\"arn:aws:kinesisvideo:eu-west-1:111122223333:channel/*\"}",
            "PolicyBeyondScopeDown"
        },
        {
            "roles attachment with AmazonS3FullAccess",
            "users|{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"}",
            "PolicyNoIsolation"
        },
        {
            "playground that lists stacks",
            "users|{\"Effect\":\"Allow\",\"Action\":[\"cloudformation:Describe*\",\"cloudformation:List*\"],\"Resource\":\"*\"}",
            ""
        },
        {
            "course lab with leading keys",
            "users|{\"Effect\":\"Allow\",\"Action\":[\"dynamodb:GetItem\",\"dynamodb:PutItem\",\"dynamodb:BatchWriteItem\"],\""
                + "Resource\":\"arn:aws:dynamodb:eu-west-1:111122223333:table/lab\",\"Condition\":{\"ForAllValues:StringEqual"
                + "s\":{\"dynamodb:LeadingKeys\":[\"${cognito-identity.amazonaws.com:sub}\"]}}}",
            ""
        },
        {
            "storage with prefixes of one's own choice",
            "users|{\"Effect\":\"Allow\",\"Action\":[\"s3:GetObject\",\"s3:PutObject\",\"s3:DeleteObject\"],\"Resource\":[\"arn:"
                + "aws:s3:::files/mine/${cognito-identity.amazonaws.com:sub}/*\",\"arn:aws:s3:::files/shared/*\"]}",
            ""
        },
        {
            "file storage added in a backend definition",
            "users|{\"Effect\":\"Allow\",\"Action\":[\"s3:GetObject\",\"s3:PutObject\",\"s3:ListBucket\"],\"Resource\":[\"arn:aw"
                + "s:s3:::files\",\"arn:aws:s3:::files/*\"]}",
            "PolicyNoIsolation"
        },
        {
            "dashboards over a search domain",
            "users|{\"Effect\":\"Allow\",\"Action\":\"es:ESHttp*\",\"Resource\":\"arn:aws:es:eu-west-1:111122223333:domain/l"
                + "ogs/*\"}",
            ""
        },
        {
            "old default of the console",
            "users|{\"Effect\":\"Allow\",\"Action\":[\"mobileanalytics:PutEvents\",\"cognito-sync:*\",\"cognito-identity:*\"]"
                + ",\"Resource\":\"*\"}",
            "PolicyCognitoAdmin"
        },
        {
            "devices in a browser",
            "users|{\"Effect\":\"Allow\",\"Action\":[\"iot:Connect\",\"iot:Subscribe\",\"iot:Receive\",\"iot:AttachPrincipalPo"
                + "licy\"],\"Resource\":\"*\"}",
            "PolicyRoleAdmin"
        },
        {
            "module that attaches the power user policy",
            "users|{\"Effect\":\"Allow\",\"Action\":[\"cognito-idp:*\",\"cognito-identity:*\",\"cognito-sync:*\",\"iam:ListRol"
                + "es\"],\"Resource\":\"*\"}",
            "PolicyCognitoAdmin"
        },
    };

    [Theory]
    [MemberData(nameof(Configurations))]
    public void Gets_its_findings_and_no_false_ones(string what, string configuration, string ids)
    {
        Assert.NotEmpty(what);
        var (kind, statements) = configuration.Split('|') is [var first, var rest] ? (first, rest) : throw new FormatException(configuration);
        var policy = $$"""{ "Version": "2012-10-17", "Statement": [ {{statements}} ] }""";
        var pool = kind == "users" ? PolicyCase.Users(policy) : PolicyCase.Guests(kind == "live", policy);

        var found = pool.Audit().Select(finding => finding.Id).Distinct()
            .Where(id => id.StartsWith("Policy", StringComparison.Ordinal));

        Assert.Equal(ids, string.Join(" ", found));
    }
}
