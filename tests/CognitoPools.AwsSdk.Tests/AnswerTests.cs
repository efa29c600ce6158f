using System.Net;
using System.Text.Json.Nodes;
using System.Xml;
using Amazon.CognitoIdentity;
using Amazon.CognitoIdentity.Model;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.Runtime;

namespace CognitoPools.AwsSdk.Tests;

/// <summary>Requests and answers that are not the plain case.</summary>
public class AnswerTests
{
    private const string PoolId = "eu-central-1:12345678-1234-1234-1234-123456789012";

    [Fact]
    public async Task Omits_what_is_null_and_sends_what_is_empty()
    {
        var service = new FakeService().Answer("{}");
        using var client = service.Pools();
        await client.SetIdentityPoolRolesAsync(new SetIdentityPoolRolesRequest { IdentityPoolId = PoolId, Roles = [] });
        Assert.Equal("{\"IdentityPoolId\":\"" + PoolId + "\",\"Roles\":{}}", service.Requests.Single().Body);
    }

    [Fact]
    public async Task Sends_false_and_empty_text()
    {
        var service = new FakeService().Answer("{}");
        using var client = service.Pools();
        await client.CreateIdentityPoolAsync(new CreateIdentityPoolRequest
        {
            AllowUnauthenticatedIdentities = false,
            IdentityPoolTags = new() { ["key"] = "" },
        });
        Assert.Equal(
            """{"AllowUnauthenticatedIdentities":false,"IdentityPoolTags":{"key":""}}""",
            service.Requests.Single().Body);
    }

    [Fact]
    public async Task Sends_an_empty_list_of_IAM_as_an_empty_parameter()
    {
        var service = new FakeService().Answer("<TagRoleResponse/>");
        using var client = service.Iam();
        await client.TagRoleAsync(new TagRoleRequest { RoleName = "r", Tags = [] });
        Assert.Equal("", service.Requests.Single().Form["Tags"]);
    }

    [Fact]
    public async Task Leaves_collections_null_that_the_answer_lacks()
    {
        using var client = new FakeService().Answer("""{"IdentityPoolId":"x","AllowClassicFlow":null}""").Pools();
        var answer = await client.DescribeIdentityPoolAsync(PoolId);
        Assert.Null(answer.SupportedLoginProviders);
        Assert.Null(answer.CognitoIdentityProviders);
        Assert.Null(answer.AllowClassicFlow);
    }

    [Theory]
    [InlineData("1700000000", 0)]
    [InlineData("1700000000.0", 0)]
    [InlineData("1.7E9", 0)]
    [InlineData("1700000000.123", 123)]
    public async Task Reads_epoch_times_to_the_millisecond(string seconds, int milliseconds)
    {
        using var client = new FakeService().Answer($$"""{"IdentityId":"i","CreationDate":{{seconds}}}""").Pools();
        var answer = await client.DescribeIdentityAsync("i");
        Assert.Equal(new DateTime(2023, 11, 14, 22, 13, 20, milliseconds, DateTimeKind.Utc), answer.CreationDate);
        Assert.Equal(DateTimeKind.Utc, answer.CreationDate!.Value.Kind);
    }

    [Fact]
    public async Task Leaves_policy_documents_encoded_as_they_come()
    {
        using var client = new FakeService()
            .Answer(
                "<GetRoleResponse><GetRoleResult><Role><AssumeRolePolicyDocument>%7B%22a%22%3A%22b+c%22%7D</AssumeRolePolicyDocument>"
                    + "</Role></GetRoleResult></GetRoleResponse>")
            .Iam();
        var answer = await client.GetRoleAsync(new GetRoleRequest { RoleName = "r" });
        Assert.Equal("%7B%22a%22%3A%22b+c%22%7D", answer.Role.AssumeRolePolicyDocument);
    }

    [Fact]
    public async Task Knows_values_of_enumerations_that_came_later()
    {
        using var client = new FakeService()
            .Answer("""{"UnprocessedIdentityIds":[{"IdentityId":"i","ErrorCode":"Tired"}]}""")
            .Pools();
        var answer = await client.DeleteIdentitiesAsync(new DeleteIdentitiesRequest { IdentityIdsToDelete = ["i"] });
        Assert.Equal("Tired", answer.UnprocessedIdentityIds.Single().ErrorCode.Value);
    }

    [Theory]
    [InlineData("""{"__type":"ResourceNotFoundException","message":"why"}""", null)]
    [InlineData("""{"__type":"com.amazonaws.cognito.identity.model#ResourceNotFoundException","Message":"why"}""", null)]
    [InlineData("""{"message":"why"}""", "ResourceNotFoundException")]
    [InlineData("""{"message":"why"}""", "ResourceNotFoundException:http://internal.amazon.com/coral/com.amazonaws.cognito/")]
    [InlineData("""{"code":"ResourceNotFoundException","message":"why"}""", null)]
    public async Task Reads_an_errors_code_wherever_it_stands(string body, string? header)
    {
        using var client = new FakeService()
            .Answer(
                body,
                HttpStatusCode.BadRequest,
                header is null ? [("x-amzn-RequestId", "r")] : [("x-amzn-RequestId", "r"), ("x-amzn-ErrorType", header)])
            .Pools();
        var error = await Assert.ThrowsAsync<Amazon.CognitoIdentity.Model.ResourceNotFoundException>(
            () => client.DescribeIdentityPoolAsync(PoolId));
        Assert.Equal(
            ("ResourceNotFoundException", "why", "r", HttpStatusCode.BadRequest),
            (error.ErrorCode, error.Message, error.RequestId, error.StatusCode));
    }

    [Fact]
    public async Task Gives_an_unknown_error_its_code_and_the_services_base_exception()
    {
        using var client = new FakeService()
            .Answer("""{"__type":"TiredException","message":"why"}""", HttpStatusCode.BadRequest)
            .Pools();
        var error = await Assert.ThrowsAsync<AmazonCognitoIdentityException>(() => client.DescribeIdentityPoolAsync(PoolId));
        Assert.Equal("TiredException", error.ErrorCode);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.ProxyAuthenticationRequired)]
    public async Task Shows_the_beginning_of_a_page_that_is_not_the_services(HttpStatusCode status)
    {
        const string Page = "<html><body>Sign in to the hotel</body></html>";
        using var pools = new FakeService().Answer(Page, status).Pools();
        using var iam = new FakeService().Answer(Page, status).Iam();
        var error = await Assert.ThrowsAsync<AmazonCognitoIdentityException>(() => pools.DescribeIdentityPoolAsync(PoolId));
        Assert.Contains("Sign in to the hotel", error.Message, StringComparison.Ordinal);
        Assert.Null(error.ErrorCode);
        Assert.Contains(
            "hotel",
            (await Assert.ThrowsAsync<AmazonIdentityManagementServiceException>(() => iam.ListRolesAsync())).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html>200 OK says the proxy</html>")]
    [InlineData("""{"IdentityPoolId":"eu-cen""")]
    [InlineData("""["an array"]""")]
    public async Task Says_that_a_success_could_not_be_read(string body)
    {
        using var pools = new FakeService().Answer(body).Pools(config => config.MaxErrorRetry = 0);
        await Assert.ThrowsAsync<AmazonUnmarshallingException>(() => pools.DescribeIdentityPoolAsync(PoolId));
    }

    [Theory]
    [InlineData("<CreateRoleResponse><CreateRoleResult><Role><RoleName>r</RoleNa")]
    [InlineData("<!DOCTYPE html><html><br>not closed</html>")]
    [InlineData("")]
    public async Task What_is_not_XML_is_a_bare_XmlException_of_IAM(string body)
    {
        using var iam = new FakeService().Answer(body).Iam(config => config.MaxErrorRetry = 0);
        await Assert.ThrowsAsync<XmlException>(() => iam.CreateRoleAsync(new CreateRoleRequest { RoleName = "r" }));
    }

    [Fact]
    public async Task A_truncated_answer_without_members_is_a_bare_XmlException_too()
    {
        using var iam = new FakeService()
            .Answer("<DeleteRoleResponse><ResponseMetadata><RequestId>7")
            .Iam(config => config.MaxErrorRetry = 0);
        await Assert.ThrowsAsync<XmlException>(() => iam.DeleteRoleAsync(new DeleteRoleRequest { RoleName = "r" }));
    }

    [Fact]
    public async Task A_page_of_a_proxy_with_status_200_is_an_answer_of_IAM_with_every_member_null()
    {
        const string Page = "<!DOCTYPE html><html><body>Sign in to the hotel</body></html>";
        using var iam = new FakeService().Answer(Page).Answer(Page).Iam(config => config.MaxErrorRetry = 0);

        var created = await iam.CreateRoleAsync(new CreateRoleRequest { RoleName = "r" });
        var deleted = await iam.DeleteRoleAsync(new DeleteRoleRequest { RoleName = "r" });

        Assert.Null(created.Role);
        Assert.Equal((HttpStatusCode.OK, null), (deleted.HttpStatusCode, deleted.ResponseMetadata.RequestId));
    }

    [Fact]
    public async Task The_body_of_an_operation_that_answers_nothing_is_not_looked_at()
    {
        using var pools = new FakeService()
            .Answer("<html>200 OK says the proxy</html>")
            .Pools(config => config.MaxErrorRetry = 0);
        var deleted = await pools.DeleteIdentityPoolAsync(PoolId);
        Assert.Equal("", deleted.ResponseMetadata.RequestId);
    }

    [Fact]
    public async Task An_empty_object_holds_nothing()
    {
        using var pools = new FakeService().Answer("{}").Pools(config => config.MaxErrorRetry = 0);
        Assert.Null(
            (await pools.CreateIdentityPoolAsync(new CreateIdentityPoolRequest { IdentityPoolName = "shop" })).IdentityPoolId);
    }

    [Fact]
    public async Task A_code_that_the_operation_does_not_declare_is_the_services_base_exception()
    {
        // ListIdentityPools declares no LimitExceededException, and GetRole no EntityAlreadyExists; both services have
        // them elsewhere.
        using var pools = new FakeService()
            .Answer("""{"__type":"LimitExceededException","message":"why"}""", HttpStatusCode.BadRequest)
                .Pools(config => config.MaxErrorRetry = 0);
        using var iam = new FakeService().Answer(
            "<ErrorResponse><Error><Code>EntityAlreadyExists</Code><Message>why</Message></Error></ErrorResponse>",
            HttpStatusCode.Conflict)
            .Iam(config => config.MaxErrorRetry = 0);

        var limit = await Assert.ThrowsAsync<AmazonCognitoIdentityException>(
            () => pools.ListIdentityPoolsAsync(new ListIdentityPoolsRequest()));
        var exists = await Assert.ThrowsAsync<AmazonIdentityManagementServiceException>(
            () => iam.GetRoleAsync(new GetRoleRequest()));

        Assert.Equal(("LimitExceededException", "EntityAlreadyExists"), (limit.ErrorCode, exists.ErrorCode));
    }

    [Fact]
    public void Every_exception_can_be_made_without_arguments_and_the_config_knows_its_service()
    {
        var exceptions = typeof(AmazonCognitoIdentityException).Assembly
            .GetExportedTypes()
            .Where(type => type.IsAssignableTo(typeof(Exception)))
            .ToList();
        Assert.All(exceptions, type => Assert.NotNull(Activator.CreateInstance(type)));
        Assert.Equal(
            ("Cognito Identity", "IAM"),
            (AmazonCognitoIdentityConfig.ServiceId, AmazonIdentityManagementServiceConfig.ServiceId));
    }

    [Theory]
    [InlineData("TooManyRequestsException", HttpStatusCode.BadRequest, 3)]
    [InlineData("InternalErrorException", HttpStatusCode.InternalServerError, 3)]
    [InlineData("InvalidParameterException", HttpStatusCode.BadRequest, 1)]
    public async Task Retries_throttling_and_server_errors_only(string code, HttpStatusCode status, int requests)
    {
        var body = $$"""{"__type":"{{code}}","message":"why"}""";
        var service = new FakeService().Answer(body, status).Answer(body, status).Answer("""{"IdentityPoolName":"shop"}""");
        using var client = service.Pools();
        if (requests == 1)
            await Assert.ThrowsAnyAsync<AmazonCognitoIdentityException>(() => client.DescribeIdentityPoolAsync(PoolId));
        else
            Assert.Equal("shop", (await client.DescribeIdentityPoolAsync(PoolId)).IdentityPoolName);
        Assert.Equal(requests, service.Requests.Count);
    }

    [Fact]
    public async Task A_cancelled_call_ends_while_the_service_hangs()
    {
        using var client = new FakeService().Hang().Pools();
        using var cancel = new CancellationTokenSource();
        var call = client.DescribeIdentityPoolAsync(PoolId, cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task The_public_operations_need_no_credentials_at_all()
    {
        var service = new FakeService().Answer("""{"IdentityId":"i"}""");
        using var client = new AmazonCognitoIdentityClient(
            new AnonymousAWSCredentials(),
            new AmazonCognitoIdentityConfig { RegionEndpoint = Amazon.RegionEndpoint.EUCentral1, HttpClientFactory = service });
        Assert.Equal("i", (await client.GetIdAsync(new GetIdRequest { IdentityPoolId = PoolId })).IdentityId);
        Assert.False(service.Requests.Single().IsSigned);
    }

    [Fact]
    public async Task The_overload_with_roles_alone_drops_the_role_mappings_as_the_official_one_does()
    {
        var service = new FakeService().Answer("{}");
        using var client = service.Pools();
        await client.SetIdentityPoolRolesAsync(PoolId, new Dictionary<string, string> { ["authenticated"] = "arn" });
        Assert.Null(JsonNode.Parse(service.Requests.Single().Body)!["RoleMappings"]);
    }
}
