using System.Net.Sockets;
using CognitoPools.Sandbox.Iam;
using CognitoPools.Sandbox.Protocols;

namespace CognitoPools.Sandbox.Http;

/// <summary>Answers requests from the account in memory. Handlers share the account, so any number may exist and each may be disposed.</summary>
internal sealed class SandboxHandler(SandboxAccount account) : HttpMessageHandler
{
    private static readonly IProtocol Pools = new JsonProtocol();
    private static readonly IProtocol Iam = new QueryProtocol("iam", "https://iam.amazonaws.com/doc/2010-05-08/", IamOperations.All);
    private static readonly IProtocol Sts = new QueryProtocol("sts", "https://sts.amazonaws.com/doc/2011-06-15/", StsOperations.All);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var call = await IncomingCall.ReadAsync(request).ConfigureAwait(false);
        var protocol = ProtocolOf(call);
        if (protocol is null) return NotAService(call).ToHttp(request);

        var exchange = new Exchange(account, protocol, call);
        var entry = account.Log.Begin(exchange.Describe());
        if (account.Settings.Latency > TimeSpan.Zero) await account.Clock.Delay(account.Settings.Latency, cancellationToken).ConfigureAwait(false);
        var fault = account.Settings.NextFault(exchange.Operation);
        var answer = fault is null ? exchange.Answer() : await StrikeAsync(fault, exchange, cancellationToken).ConfigureAwait(false);
        entry.End(answer);
        return answer.ToHttp(request);
    }

    private static async Task<SandboxAnswer> StrikeAsync(SandboxFault fault, Exchange exchange, CancellationToken cancellationToken)
    {
        switch (fault.Kind)
        {
            case SandboxFaultKind.TruncatedBody:
                var whole = exchange.Answer();
                return whole with { Body = whole.Body.Substring(0, whole.Body.Length / 2) };
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
