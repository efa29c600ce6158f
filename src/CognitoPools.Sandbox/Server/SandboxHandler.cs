using CognitoPools.Sandbox.Wire;

namespace CognitoPools.Sandbox.Server;

/// <summary>Answers requests from the account in memory. Any number of handlers can share the account, and each can be
/// disposed.</summary>
internal sealed class SandboxHandler(SandboxServer server) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var call = await IncomingCall.ReadAsync(request).ConfigureAwait(false);
        var answer = await server.AnswerAsync(call, refuse: null, cancellationToken).ConfigureAwait(false);
        return answer.ToHttp(request);
    }
}
