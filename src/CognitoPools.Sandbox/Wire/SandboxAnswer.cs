using System.Net;
using System.Text;

namespace CognitoPools.Sandbox.Wire;

/// <summary>An answer before it becomes an HTTP response.</summary>
internal sealed record SandboxAnswer(int StatusCode, string ContentType, string Body)
{
    public string? ErrorCode { get; init; }

    /// <summary>The headers; each value is one line of ASCII.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(0);

    /// <summary>How many characters of the body are sent before the connection breaks, or null for all.</summary>
    public int? CutAfter { get; init; }

    public string SentBody => CutAfter is { } length ? Body.Substring(0, length) : Body;

    public HttpResponseMessage ToHttp(HttpRequestMessage request)
    {
        var response = new HttpResponseMessage((HttpStatusCode)StatusCode)
        {
            RequestMessage = request,
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(SentBody)),
        };
        response.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        foreach (var header in Headers)
            response.Headers.TryAddWithoutValidation(header.Key, header.Value);
        return response;
    }
}
