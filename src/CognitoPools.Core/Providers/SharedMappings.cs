namespace CognitoPools.Providers;

/// <summary>The app clients of one user pool share one key for principal tags, and therefore one attribute
/// mapping.</summary>
public static class SharedMappings
{
    /// <summary>The providers, where all app clients of the changed provider's user pool have its mapping.</summary>
    /// <param name="providers">A pool's providers.</param>
    /// <param name="changed">The provider whose mapping is used.</param>
    public static IReadOnlyList<PoolIdentityProvider> With(
        IEnumerable<PoolIdentityProvider> providers, PoolIdentityProvider changed) =>
        [.. providers.Select(provider => provider.TagKey is not null && provider.TagKey == changed.TagKey ? provider with
        {
            AttributeMapping = changed.AttributeMapping,
        } : provider)];

    /// <summary>A sentence about the app clients that share a changed mapping, or null.</summary>
    /// <param name="providers">A pool's providers.</param>
    /// <param name="changed">The provider whose mapping was changed.</param>
    public static string? Warning(IEnumerable<PoolIdentityProvider> providers, PoolIdentityProvider changed)
    {
        var others = providers.Where(provider => provider.Key != changed.Key
            && provider.TagKey is not null
            && provider.TagKey == changed.TagKey).Select(provider => provider.ClientId).ToList();
        return others.Count == 0
            ? null
            : $"All app clients of {changed.Name} share one attribute mapping. The change also applies to "
                + $"{string.Join(", ", others)}.";
    }
}
