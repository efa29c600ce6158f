using System.Net;
using System.Text;

namespace CognitoPools.Sandbox.Http;

/// <summary>An answer before it becomes an HTTP response.</summary>
internal sealed record SandboxAnswer(int StatusCode, string ContentType, string Body)
{
    public string? ErrorCode { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(0);

    public HttpResponseMessage ToHttp(HttpRequestMessage request)
    {
        var response = new HttpResponseMessage((HttpStatusCode)StatusCode)
        {
            RequestMessage = request,
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body)),
        };
        response.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        foreach (var header in Headers) response.Headers.TryAddWithoutValidation(header.Key, Printable(header.Value));
        return response;
    }

    /// <summary>A header is one line of ASCII; an error's text may quote anything.</summary>
    private static string Printable(string value)
    {
        if (value.All(IsPrintable)) return value;
        return new string([.. value.Select(letter => IsPrintable(letter) ? letter : '?')]);
    }

    private static bool IsPrintable(char letter) => letter is >= ' ' and <= '~';
}
