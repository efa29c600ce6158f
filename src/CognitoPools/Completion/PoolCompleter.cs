using CognitoPools.Pools;

namespace CognitoPools.Completion;

/// <summary>Completes identity pools: by name, or by id where several pools share the name or the user typed an id.</summary>
internal sealed class PoolCompleter : ValueCompleter
{
    // The guest state of each pool costs a call, so only enough for a screen are read.
    private const int MostStates = 10;

    private protected override IEnumerable<Suggestion> Suggest(CompletionContext context)
    {
        var pools = context.Pools();
        var shared = new HashSet<string>(
            pools.GroupBy(pool => pool.Name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key),
            StringComparer.Ordinal);
        var named = pools.Where(pool => context.Word.Begins(pool.Name))
            .Select(pool => (Pool: pool, ById: shared.Contains(pool.Name)));
        var byId = context.Word.Text.Length == 0
            ? []
            : pools.Where(pool => !context.Word.Begins(pool.Name)
                && context.Word.Begins(pool.IdentityPoolId)).Select(pool => (Pool: pool, ById: true));
        var found = named.Concat(byId).ToList();
        var states = GuestStates(context, found.Select(entry => entry.Pool).Take(MostStates).ToList());
        foreach (var (pool, isById) in found)
        {
            var facts = states.TryGetValue(pool.IdentityPoolId, out var guests)
                ? $"{pool.IdentityPoolId}, guest access {(guests ? "on" : "off")}"
                : pool.IdentityPoolId;
            yield return new Suggestion(
                isById ? pool.IdentityPoolId : pool.Name, isById ? $"{pool.Name}: {facts}" : facts,
                isById ? $"{pool.Name} ({pool.IdentityPoolId})" : null);
        }
    }

    // If a state cannot be read in time, the name is offered without it.
    private static Dictionary<string, bool> GuestStates(CompletionContext context, IReadOnlyList<PoolListing> pools)
    {
        var readings = pools.Select(pool => (
            pool.IdentityPoolId,
            Reading: context.Begin<IdentityPool>(
                $"settings {pool.IdentityPoolId}",
                (connection, _, token) =>
                    new PoolReader(connection).ReadAsync(pool.IdentityPoolId, PoolParts.Settings, token))!)).ToList();
        foreach (var (_, reading) in readings)
            context.WaitFor(reading.Ended);
        return readings.Where(read => read.Reading.Ended.Status == TaskStatus.RanToCompletion)
            .ToDictionary(read => read.IdentityPoolId, read => read.Reading.Found()!.GuestAccess, StringComparer.Ordinal);
    }
}
