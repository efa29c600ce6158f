using System.Net;
using System.Text;
using Amazon.CognitoIdentity;
using Amazon.IdentityManagement;
using Amazon.Runtime;

namespace CognitoPools.AwsSdk.Tests;

/// <summary>Stands where the network begins: records each request and gives the next answer.</summary>
internal sealed class FakeService : HttpClientFactory
{
    private readonly Queue<Func<CancellationToken, Task<HttpResponseMessage>>> answers = new();

    public List<SentRequest> Requests { get; } = [];

    public FakeService Answer(
        string body, HttpStatusCode status = HttpStatusCode.OK, params (string Name, string Value)[] headers)
    {
        answers.Enqueue(_ =>
        {
            var message = new HttpResponseMessage(status)
            {
                Content = new StringContent(body, Encoding.UTF8, "application/x-amz-json-1.1"),
            };
            foreach (var (name, value) in headers)
                message.Headers.TryAddWithoutValidation(name, value);
            return Task.FromResult(message);
        });
        return this;
    }

    public FakeService Hang()
    {
        answers.Enqueue(async token =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return new HttpResponseMessage();
        });
        return this;
    }

    public FakeService Fail(Exception exception)
    {
        answers.Enqueue(_ => Task.FromException<HttpResponseMessage>(exception));
        return this;
    }

    public AmazonCognitoIdentityClient Pools(
        Action<AmazonCognitoIdentityConfig>? change = null, AWSCredentials? credentials = null)
    {
        var config = new AmazonCognitoIdentityConfig
        {
            RegionEndpoint = Amazon.RegionEndpoint.EUCentral1,
            HttpClientFactory = this,
        };
        change?.Invoke(config);
        return new AmazonCognitoIdentityClient(credentials ?? new BasicAWSCredentials("AKIAEXAMPLE", "secret"), config);
    }

    public AmazonIdentityManagementServiceClient Iam(Action<AmazonIdentityManagementServiceConfig>? change = null)
    {
        var config = new AmazonIdentityManagementServiceConfig
        {
            RegionEndpoint = Amazon.RegionEndpoint.EUCentral1,
            HttpClientFactory = this,
        };
        change?.Invoke(config);
        return new AmazonIdentityManagementServiceClient(new BasicAWSCredentials("AKIAEXAMPLE", "secret"), config);
    }

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new Handler(this));

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(token);
        var headers = request.Headers.Concat(request.Content?.Headers.AsEnumerable()
            ?? []).ToDictionary(header => header.Key, header => string.Join(",", header.Value), StringComparer.OrdinalIgnoreCase);
        Requests.Add(new SentRequest(request.RequestUri!, headers, body));
        return await answers.Dequeue()(token);
    }

    private sealed class Handler(FakeService service) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            service.SendAsync(request, cancellationToken);
    }
}
