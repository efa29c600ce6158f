namespace CognitoPools;

/// <summary>The consumer secrets of Twitter and Digits, which a pool stores in one text with the consumer key:
/// <c>key;secret</c>.</summary>
internal static class ProviderSecret
{
    private static readonly string[] Hosts = ["api.twitter.com", "www.digits.com"];

    /// <summary>Whether an application id of the provider contains a secret.</summary>
    /// <param name="host">The provider's name: the key of <c>SupportedLoginProviders</c>.</param>
    public static bool IsIn(string host) => Hosts.Contains(host, StringComparer.OrdinalIgnoreCase);

    /// <summary>The application id without its secret.</summary>
    /// <param name="host">The provider's name.</param>
    /// <param name="clientId">The application id, or null.</param>
    public static string? Masked(string host, string? clientId)
    {
        if (clientId is null || !(IsIn(host) || clientId.IndexOf(';') > 0))
            return clientId;
        var end = clientId.IndexOf(';');
        return end > 0 ? clientId.Substring(0, end) + ";***" : "***";
    }
}
