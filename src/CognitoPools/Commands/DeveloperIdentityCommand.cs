using CognitoPools.Account;
using CognitoPools.Errors;
using CognitoPools.Pools;

namespace CognitoPools.Commands;

/// <summary>The base of the cmdlets that work on the identities of a pool's developer provider.</summary>
public abstract class DeveloperIdentityCommand : PoolTargetCommand
{
    private protected override TimeSpan StopGrace => ChangeGrace;

    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);

    /// <summary>The name of the pool's developer provider.</summary>
    private protected string ProviderName(AccountConnection connection, string identityPoolId)
    {
        if (names.TryGetValue(identityPoolId, out var known))
            return known;
        var pool = ReadPool(connection, identityPoolId, PoolParts.Settings);
        return names[identityPoolId] = pool.DeveloperProviderName
            ?? throw new PoolException(PoolErrorId.NoDeveloperProvider, pool, identityPoolId);
    }
}
