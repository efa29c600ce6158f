namespace CognitoPools.Pools.Plans;

/// <summary>The consumer secrets of a change. They are masked in a saved plan, so they must be specified again to run it.</summary>
internal static class PlanSecrets
{
    // Neither is a secret, and both are shown as the mask.
    private const string Mask = "***";
    private const string MaskOfNew = "****";

    /// <summary>The names of the providers whose secrets the change sets.</summary>
    public static IReadOnlyList<string> SetBy(PoolChange change)
    {
        var was = change.Current is null ? [] : ProviderPair.ByKey(change.Current);
        return
        [
            .. change.Desired.Providers.Where(provider => HasSecret(provider)
                && ProviderPair.Get(was, provider.Key)?.ClientId != provider.ClientId)
                .Select(provider => provider.Name),
        ];
    }

    /// <summary>The names of the providers whose secrets the change sets but nobody has specified.</summary>
    public static IReadOnlyList<string> MissingIn(PoolChange change) =>
        [.. change.Desired.Providers.Where(IsMaskedNew).Select(provider => provider.Name)];

    /// <summary>A provider of a saved plan that sets a secret, which is unknown.</summary>
    public static PoolIdentityProvider AsNew(PoolIdentityProvider provider) =>
        provider with { ClientId = Replaced(provider, MaskOfNew) };

    /// <summary>Whether a provider has a consumer secret.</summary>
    public static bool HasSecret(PoolIdentityProvider provider) => provider.ShownClientId != provider.ClientId || IsMasked(provider);

    /// <summary>The change with the secrets that a user specified.</summary>
    /// <param name="change">The change.</param>
    /// <param name="secrets">The secrets by provider name. A value is the secret, or the key and the secret.</param>
    public static PoolChange WithSecrets(PoolChange change, IReadOnlyDictionary<string, string> secrets)
    {
        var set = SetBy(change);
        return change with
        {
            Desired = change.Desired with
            {
                Providers =
                [
                    .. change.Desired.Providers.Select(provider => set.Contains(provider.Name)
                        && secrets.TryGetValue(provider.Name, out var secret)
                            ? provider with { ClientId = Replaced(provider, secret) }
                            : provider),
                ],
            },
        };
    }

    /// <summary>A pool of a saved plan, with the secrets of the live pool where the rest of the application ids is equal.</summary>
    public static IdentityPool Filled(IdentityPool written, IdentityPool live)
    {
        var known = ProviderPair.ByKey(live);
        return written with
        {
            Providers =
            [
                .. written.Providers.Select(provider => IsMasked(provider)
                    && ProviderPair.Get(known, provider.Key) is { } now
                    && now.ShownClientId == provider.ShownClientId
                        ? provider with { ClientId = now.ClientId }
                        : provider),
            ],
        };
    }

    private static bool IsMasked(PoolIdentityProvider provider) =>
        provider.ClientId is { } id && id == Replaced(provider, Mask) && id.EndsWith(Mask, StringComparison.Ordinal);

    private static bool IsMaskedNew(PoolIdentityProvider provider) =>
        provider.ClientId is { } id && id == Replaced(provider, MaskOfNew) && id.EndsWith(MaskOfNew, StringComparison.Ordinal);

    private static string Replaced(PoolIdentityProvider provider, string secret)
    {
        var end = provider.ClientId!.IndexOf(';');
        if (end < 0)
            return secret;
        var key = provider.ClientId.Substring(0, end + 1);
        return secret.StartsWith(key, StringComparison.Ordinal) ? secret : key + secret;
    }
}
