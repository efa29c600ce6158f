namespace CognitoPools.Providers;

/// <summary>The app clients of one user pool share one key of principal tags, and so one attribute mapping.</summary>
public static class SharedMappings
{
    /// <summary>The providers, each of a changed one's user pool with its mapping.</summary>
    /// <param name="providers">A pool's providers.</param>
    /// <param name="changed">The provider whose mapping holds.</param>
    public static IReadOnlyList<PoolIdentityProvider> With(
        IEnumerable<PoolIdentityProvider> providers, PoolIdentityProvider changed) =>
        [.. providers.Select(provider => provider.TagKey is not null && provider.TagKey == changed.TagKey ? provider with
        {
            AttributeMapping = changed.AttributeMapping,
        } : provider)];

    /// <summary>A sentence on the app clients that share a changed mapping, or null.</summary>
    /// <param name="providers">A pool's providers.</param>
    /// <param name="changed">The provider whose mapping was changed.</param>
    public static string? Warning(IEnumerable<PoolIdentityProvider> providers, PoolIdentityProvider changed)
    {
        var others = providers.Where(provider => provider.Key != changed.Key
            && provider.TagKey is not null
            && provider.TagKey == changed.TagKey).Select(provider => provider.ClientId).ToList();
        return others.Count == 0
            ? null
            : $"The attribute mapping of {changed.Name} is shared by all its app clients: it holds for "
                + $"{string.Join(", ", others)} too.";
    }
}
