using System.Net.Sockets;
using CognitoPools.Sandbox.Iam;
using CognitoPools.Sandbox.Protocols;

namespace CognitoPools.Sandbox.Http;

/// <summary>Answers the calls that reach the account, whether they come through a message handler or over a socket.</summary>
internal sealed class SandboxServer(SandboxAccount account)
{
    private static readonly IProtocol Pools = new JsonProtocol();
    private static readonly IProtocol Iam = new QueryProtocol("iam", "https://iam.amazonaws.com/doc/2010-05-08/", IamOperations.All);
    private static readonly IProtocol Sts = new QueryProtocol("sts", "https://sts.amazonaws.com/doc/2011-06-15/", StsOperations.All);

    /// <summary>Does what the call asks.</summary>
    /// <param name="call">The call.</param>
    /// <param name="refuse">Given the service's name, why its credentials are refused; null for an account that accepts any.</param>
    /// <param name="cancellationToken">Ends the latency, and a call that hangs.</param>
    /// <exception cref="HttpRequestException">A fault breaks the connection.</exception>
    public async Task<SandboxAnswer> AnswerAsync(IncomingCall call, Func<string, ServiceError?>? refuse, CancellationToken cancellationToken)
    {
        var protocol = ProtocolOf(call);
        if (protocol is null) return NotAService(call);

        var exchange = new Exchange(account, protocol, call);
        var entry = account.Log.Begin(exchange.Describe());
        if (account.Settings.Latency > TimeSpan.Zero) await account.Clock.Delay(account.Settings.Latency, cancellationToken).ConfigureAwait(false);
        var answer = refuse?.Invoke(protocol.Service) is { } refusal
            ? exchange.Refuse(refusal)
            : await PerformAsync(exchange, cancellationToken).ConfigureAwait(false);
        entry.End(answer);
        return answer;
    }

    private Task<SandboxAnswer> PerformAsync(Exchange exchange, CancellationToken cancellationToken) =>
        account.Settings.NextFault(exchange.Operation) is { } fault ? StrikeAsync(fault, exchange, cancellationToken) : Task.FromResult(exchange.Answer());

    private static async Task<SandboxAnswer> StrikeAsync(SandboxFault fault, Exchange exchange, CancellationToken cancellationToken)
    {
        switch (fault.Kind)
        {
            case SandboxFaultKind.TruncatedBody:
                var whole = exchange.Answer();
                return whole with { CutAfter = whole.Body.Length / 2 };
            case SandboxFaultKind.UnprocessedIdentities:
                return exchange.Answer(fault);
        }

        if (fault.AfterApply) exchange.Answer();
        switch (fault.Kind)
        {
            case SandboxFaultKind.ConnectionReset:
                throw new HttpRequestException(
                    "The connection was reset by a scripted fault of the sandbox.",
                    new IOException("Unable to read data from the transport connection: Connection reset by peer.", new SocketException((int)SocketError.ConnectionReset)));
            case SandboxFaultKind.Hang:
                await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(false);
                break;
            case SandboxFaultKind.HtmlPage:
                return new SandboxAnswer(fault.StatusCode ?? 503, "text/html; charset=utf-8", "<html><head><title>Service Unavailable</title></head><body><h1>Service Unavailable</h1></body></html>");
        }

        return exchange.Fail(fault);
    }

    private static IProtocol? ProtocolOf(IncomingCall call)
    {
        if (call.Target is { } target) return target.StartsWith(JsonProtocol.TargetPrefix, StringComparison.Ordinal) ? Pools : null;
        return Form.Parse(call.Body).TryGetValue("Version", out var version)
            ? version switch { "2010-05-08" => Iam, "2011-06-15" => Sts, _ => null }
            : null;
    }

    /// <summary>Recorded too, but without its body: nothing is known of what may be secret in it.</summary>
    private SandboxAnswer NotAService(IncomingCall call)
    {
        var entry = account.Log.Begin(new SandboxCall
        {
            Time = account.Clock.GetUtcNow(),
            Service = "unknown",
            Operation = call.Target ?? "",
            Region = call.Region ?? IncomingCall.DefaultRegion,
            Signed = call.IsSigned,
            AccessKeyId = call.AccessKeyId,
        });
        var error = new ServiceError("NotSimulated", $"The sandbox has identity pools, IAM and STS; this request ({call.Target ?? "no X-Amz-Target, no Version"}) is for none of them.", 501);
        var answer = Pools.Failure(error, Guid.NewGuid().ToString());
        entry.End(answer);
        return answer;
    }
}
