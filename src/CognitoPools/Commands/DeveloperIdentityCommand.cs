using System.Management.Automation;
using CognitoPools.Account;
using CognitoPools.Completion;
using CognitoPools.Errors;
using CognitoPools.Pools;

namespace CognitoPools.Commands;

/// <summary>The base of the cmdlets that work on the identities of a pool's developer provider.</summary>
public abstract class DeveloperIdentityCommand : ConnectedCommand
{
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);

    /// <summary>The identity pool: its exact name, its id, or any object with an IdentityPoolId property. A name that two pools share is an error that lists both.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("IdentityPoolId", "Id")]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(PoolCompleter))]
    public object? IdentityPool { get; set; }

    private protected override object? CurrentItem => IdentityPool;

    /// <summary>The name of the pool's developer provider.</summary>
    private protected string ProviderName(AccountConnection connection, string identityPoolId)
    {
        if (names.TryGetValue(identityPoolId, out var known)) return known;
        var pool = ReadPool(connection, identityPoolId, PoolParts.Settings);
        return names[identityPoolId] = pool.DeveloperProviderName ?? throw new PoolException(PoolErrorId.NoDeveloperProvider, pool, identityPoolId);
    }
}
