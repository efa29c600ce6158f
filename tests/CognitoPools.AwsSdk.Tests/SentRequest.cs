namespace CognitoPools.AwsSdk.Tests;

/// <summary>A request as it reached the network.</summary>
internal sealed record SentRequest(Uri Address, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public bool IsSigned => Headers.ContainsKey("Authorization");

    public string SigningRegion => Headers["Authorization"].Split("Credential=")[1].Split('/')[2];

    public IReadOnlyDictionary<string, string> Form => Body.Split('&').Select(pair => pair.Split('=', 2)).ToDictionary(
        pair => Uri.UnescapeDataString(pair[0]),
        pair => Uri.UnescapeDataString(pair[1].Replace('+', ' ')),
        StringComparer.Ordinal);
}
