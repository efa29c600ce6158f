namespace CognitoPools.Documents.Comparison;

/// <summary>A provider of one side with its counterpart on the other side.</summary>
/// <param name="Key">The key among the providers.</param>
/// <param name="Expected">The expected provider, or null.</param>
/// <param name="Actual">The actual provider, or null.</param>
internal sealed record ComparedProvider(string Key, PoolIdentityProvider? Expected, PoolIdentityProvider? Actual);

/// <summary>Finds the counterpart of each provider.</summary>
internal static class ProviderPairs
{
    public static IReadOnlyList<ComparedProvider> Of(PoolDefinition expected, PoolDefinition actual, ComparedTexts texts)
    {
        var missing = Named(expected, texts);
        var extra = Named(actual, texts);
        var pairs = new List<ComparedProvider>();
        Pair((one, other) => one.Key == other.Key);
        // The key of a user pool contains its app client, but another client is a change of the provider, not another provider.
        Pair((one, other) => one.Name == other.Name
            && missing.Count(provider => provider.Name == one.Name) == 1
            && extra.Count(provider => provider.Name == one.Name) == 1);
        Pair((one, other) => one.Type == ProviderType.Developer && other.Type == ProviderType.Developer);
        return
        [
            .. pairs,
            .. missing.Select(provider => new ComparedProvider(provider.Key, provider, null)),
            .. extra.Select(provider => new ComparedProvider(provider.Key, null, provider)),
        ];

        void Pair(Func<PoolIdentityProvider, PoolIdentityProvider, bool> fits)
        {
            foreach (var one in missing.ToList())
            {
                if (extra.Find(other => fits(one, other)) is not { } counterpart)
                    continue;
                pairs.Add(new ComparedProvider(one.Key, one, counterpart));
                missing.Remove(one);
                extra.Remove(counterpart);
            }
        }
    }

    private static List<PoolIdentityProvider> Named(PoolDefinition pool, ComparedTexts texts) =>
        [.. pool.Providers.Select(provider => provider with { Name = texts.Text(provider.Name) })];
}
