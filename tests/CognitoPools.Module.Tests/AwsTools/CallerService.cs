using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CognitoPools.Module.Tests.AwsTools;

/// <summary>Answers GetCallerIdentity on a loopback port, and keeps what the requests were signed with.</summary>
internal sealed class CallerService : IDisposable
{
    private const string Answer = """
        <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
        <Arn>arn:aws:iam::210987654321:user/tester</Arn><UserId>AIDAEXAMPLE</UserId><Account>210987654321</Account>
        </GetCallerIdentityResult></GetCallerIdentityResponse>
        """;

    private readonly HttpListener listener = new();

    public CallerService()
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Url = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/";
        }
        listener.Prefixes.Add(Url);
        listener.Start();
        _ = ServeAsync();
    }

    public string Url { get; }

    /// <summary>The access key, Region and session token of each request.</summary>
    public ConcurrentQueue<string> Signers { get; } = new();

    public void Dispose() => listener.Close();

    private async Task ServeAsync()
    {
        while (listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
            var scope = context.Request.Headers["Authorization"]!.Split("Credential=")[1].Split('/');
            Signers.Enqueue($"{scope[0]} {scope[2]} {context.Request.Headers["X-Amz-Security-Token"]}".TrimEnd());
            var body = Encoding.UTF8.GetBytes(Answer);
            context.Response.ContentType = "text/xml";
            await context.Response.OutputStream.WriteAsync(body);
            context.Response.Close();
        }
    }
}
