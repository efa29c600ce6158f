using System.Net.Sockets;
using System.Text;
using CognitoPools.Sandbox.Wire;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace CognitoPools.Emulator;

/// <summary>Puts answers on a socket, and breaks connections in earnest.</summary>
internal static class SocketAnswer
{
    /// <summary>Sends an answer. One that breaks off announces its whole length first, and the server closes the
    /// connection when less than that has come.</summary>
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
