namespace CognitoPools.Account;

/// <summary>
/// Applies a time limit to a whole HTTP exchange, including the body. The SDK reads bodies outside HttpClient's time
/// limit and without the caller's token. A server that stops in the middle of an answer would hang the call and ignore
/// Ctrl+C.
/// </summary>
internal sealed class BoundedExchangeHandler(
    HttpMessageHandler inner, TimeSpan limit, TimeProvider time) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var expiry = time.CreateCancellationTokenSource(limit);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(expiry.Token, cancellationToken);
        try
        {
            var response = await base.SendAsync(request, either.Token).ConfigureAwait(false);
            await BufferAsync(response, either.Token).ConfigureAwait(false);
            return response;
        }
        catch (Exception failure) when (expiry.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            var message = $"{request.RequestUri?.Host} did not answer within {limit.TotalSeconds:0.#} seconds.";
            throw new HttpRequestException(message, new TimeoutException(message, failure));
        }
    }

    private static async Task BufferAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content is not { } content || content is ByteArrayContent)
            return;
        // Not every platform's network stream observes the token, but all of them fail once the response is disposed.
        using var abort = cancellationToken.Register(response.Dispose);
        try
        {
            using var source = await content.ReadAsStreamAsync().ConfigureAwait(false);
            var body = new MemoryStream();
            await source.CopyToAsync(body, 81920, cancellationToken).ConfigureAwait(false);
            body.Position = 0;
            var buffered = new StreamContent(body);
            foreach (var header in content.Headers)
                buffered.Headers.TryAddWithoutValidation(header.Key, header.Value);
            response.Content = buffered;
        }
        catch when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }
}
