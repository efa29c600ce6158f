using System.Net;
using System.Text;
using Amazon.CognitoIdentity.Model;
using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
using Amazon.SecurityToken.Model;
using CognitoPools.Account;
using CognitoPools.Pools.Plans;
using CognitoPools.Sandbox;

namespace CognitoPools.Core.Tests.Account;

/// <summary>
/// An answer that is not the service's. The official clients let some of them pass as a success with every member null,
/// so the module looks at each answer itself. The STS client here is the official one; the other two behave like it.
/// </summary>
public class AnswerCheckTests
{
    private const string Region = "eu-central-1";
    private const string PoolId = "eu-central-1:12345678-1234-1234-1234-123456789012";
    private const string Page = "<!DOCTYPE html><html><head><title>Hotel</title></head><body>Sign in</body></html>";
    private const string Role =
        "<Role><Path>/</Path><RoleName>r</RoleName><RoleId>AROA1</RoleId><Arn>arn:aws:iam::111122223333:role/r</Arn></Role>";
    private const string OtherId = "eu-central-1:99999999-9999-9999-9999-999999999999";
    private const string OtherPool =
        $$"""{"IdentityPoolId":"{{OtherId}}","IdentityPoolName":"other","AllowUnauthenticatedIdentities":false}""";
    private const string Pool =
        $$"""{"IdentityPoolId":"{{PoolId}}","IdentityPoolName":"shop","AllowUnauthenticatedIdentities":false}""";

    private static readonly Dictionary<string, Func<AccountConnection, Task>> Calls = new(StringComparer.Ordinal)
    {
        ["CreateRole"] = account => account.Iam(Region).CreateRoleAsync(new CreateRoleRequest
        {
            RoleName = "r",
            AssumeRolePolicyDocument = "{}",
        }),
        ["DeleteRole"] = account => account.Iam(Region).DeleteRoleAsync(new DeleteRoleRequest { RoleName = "r" }),
        ["ListRoles"] = account => account.Iam(Region).ListRolesAsync(),
        ["CreateIdentityPool"] = account => account.CognitoWithoutRetry(Region)
            .CreateIdentityPoolAsync(new CreateIdentityPoolRequest
            {
                IdentityPoolName = "shop",
            }),
        ["DescribeIdentityPool"] = account => account.Cognito(Region).DescribeIdentityPoolAsync(PoolId),
        ["DeleteIdentityPool"] = account => account.Cognito(Region).DeleteIdentityPoolAsync(PoolId),
        ["ListIdentityPools"] = account => account.Cognito(Region).ListIdentityPoolsAsync(new ListIdentityPoolsRequest
        {
            MaxResults = 60,
        }),
        ["GetIdentityPoolRoles"] = account => account.Cognito(Region).GetIdentityPoolRolesAsync(PoolId),
        ["ListIdentities"] = account => account.Cognito(Region).ListIdentitiesAsync(new ListIdentitiesRequest
        {
            IdentityPoolId = PoolId,
            MaxResults = 60,
        }),
        ["DescribeIdentity"] = account => account.Cognito(Region).DescribeIdentityAsync(PoolId),
        ["DeleteIdentities"] = account => account.Cognito(Region).DeleteIdentitiesAsync(new DeleteIdentitiesRequest
        {
            IdentityIdsToDelete = [PoolId],
        }),
        ["GetRole"] = account => account.Iam(Region).GetRoleAsync(new GetRoleRequest { RoleName = "r" }),
        ["GetCallerIdentity"] = account => account.Sts(Region).GetCallerIdentityAsync(new GetCallerIdentityRequest()),
    };

    [Theory]
    [InlineData("CreateRole", Page, "is an HTML page")]
    [InlineData("CreateRole", "<CreateRoleResponse><CreateRoleResult><Role><RoleName>r</Rol", "")]
    [InlineData(
        "CreateRole",
        "<CreateRoleResponse><CreateRoleResult><Role><RoleName>r</RoleName></Role></CreateRoleResult></CreateRoleResponse>",
        "Role.Arn")]
    [InlineData("CreateRole", "", "")]
    [InlineData("DeleteRole", Page, "is an HTML page")]
    [InlineData("DeleteRole", "<html><body/></html>", "lacks RequestId")]
    [InlineData(
        "GetRole", $"<GetRoleResponse><GetRoleResult>{Role}</GetRoleResult></GetRoleResponse>",
        "Role.AssumeRolePolicyDocument")]
    [InlineData("DeleteRole", "<DeleteRoleResponse><ResponseMetadata><RequestId>7", "")]
    [InlineData("ListRoles", Page, "is an HTML page")]
    [InlineData("CreateIdentityPool", "{}", "IdentityPoolId")]
    [InlineData("CreateIdentityPool", Page, "is an HTML page")]
    [InlineData("CreateIdentityPool", "", "IdentityPoolId")]
    [InlineData("DescribeIdentityPool", OtherPool, "has another IdentityPoolId than the request")]
    [InlineData("DescribeIdentity", $$"""{"IdentityId":"{{OtherId}}"}""", "has another IdentityId than the request")]
    [InlineData("GetIdentityPoolRoles", "{}", "lacks IdentityPoolId")]
    [InlineData("GetIdentityPoolRoles", $$"""{"IdentityPoolId":"{{OtherId}}"}""", "has another IdentityPoolId than the request")]
    [InlineData("ListIdentities", "{}", "lacks RequestId and IdentityPoolId")]
    [InlineData("ListIdentities", $$"""{"IdentityPoolId":"{{OtherId}}"}""", "has another IdentityPoolId than the request")]
    [InlineData("DeleteIdentities", "{}", "lacks RequestId")]
    [InlineData("DeleteIdentities", "", "lacks RequestId")]
    [InlineData("DescribeIdentityPool", """{"IdentityPoolId":"eu-cen""", "")]
    [InlineData("DeleteIdentityPool", Page, "is an HTML page")]
    [InlineData("DeleteIdentityPool", "{}", "RequestId")]
    [InlineData("ListIdentityPools", "{}", "RequestId")]
    [InlineData("GetCallerIdentity", Page, "is an HTML page")]
    [InlineData(
        "GetCallerIdentity",
        "<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>a</Arn></GetCallerIdentityResult></GetCallerIdentityResponse>",
        "has no valid Account")]
    [InlineData(
        "GetCallerIdentity",
        "<GetCallerIdentityResponse><GetCallerIdentityResult><Account>you</Account><Arn>a</Arn>"
            + "</GetCallerIdentityResult></GetCallerIdentityResponse>",
        "has no valid Account")]
    [InlineData("GetCallerIdentity", "<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>a</A", "")]
    public async Task An_answer_that_is_not_the_services_is_an_error_and_may_have_taken_effect(
        string operation, string body, string missing)
    {
        using var account = Connect(body);
        var error = await Assert.ThrowsAnyAsync<Exception>(() => Calls[operation](account));

        Assert.True(AwsErrors.IsUnexpectedAnswer(error));
        Assert.True(AwsErrors.IsAmbiguous(error));
        Assert.False(AwsErrors.IsNetwork(error));
        Assert.Contains(operation, error.Message, StringComparison.Ordinal);
        Assert.Contains("amazonaws.com", error.Message, StringComparison.Ordinal);
        Assert.Contains("200", error.Message, StringComparison.Ordinal);
        Assert.Contains(missing, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Hotel", error.Message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, Assert.IsAssignableFrom<AmazonServiceException>(error).StatusCode);
    }

    [Theory]
    [InlineData("CreateRole", $"<CreateRoleResponse><CreateRoleResult>{Role}</CreateRoleResult></CreateRoleResponse>", false)]
    [InlineData(
        "DeleteRole",
        "<DeleteRoleResponse><ResponseMetadata><RequestId>7</RequestId></ResponseMetadata></DeleteRoleResponse>",
        false)]
    [InlineData("DeleteRole", "<DeleteRoleResponse/>", true)]
    [InlineData("ListRoles", "<ListRolesResponse><ListRolesResult><Roles/></ListRolesResult></ListRolesResponse>", true)]
    [InlineData("CreateIdentityPool", Pool, false)]
    [InlineData("DescribeIdentityPool", Pool, false)]
    [InlineData("GetIdentityPoolRoles", $$"""{"IdentityPoolId":"{{PoolId}}"}""", false)]
    [InlineData("ListIdentities", $$"""{"IdentityPoolId":"{{PoolId}}"}""", false)]
    [InlineData("ListIdentities", "{}", true)]
    [InlineData("DeleteIdentities", "{}", true)]
    [InlineData("DeleteIdentities", "", true)]
    [InlineData("DeleteIdentityPool", "", true)]
    [InlineData("ListIdentityPools", """{"IdentityPools":[]}""", true)]
    public async Task An_answer_counts_with_its_members_or_with_the_request_id(string operation, string body, bool hasRequestId)
    {
        using var account = Connect(body, hasRequestId ? "request-1" : null);
        await Calls[operation](account);
    }

    [Theory]
    [InlineData("DescribeIdentityPool", HttpStatusCode.ServiceUnavailable, true)]
    [InlineData("DeleteIdentityPool", HttpStatusCode.BadGateway, true)]
    [InlineData("CreateRole", HttpStatusCode.ServiceUnavailable, true)]
    [InlineData("GetCallerIdentity", HttpStatusCode.ServiceUnavailable, true)]
    [InlineData("DeleteIdentityPool", HttpStatusCode.Forbidden, false)]
    [InlineData("DeleteRole", HttpStatusCode.Forbidden, false)]
    [InlineData("GetCallerIdentity", HttpStatusCode.Forbidden, false)]
    [InlineData("DeleteIdentityPool", HttpStatusCode.Found, false)]
    public async Task An_error_page_is_named_and_not_printed(string operation, HttpStatusCode status, bool isTransient)
    {
        using var account = Connect(Page, status: status);
        var error = await Assert.ThrowsAnyAsync<AmazonServiceException>(() => Calls[operation](account));

        Assert.True(AwsErrors.IsUnexpectedAnswer(error));
        Assert.True(AwsErrors.IsAmbiguous(error));
        Assert.Equal(isTransient, AwsErrors.IsTransient(error));
        Assert.Equal(status, error.StatusCode);
        Assert.DoesNotContain("Hotel", error.ToString(), StringComparison.Ordinal);
        Assert.Matches($@"^The answer to {operation} from https://\S+ \(HTTP status {(int)status}\) is an HTML page$", error.Message);
    }

    [Fact]
    public async Task A_proxys_refusal_for_the_rate_did_nothing()
    {
        using var account = Connect(Page, status: HttpStatusCode.TooManyRequests);
        var error = await Assert.ThrowsAnyAsync<AmazonServiceException>(() => Calls["DeleteIdentityPool"](account));

        Assert.True(AwsErrors.IsThrottling(error));
        Assert.False(AwsErrors.IsAmbiguous(error));
    }

    [Theory]
    [InlineData(
        "<GetCallerIdentityResponse><ResponseMetadata><RequestId>7</RequestId></ResponseMetadata></GetCallerIdentityResponse>",
        null, "7")]
    [InlineData("<GetCallerIdentityResponse/>", "8", "8")]
    [InlineData("<GetCallerIdentityResponse/>", null, null)]
    public async Task The_official_client_reads_the_request_id_from_XML_or_header_and_invents_none(
        string body, string? header, string? expected)
    {
        using var client = new Amazon.SecurityToken.AmazonSecurityTokenServiceClient(
            new BasicAWSCredentials("AKIASANDBOXSANDBOX00", "secret"),
            new Amazon.SecurityToken.AmazonSecurityTokenServiceConfig
            {
                ServiceURL = "https://sts.eu-central-1.amazonaws.com",
                AuthenticationRegion = Region,
                HttpClientFactory = new OneClient(new FixedAnswer(body, header, HttpStatusCode.OK)),
                MaxErrorRetry = 0,
            });
        AmazonWebServiceResponse? answer = null;
        client.AfterResponseEvent += (_, answered) => answer = ((WebServiceResponseEventArgs)answered).Response;
        try
        {
            answer ??= await client.GetCallerIdentityAsync(new GetCallerIdentityRequest());
        }
        catch (UnexpectedAnswerException foreign)
        {
            // The module's check sits in every client of the process; it reports the id that the SDK read.
            Assert.Equal(expected, foreign.RequestId);
            return;
        }

        Assert.Equal(expected, answer.ResponseMetadata?.RequestId);
    }

    [Theory]
    [InlineData("DescribeIdentityPool", "{}")]
    [InlineData("DescribeIdentityPool", OtherPool)]
    [InlineData("GetIdentityPoolRoles", "{}")]
    [InlineData("GetIdentityPoolRoles", $$"""{"IdentityPoolId":"{{OtherId}}"}""")]
    [InlineData("DescribeIdentity", "{}")]
    [InlineData("CreateRole", "<CreateRoleResponse/>")]
    public async Task The_request_id_does_not_stand_in_for_a_member_that_must_be_there(string operation, string body)
    {
        using var account = Connect(body, "request-1");
        var error = await Assert.ThrowsAnyAsync<AmazonServiceException>(() => Calls[operation](account));

        Assert.True(AwsErrors.IsUnexpectedAnswer(error));
        Assert.Equal("request-1", error.RequestId);
    }

    [Fact]
    public async Task A_refusal_stays_a_refusal()
    {
        using var account = Connect(
            """{"__type":"ResourceNotFoundException","message":"gone"}""", status: HttpStatusCode.BadRequest);
        var error = await Assert.ThrowsAnyAsync<AmazonServiceException>(() => Calls["DeleteIdentityPool"](account));
        Assert.True(AwsErrors.IsNotFound(error));
        Assert.False(AwsErrors.IsUnexpectedAnswer(error));
    }

    [Theory]
    [InlineData(SandboxFaultKind.TruncatedBody)]
    [InlineData(SandboxFaultKind.HtmlPage)]
    public async Task A_role_whose_creation_got_no_readable_answer_is_not_lost(SandboxFaultKind kind)
    {
        using var account = new TestAccount();
        account.Sandbox.Settings.AddFault(new SandboxFault
        {
            Operation = "CreateRole",
            Kind = kind,
            StatusCode = 200,
            AfterApply = true,
        });

        var id = await new PlanRunner(account.Connection, account).RunAsync(
            Pools.PlanRunnerTests.Creation(), null, CancellationToken.None);

        var role = Assert.Single((await account.Connection.Iam(Region).ListRolesAsync()).Roles);
        Assert.Equal(role.Arn, (await Pools.PoolSamples.ReadAsync(account, id)).GuestRole);
    }

    private static AccountConnection Connect(
        string body, string? requestId = null,
        HttpStatusCode status = HttpStatusCode.OK) => AccountConnection.Open(new AccountOptions
        {
            IsSandbox = true,
            Region = Region,
            Credentials = new BasicAWSCredentials("AKIASANDBOXSANDBOX00", "secret"),
            HandlerFactory = () => new FixedAnswer(body, requestId, status),
            MaxAttempts = 1,
        });

    private sealed class FixedAnswer(string body, string? requestId, HttpStatusCode status) : HttpMessageHandler
    {
        private string ContentType => body.StartsWith("<!DOCTYPE", StringComparison.Ordinal) ? "text/html"
            : body.StartsWith('<') ? "text/xml"
            : "application/x-amz-json-1.1";

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, ContentType) };
            if (requestId is not null)
                answer.Headers.Add("x-amzn-RequestId", requestId);
            return Task.FromResult(answer);
        }
    }

    private sealed class OneClient(HttpMessageHandler handler) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(handler, disposeHandler: false);
    }
}
