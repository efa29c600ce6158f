using System.Net.Sockets;
using System.Text;
using CognitoPools.Sandbox.Wire;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace CognitoPools.Emulator;

/// <summary>Writes answers to a socket, and really breaks connections.</summary>
internal static class SocketAnswer
{
    /// <summary>Sends an answer. The Content-Length of a truncated answer is that of the whole one, so that the server closes
    /// the connection too early.</summary>
    public static async Task SendAsync(HttpContext context, SandboxAnswer answer)
    {
        var response = context.Response;
        response.StatusCode = answer.StatusCode;
        response.ContentType = answer.ContentType;
        foreach (var header in answer.Headers)
            response.Headers[header.Key] = header.Value;
        response.ContentLength = Encoding.UTF8.GetByteCount(answer.Body);
        await response.Body.WriteAsync(Encoding.UTF8.GetBytes(answer.SentBody), context.RequestAborted);
    }

    /// <summary>Ends the connection with a reset instead of an orderly close.</summary>
    public static void Reset(HttpContext context)
    {
        if (context.Features.Get<IConnectionSocketFeature>()?.Socket is { } socket)
            socket.LingerState = new LingerOption(true, 0);
        context.Abort();
    }
}
