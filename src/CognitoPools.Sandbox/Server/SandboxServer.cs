using System.Net.Sockets;
using CognitoPools.Sandbox.Services;
using CognitoPools.Sandbox.State;
using CognitoPools.Sandbox.Wire;

namespace CognitoPools.Sandbox.Server;

/// <summary>
/// Answers the calls to the account, from a message handler or from a socket. It records them and applies the request
/// rates.
/// </summary>
internal sealed class SandboxServer(AccountState state)
{
    // Shorter than the 30 seconds that the module waits for an answer.
    private static readonly TimeSpan DefaultDelay = TimeSpan.FromSeconds(20);

    private readonly RateGate rates = new(state.Clock);

    public CallLog Log { get; } = new();

    /// <summary>Answers a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="refuse">Returns, for the name of a service, the error that refuses the call's credentials. Null for an
    /// account that accepts any.</param>
    /// <param name="cancellationToken">Ends the latency, and a call that hangs.</param>
    /// <exception cref="HttpRequestException">A fault breaks the connection.</exception>
    public async Task<SandboxAnswer> AnswerAsync(
        IncomingCall call, Func<string, ServiceError?>? refuse, CancellationToken cancellationToken)
    {
        if (SandboxService.Of(call) is not { } service)
            return NotAService(call);

        var exchange = new Exchange(state, rates, service, call);
        var entry = Log.Begin(exchange.Describe());
        if (state.Settings.Latency > TimeSpan.Zero)
            await state.Clock.Delay(state.Settings.Latency, cancellationToken).ConfigureAwait(false);
        var answer = refuse?.Invoke(service.Protocol.Service) is { } refusal
            ? exchange.Refuse(refusal)
            : await PerformAsync(exchange, cancellationToken).ConfigureAwait(false);
        entry.End(answer);
        return answer;
    }

    /// <summary>Clears the list of calls and refills the request rates.</summary>
    public void Reset()
    {
        rates.Reset();
        Log.Clear();
    }

    private Task<SandboxAnswer> PerformAsync(Exchange exchange, CancellationToken cancellationToken) =>
        state.Settings.NextFault(exchange.Operation) is { } fault
            ? StrikeAsync(fault, exchange, cancellationToken)
            : Task.FromResult(exchange.Answer());

    private async Task<SandboxAnswer> StrikeAsync(
        SandboxFault fault, Exchange exchange, CancellationToken cancellationToken)
    {
        switch (fault.Kind)
        {
            case SandboxFaultKind.TruncatedBody:
                var whole = exchange.Answer();
                return whole.Body.Length > 0 ? whole with { CutAfter = whole.Body.Length / 2 } : throw BrokenConnection();
            case SandboxFaultKind.UnprocessedIdentities:
                return exchange.Answer(fault);
            case SandboxFaultKind.Duplicate:
                Log.Begin(exchange.Describe()).End(exchange.Answer());
                return exchange.Answer();
        }

        var applied = fault.AfterApply ? exchange.Answer() : null;
        switch (fault.Kind)
        {
            case SandboxFaultKind.ConnectionReset:
                throw BrokenConnection();
            case SandboxFaultKind.Hang:
                await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(false);
                break;
            case SandboxFaultKind.Slow:
                await state.Clock.Delay(fault.Delay ?? DefaultDelay, cancellationToken).ConfigureAwait(false);
                return applied ?? exchange.Answer();
            case SandboxFaultKind.HtmlPage:
                return Foreign(
                    fault, 503, "text/html; charset=utf-8",
                    "<html><head><title>Service Unavailable</title></head><body><h1>Service Unavailable</h1></body></html>");
            case SandboxFaultKind.EmptyBody:
                return Foreign(fault, 200, "text/plain", "");
            case SandboxFaultKind.EmptyJson:
                var nothing = exchange.Nothing();
                return Foreign(fault, 200, nothing[0] == '{' ? "application/json" : "text/xml", nothing);
        }

        return exchange.Fail(fault);
    }

    /// <summary>An answer that does not come from AWS, for example from a proxy: it has no request id.</summary>
    private static SandboxAnswer Foreign(SandboxFault fault, int status, string contentType, string body) =>
        new(fault.StatusCode ?? status, contentType, body);

    private static HttpRequestException BrokenConnection() => new(
        "The connection was reset by a scripted fault of the sandbox.",
        new IOException(
            "Unable to read data from the transport connection: Connection reset by peer.",
            new SocketException((int)SocketError.ConnectionReset)));

    /// <summary>Records the call without its body, in which anything could be secret.</summary>
    private SandboxAnswer NotAService(IncomingCall call)
    {
        var entry = Log.Begin(new SandboxCall
        {
            Time = state.Clock.GetUtcNow(),
            Service = "unknown",
            Operation = call.Target ?? "",
            Region = call.Region ?? IncomingCall.DefaultRegion,
            Signed = call.IsSigned,
            AccessKeyId = call.AccessKeyId,
        });
        var error = new ServiceError(
            "NotSimulated",
            $"The sandbox simulates identity pools, IAM and STS. This request is for another service ({call.Target ?? "no X-Amz-Target, no Version"}).",
            501);
        var answer = SandboxService.Pools.Protocol.Failure(error, Guid.NewGuid().ToString());
        entry.End(answer);
        return answer;
    }
}
