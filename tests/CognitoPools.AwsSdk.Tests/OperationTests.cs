using System.Net;
using System.Reflection;
using System.Text.Json.Nodes;
using Amazon.CognitoIdentity;
using Amazon.IdentityManagement;
using Amazon.Runtime;

namespace CognitoPools.AwsSdk.Tests;

/// <summary>Each operation of both services against what botocore sends and reads for the same values.</summary>
public class OperationTests
{
    private static readonly IReadOnlyDictionary<string, WireExample> PoolExamples = WireExample.Of("cognito-identity");
    private static readonly IReadOnlyDictionary<string, WireExample> IamExamples = WireExample.Of("iam");
    private static readonly string[] PublicOperations =
    [
        "GetCredentialsForIdentity",
        "GetId",
        "GetOpenIdToken",
        "UnlinkIdentity",
    ];

    public static TheoryData<string> PoolOperations => [.. PoolExamples.Keys];

    public static TheoryData<string> IamOperations => [.. IamExamples.Keys];

    [Fact]
    public void Every_operation_of_identity_pools_is_there() =>
        Assert.Equal(PoolExamples.Keys.Order(StringComparer.Ordinal), Operations(typeof(IAmazonCognitoIdentity)));

    [Fact]
    public void The_operations_of_IAM_that_the_module_uses_are_there() =>
        Assert.Equal(IamExamples.Keys.Order(StringComparer.Ordinal), Operations(typeof(IAmazonIdentityManagementService)));

    [Theory]
    [MemberData(nameof(PoolOperations))]
    public async Task Sends_what_botocore_sends_to_identity_pools(string operation)
    {
        var example = PoolExamples[operation];
        var service = new FakeService().Answer(example.Row["answer"]!.GetValue<string>());
        using var client = service.Pools();

        await CallAsync(client, operation, example.Row["input"]!.AsObject());

        var sent = Assert.Single(service.Requests);
        Assert.Equal("https://cognito-identity.eu-central-1.amazonaws.com/", sent.Address.AbsoluteUri);
        Assert.Equal(example.Row["target"]!.GetValue<string>(), sent.Headers["X-Amz-Target"]);
        Assert.StartsWith("application/x-amz-json-1.1", sent.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Equal(WireExample.Normal(example.Row["json"]), WireExample.Normal(JsonNode.Parse(sent.Body)));
        Assert.Equal(!PublicOperations.Contains(operation), sent.IsSigned);
    }

    [Theory]
    [MemberData(nameof(PoolOperations))]
    public async Task Reads_every_field_that_identity_pools_answer(string operation)
    {
        var example = PoolExamples[operation];
        using var client = new FakeService()
            .Answer(example.Row["answer"]!.GetValue<string>(), HttpStatusCode.OK, ("x-amzn-RequestId", "request-1"))
            .Pools();

        var response = await CallAsync(client, operation, []);

        Assert.Equal(WireExample.Normal(example.Row["output"]), WireExample.Normal(WireExample.Dump(response)));
        Assert.Equal("request-1", response.ResponseMetadata.RequestId);
        Assert.Equal(HttpStatusCode.OK, response.HttpStatusCode);
    }

    [Theory]
    [MemberData(nameof(IamOperations))]
    public async Task Sends_what_botocore_sends_to_IAM(string operation)
    {
        var example = IamExamples[operation];
        var service = new FakeService().Answer(example.Row["answer"]!.GetValue<string>());
        using var client = service.Iam();

        await CallAsync(client, operation, example.Row["input"]!.AsObject());

        var sent = Assert.Single(service.Requests);
        var expected = example.Row["form"]!
            .AsObject()
            .ToDictionary(pair => pair.Key, pair => pair.Value!.GetValue<string>(), StringComparer.Ordinal);
        Assert.Equal(
            expected.OrderBy(pair => pair.Key, StringComparer.Ordinal),
            sent.Form.OrderBy(pair => pair.Key, StringComparer.Ordinal));
        Assert.StartsWith("application/x-www-form-urlencoded", sent.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.True(sent.IsSigned);
    }

    [Theory]
    [MemberData(nameof(IamOperations))]
    public async Task Reads_every_field_that_IAM_answers(string operation)
    {
        var example = IamExamples[operation];
        using var client = new FakeService().Answer(example.Row["answer"]!.GetValue<string>()).Iam();

        var response = await CallAsync(client, operation, []);

        Assert.Equal(WireExample.Normal(example.Row["output"]), WireExample.Normal(WireExample.Dump(response)));
        Assert.Equal("request-1", response.ResponseMetadata.RequestId);
    }

    [Theory]
    [MemberData(nameof(PoolOperations))]
    public async Task Makes_the_exception_of_each_error_of_identity_pools(string operation)
    {
        foreach (var code in PoolExamples[operation].Row["errors"]!.AsArray().Select(node => node!.GetValue<string>()))
        {
            using var client = new FakeService()
                .Answer($$"""{"__type":"{{code}}","message":"why"}""", HttpStatusCode.BadRequest)
                .Pools(config => config.MaxErrorRetry = 0);
            var error = await Assert.ThrowsAnyAsync<AmazonCognitoIdentityException>(() => CallAsync(client, operation, []));
            Assert.Equal(code, error.GetType().Name);
            Assert.Equal("why", error.Message);
        }
    }

    [Theory]
    [MemberData(nameof(IamOperations))]
    public async Task Makes_the_exception_of_each_error_of_IAM(string operation)
    {
        foreach (var code in IamExamples[operation].Row["errors"]!.AsArray().Select(node => node!.GetValue<string>()))
        {
            var body = "<ErrorResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\">"
                + $"<Error><Type>Sender</Type><Code>{code}</Code><Message>why</Message></Error><RequestId>r</RequestId></ErrorResponse>";
            using var client = new FakeService().Answer(body, HttpStatusCode.BadRequest).Iam(config => config.MaxErrorRetry = 0);
            var error = await Assert.ThrowsAnyAsync<AmazonIdentityManagementServiceException>(
                () => CallAsync(client, operation, []));
            Assert.Equal(code.EndsWith("Exception", StringComparison.Ordinal) ? code : code + "Exception", error.GetType().Name);
            Assert.Equal((code, "why", "r"), (error.ErrorCode, error.Message, error.RequestId));
        }
    }

    private static IEnumerable<string> Operations(Type service) => service.GetMethods()
        .Where(method => method.Name.EndsWith("Async", StringComparison.Ordinal))
            .Select(method => method.Name[..^5])
            .Distinct()
            .Order(StringComparer.Ordinal);

    private static async Task<AmazonWebServiceResponse> CallAsync(object client, string operation, JsonObject input)
    {
        var method = client.GetType().GetMethods().Single(method => method.Name == operation + "Async"
            && method.GetParameters()[0].ParameterType.Name == operation + "Request");
        var task = (Task)method.Invoke(
            client, [WireExample.Fill(method.GetParameters()[0].ParameterType, input), CancellationToken.None])!;
        await task;
        return (AmazonWebServiceResponse)task.GetType()
            .GetProperty("Result", BindingFlags.Public | BindingFlags.Instance)!.GetValue(task)!;
    }
}
