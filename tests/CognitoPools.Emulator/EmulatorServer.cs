using System.Net;
using System.Text;
using CognitoPools.Emulator.Control;
using CognitoPools.Emulator.Signing;
using CognitoPools.Sandbox;
using CognitoPools.Sandbox.Protocols;
using CognitoPools.Sandbox.Server;
using CognitoPools.Sandbox.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CognitoPools.Emulator;

/// <summary>The account behind an HTTP server on the loopback interface.</summary>
internal sealed class EmulatorServer : IAsyncDisposable
{
    private readonly SandboxAccount account = new();
    private readonly CallCounter counter = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly TimeProvider time;
    private readonly SandboxServer services;
    private readonly SignatureCheck signatures;
    private readonly WebApplication web;

    private EmulatorServer(EmulatorOptions options, TimeProvider time)
    {
        this.time = time;
        services = account.Server;
        // Clients sign by the machine's clock, even if the sandbox's clock was set.
        signatures = new SignatureCheck(options.Credentials, options.Regions, time, account.FindSecretKey);
        Controller = new Controller(account, counter, options.Regions[0]);

        // The other builders read configuration files and the environment, and write a log.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Listen(IPAddress.Loopback, options.Port);
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        web = builder.Build();
        web.Run(AnswerAsync);
    }

    public Controller Controller { get; }

    public int Port =>
        new Uri(web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port;

    public static async Task<EmulatorServer> StartAsync(EmulatorOptions options)
    {
        var server = new EmulatorServer(options, new ShiftedTime(options.ClockOffset));
        await server.web.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        // Calls that hang because of a fault would delay the end.
        await stopping.CancelAsync();
        await web.DisposeAsync();
        stopping.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping.Token);
        var (request, call) = await ReadAsync(context);
        var operation = OperationOf(call);
        try
        {
            var answer = await services.AnswerAsync(call, service => signatures.Refuse(request, service), either.Token);
            // Clients use this header to detect a wrong clock.
            context.Response.Headers.Date = time.GetUtcNow()
                .ToString("R", System.Globalization.CultureInfo.InvariantCulture);
            await SocketAnswer.SendAsync(context, answer);
            counter.Add(operation, answer.CutAfter is null ? answer.StatusCode : null);
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            counter.Add(operation, null);
            SocketAnswer.Reset(context);
        }
    }

    private static async Task<(SignedRequest Request, IncomingCall Call)> ReadAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var bytes = body.ToArray();
        var headers = context.Request.Headers.ToDictionary(
            header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var request = new SignedRequest(
            context.Request.Method,
            context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget, headers, bytes);
        return (
            request,
            IncomingCall.From(
                request.Header("X-Amz-Target"), Encoding.UTF8.GetString(bytes), context.Request.Host.Host,
                request.Header("Authorization"), request.Header("X-Amz-Security-Token")));
    }

    private static string OperationOf(IncomingCall call) => call.Target is { } target
        ? target[(target.LastIndexOf('.') + 1)..]
        : Form.Parse(call.Body).TryGetValue("Action", out var action) ? action : "";
}
