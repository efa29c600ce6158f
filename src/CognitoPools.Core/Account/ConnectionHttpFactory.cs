using System.Net;
using Amazon.Runtime;

namespace CognitoPools.Account;

/// <summary>One HTTP client, and therefore one connection pool, for all clients of a connection.</summary>
internal sealed class ConnectionHttpFactory : HttpClientFactory, IDisposable
{
    // By default, .NET Framework allows only two connections to a server.
    private const int ConnectionsPerServer = 64;

    private static readonly TimeSpan DefaultLimit = TimeSpan.FromSeconds(30);

    private readonly HttpClient client;

    public ConnectionHttpFactory(AccountOptions options)
    {
        var handler = options.HandlerFactory?.Invoke() ?? NetworkHandler();
        client = new HttpClient(new BoundedExchangeHandler(handler, options.Timeout ?? DefaultLimit, options.TimeProvider))
        {
            Timeout = System.Threading.Timeout.InfiniteTimeSpan,
        };
    }

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => client;

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;

    public void Dispose() => client.Dispose();

    private static HttpClientHandler NetworkHandler()
    {
        var handler = new HttpClientHandler
        {
            // A redirect would send a signed request to a host that it was not signed for.
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            MaxConnectionsPerServer = ConnectionsPerServer,
        };
        if (EnvironmentProxy.Read(Environment.GetEnvironmentVariable) is { } proxy)
            handler.Proxy = proxy;
        return handler;
    }
}
