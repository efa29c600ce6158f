using System.Net;
using System.Net.Sockets;
using System.Text;
using Amazon.Runtime;
using CognitoPools.Account;
using CognitoPools.Fleet;
using CognitoPools.Sandbox;

namespace CognitoPools.Core.Tests.Fleet;

public sealed class RegionFleetsTests : IDisposable
{
    private readonly SandboxAccount sandbox = new();
    private readonly Dictionary<string, Func<HttpResponseMessage>> answers = [];
    private readonly List<string> told = [];
    private AccountConnection? connection;

    public void Dispose() => connection?.Dispose();

    [Fact]
    public async Task Regions_that_refuse_the_key_are_passed_over_once_another_accepts_it()
    {
        await MakeAsync("eu-west-1", "us-east-1");
        // The first of all, one in the middle, and the last.
        foreach (var region in new[] { Regions[0], "eu-south-2", Regions[^1] })
            answers[region] = () => Refused("UnrecognizedClientException");
        Assert.Equal(["eu-west-1 of eu-west-1", "us-east-1 of us-east-1"], await ReadAsync());
        Assert.Equal([Regions[0], "eu-south-2", Regions[^1]], told.Select(text => text.Split(' ')[1]));
    }

    [Fact]
    public async Task Regions_without_an_endpoint_are_passed_over_once_another_can_be_reached()
    {
        await MakeAsync("us-west-2");
        answers[Regions[0]] = () => throw Unreachable(SocketError.HostNotFound);
        answers["us-west-1"] = () => throw Unreachable(SocketError.HostNotFound);
        Assert.Equal(["us-west-2 of us-west-2"], await ReadAsync());
        Assert.Equal(2, told.Count(text => text.Contains("no endpoint", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Other_failures_stand_in_the_place_of_the_Region()
    {
        await MakeAsync("eu-west-1", "us-east-1");
        answers[Regions[0]] = () => throw Unreachable(SocketError.ConnectionRefused);
        answers["eu-west-2"] = () => Refused("AccessDeniedException");
        Assert.Equal(
            [$"{Regions[0]} failed", "eu-west-1 of eu-west-1", "eu-west-2 failed", "us-east-1 of us-east-1"], await ReadAsync());
        Assert.Empty(told);
    }

    [Theory]
    [InlineData("UnrecognizedClientException")]
    [InlineData("InvalidClientTokenId")]
    [InlineData("ExpiredTokenException")]
    public async Task Keys_that_no_Region_takes_end_the_reading(string code)
    {
        foreach (var region in Regions)
            answers[region] = () => Refused(code);
        var failure = await Assert.ThrowsAsync<UnreadRegionException>(ReadAsync);
        Assert.Null(failure.Region);
        Assert.True(AwsErrors.IsCredentialsRefused(failure.InnerException!));
        Assert.Empty(told);
    }

    [Theory]
    [InlineData(SocketError.HostNotFound)]
    [InlineData(SocketError.TryAgain)]
    [InlineData(SocketError.ConnectionRefused)]
    public async Task A_network_that_reaches_nothing_ends_the_reading(SocketError error)
    {
        foreach (var region in Regions)
            answers[region] = () => throw Unreachable(error);
        var failure = await Assert.ThrowsAsync<UnreadRegionException>(ReadAsync);
        Assert.True(AwsErrors.IsNetwork(failure.InnerException!));
        Assert.Empty(told);
    }

    [Fact]
    public async Task A_denied_Region_shows_that_the_key_is_known()
    {
        foreach (var region in Regions)
            answers[region] = () => Refused(region == "eu-west-1" ? "AccessDeniedException" : "UnrecognizedClientException");
        Assert.Equal(["eu-west-1 failed"], await ReadAsync());
        Assert.Equal(Regions.Count - 1, told.Count);
    }

    [Fact]
    public async Task Only_the_Regions_of_the_partition_are_asked()
    {
        Assert.Equal(["cn-north-1", "cn-northwest-1"], AwsRegion.OfPartition("cn-north-1"));
        Assert.Contains("eu-central-1", Regions);
        Assert.All(Regions, region => Assert.DoesNotMatch("^(cn|us-gov|us-iso|eusc)", region));
        Assert.True(Regions.Count > 30);
        await ReadAsync();
        Assert.Equal(
            Regions, sandbox.Calls.Where(call => call.Operation == "ListIdentityPools").Select(call => call.Region).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_pipeline_that_ends_early_ends_the_reading()
    {
        await MakeAsync("af-south-1", "us-east-1");
        await foreach (var found in Fleets().ReadAsync())
        {
            Assert.Equal("af-south-1", found.Pool!.Region);
            break;
        }
    }

    private static IReadOnlyList<string> Regions { get; } = AwsRegion.OfPartition("us-east-1");

    private static HttpRequestException Unreachable(SocketError error) => new("No connection.", new SocketException((int)error));

    private static HttpResponseMessage Refused(string code) => new(HttpStatusCode.BadRequest)
    {
        Content = new StringContent($$"""{"__type":"{{code}}","message":"No."}""", Encoding.UTF8, "application/x-amz-json-1.1"),
    };

    private async Task MakeAsync(params string[] regions)
    {
        foreach (var region in regions)
        {
            await Connection().Cognito(region).CreateIdentityPoolAsync(
                new() { IdentityPoolName = region, AllowUnauthenticatedIdentities = false });
        }
        sandbox.ClearCalls();
    }

    private AccountConnection Connection() => connection ??= AccountConnection.Open(new AccountOptions
    {
        IsSandbox = true,
        Credentials = new BasicAWSCredentials("AKIASANDBOXSANDBOX00", "secret"),
        HandlerFactory = () => new Answering(answers) { InnerHandler = sandbox.CreateHandler() },
        TimeProvider = new EagerTime(),
    });

    private RegionFleets Fleets() => new(Connection(), region => new PoolFleet(Connection(), region, _ => true), told.Add);

    private async Task<List<string>> ReadAsync()
    {
        var read = new List<string>();
        await foreach (var found in Fleets().ReadAsync())
        {
            read.Add(found.Pool is { } pool
                ? $"{pool.Name} of {pool.Region}"
                : $"{found.Failure!.Region} failed");
        }
        return read;
    }

    private sealed class Answering(Dictionary<string, Func<HttpResponseMessage>> answers) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var host = request.RequestUri!.Host.Split('.');
            return host[0] == "cognito-identity" && answers.TryGetValue(host[1], out var answer)
                ? Task.FromResult(answer())
                : base.SendAsync(request, cancellationToken);
        }
    }
}
