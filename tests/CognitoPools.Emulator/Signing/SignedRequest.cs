namespace CognitoPools.Emulator.Signing;

/// <summary>The parts of an HTTP request that a signature covers.</summary>
/// <param name="Method">The method, in capitals.</param>
/// <param name="Target">Path and query as the client sent them.</param>
/// <param name="Headers">The headers by name in any case. Several values of one name are joined with commas.</param>
/// <param name="Body">The body's bytes.</param>
internal sealed record SignedRequest(
    string Method, string Target, IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Body)
{
    public string? Header(string name) => Headers.TryGetValue(name, out var value) ? value : null;
}
