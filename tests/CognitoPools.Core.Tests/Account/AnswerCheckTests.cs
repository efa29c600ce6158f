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
        ["GetCallerIdentity"] = account => account.Sts(Region).GetCallerIdentityAsync(new GetCallerIdentityRequest()),
    };

    [Theory]
    [InlineData("CreateRole", Page, "Role.RoleName")]
    [InlineData("CreateRole", "<CreateRoleResponse><CreateRoleResult><Role><RoleName>r</Rol", "")]
    [InlineData(
        "CreateRole",
        "<CreateRoleResponse><CreateRoleResult><Role><RoleName>r</RoleName></Role></CreateRoleResult></CreateRoleResponse>",
        "Role.Arn")]
    [InlineData("CreateRole", "", "")]
    [InlineData("DeleteRole", Page, "RequestId")]
    [InlineData("DeleteRole", "<DeleteRoleResponse><ResponseMetadata><RequestId>7", "")]
    [InlineData("ListRoles", Page, "RequestId")]
    [InlineData("CreateIdentityPool", "{}", "IdentityPoolId")]
    [InlineData("CreateIdentityPool", Page, "")]
    [InlineData("DescribeIdentityPool", """{"IdentityPoolId":"eu-cen""", "")]
    [InlineData("DeleteIdentityPool", Page, "RequestId")]
    [InlineData("ListIdentityPools", "{}", "RequestId")]
    [InlineData("GetCallerIdentity", Page, "Account")]
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
    [InlineData("DeleteIdentityPool", "", true)]
    [InlineData("ListIdentityPools", """{"IdentityPools":[]}""", true)]
    public async Task An_answer_counts_with_its_members_or_with_the_request_id(string operation, string body, bool hasRequestId)
    {
        using var account = Connect(body, hasRequestId ? "request-1" : null);
        await Calls[operation](account);
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
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "text/html") };
            if (requestId is not null)
                answer.Headers.Add("x-amzn-RequestId", requestId);
            return Task.FromResult(answer);
        }
    }
}
