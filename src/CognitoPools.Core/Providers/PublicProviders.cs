using System.Collections.Immutable;

namespace CognitoPools.Providers;

/// <summary>The public providers' hosts: the keys of a pool's <c>SupportedLoginProviders</c>.</summary>
/// <remarks>https://docs.aws.amazon.com/cognito/latest/developerguide/external-identity-providers.html</remarks>
public static class PublicProviders
{
    private static readonly ImmutableArray<(ProviderType Type, string Host)> Known =
    [
        (ProviderType.Google, "accounts.google.com"),
        (ProviderType.Facebook, "graph.facebook.com"),
        (ProviderType.Amazon, "www.amazon.com"),
        (ProviderType.Apple, "appleid.apple.com"),
        (ProviderType.Twitter, "api.twitter.com"),
        (ProviderType.Digits, "www.digits.com"),
    ];

    /// <summary>Whether the type is that of a public provider.</summary>
    /// <param name="type">The type.</param>
    internal static bool IsPublic(ProviderType type) => Known.Any(known => known.Type == type);

    /// <summary>The host of a public provider.</summary>
    /// <param name="type">A public provider's type.</param>
    public static string Host(ProviderType type) => Known.First(known => known.Type == type).Host;

    /// <summary>The type of the public provider with this host, or null.</summary>
    /// <param name="host">A host as it appears in a pool or a login.</param>
    public static ProviderType? FromHost(string host)
    {
        foreach (var (type, known) in Known)
        {
            if (string.Equals(known, host, StringComparison.OrdinalIgnoreCase))
                return type;
        }
        return null;
    }
}
