using CognitoPools.Binding;
using CognitoPools.Pools;
using CognitoPools.Providers;

namespace CognitoPools.Completion;

/// <summary>Readings of pools for completers.</summary>
internal static class PoolReadings
{
    private const int PageSize = 60;
    private const int MostPools = 60;
    private const int ParallelReads = 8;

    /// <summary>The pools of the Region, by name; those of the first pages when there are too many to list in time.</summary>
    public static IReadOnlyList<PoolListing> Pools(this CompletionContext context) => context.Region is { } region
        ? context.ReadParts<IReadOnlyList<PoolListing>>($"pools {region}", async (connection, found, token) =>
        {
            var pools = new List<PoolListing>();
            await foreach (var pool in new PoolDirectory(connection).ListAsync(region, token).ConfigureAwait(false))
            {
                pools.Add(pool);
                if (pools.Count % PageSize == 0)
                    found(Sorted(pools));
            }
            return Sorted(pools);
        }) ?? []
        : [];

    /// <summary>The id of the pool that the command line names; null when it names none.</summary>
    public static string? PoolId(this CompletionContext context)
    {
        if (context.NamedPool is not { } given || PoolArgument.Find(given) is not { } argument)
            return null;
        if (argument.IsId)
            return argument.Text;
        var named = PoolDirectory.Named(context.Pools(), argument.Text);
        return named.Count == 1 ? named[0].IdentityPoolId : null;
    }

    /// <summary>The pool that the command line names in an argument of this command or of the previous one in the pipeline,
    /// without its attribute mappings. Null when it names none.</summary>
    public static IdentityPool? Pool(this CompletionContext context) =>
        context.NamedPool is IdentityPool whole ? whole
        : context.PoolId() is { } id
            ? context.Read(
                $"pool {id}",
                (connection, token) => new PoolReader(connection).ReadAsync(id, PoolParts.SettingsAndRoles, token))
        : null;

    /// <summary>The pool that the command line names, with its attribute mappings.</summary>
    public static IdentityPool? WholePool(this CompletionContext context) =>
        context.NamedPool is IdentityPool whole ? whole
        : context.PoolId() is { } id
            ? context.Read($"whole {id}", (connection, token) => new PoolReader(connection).ReadAsync(id, token))
        : null;

    /// <summary>The provider that the command line names, or the only one of its pool.</summary>
    public static PoolIdentityProvider? Provider(this CompletionContext context, IdentityPool pool)
    {
        var given = Unwrapped.Object(context.Arguments.Value("Provider"))
            ?? Unwrapped.Object(context.UpstreamArguments?.Value("Provider"))
            ?? context.NamedPool as PoolIdentityProvider;
        var found = given switch
        {
            null => pool.Providers,
            PoolIdentityProvider provider => ProviderForms.Find(pool.Providers, provider.RoleMappingKey ?? provider.Name),
            _ => ProviderForms.Find(pool.Providers, given.ToString() ?? ""),
        };
        return found.Count == 1 ? found[0] : null;
    }

    /// <summary>The settings of the Region's pools, without roles: as many as can be read in time, and at most 60.</summary>
    public static IReadOnlyList<IdentityPool> KnownPools(this CompletionContext context)
    {
        var pools = context.Pools().Take(MostPools).ToList();
        return pools.Count == 0 ? [] : context.ReadParts<IReadOnlyList<IdentityPool>>(
            $"settings of {pools.Count} in {context.Region}",
            async (connection, found, token) =>
            {
                var known = new List<IdentityPool>();
                using var turns = new SemaphoreSlim(ParallelReads);
                await Task.WhenAll(pools.Select(async pool =>
                {
                    await turns.WaitAsync(token).ConfigureAwait(false);
                    try
                    {
                        var read = await new PoolReader(connection)
                            .ReadAsync(pool.IdentityPoolId, PoolParts.Settings, token).ConfigureAwait(false);
                        lock (known)
                        {
                            known.Add(read);
                            found([.. known]);
                        }
                    }
                    // One pool that cannot be read must not hide the others.
                    catch (Exception) when (!token.IsCancellationRequested)
                    {
                    }
                    finally
                    {
                        turns.Release();
                    }
                })).ConfigureAwait(false);
                return known;
            }) ?? [];
    }

    private static IReadOnlyList<PoolListing> Sorted(IEnumerable<PoolListing> pools) =>
        [.. pools.OrderBy(pool => pool.Name, StringComparer.OrdinalIgnoreCase)];
}
