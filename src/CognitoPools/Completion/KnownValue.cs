namespace CognitoPools.Completion;

/// <summary>Values that other pools of the Region have, as suggestions.</summary>
internal static class KnownValue
{
    /// <summary>Each value once, with the first pools that have it.</summary>
    public static IEnumerable<Suggestion> Suggestions(
        CompletionContext context, Func<PoolIdentityProvider, string?> value, Func<PoolIdentityProvider, bool> fits) =>
        context.KnownPools()
            .SelectMany(pool => pool.Providers.Where(fits).Select(provider => (pool.Name, Value: value(provider))))
            .Where(seen => seen.Value is { Length: > 0 } found && context.Word.Begins(found))
            .GroupBy(seen => seen.Value!, seen => seen.Name, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.OrdinalIgnoreCase)
            .Select(group => new Suggestion(group.Key, $"Used by {Names([.. group.Distinct(StringComparer.Ordinal)])}"));

    private static string Names(IReadOnlyList<string> pools) =>
        pools.Count <= 3 ? string.Join(", ", pools) : $"{string.Join(", ", pools.Take(3))} and {pools.Count - 3} more";
}
