using System.Management.Automation;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Errors;
using CognitoPools.Identities;
using CognitoPools.Pools;

namespace CognitoPools.Commands;

public abstract partial class ConnectedCommand
{
    private readonly HashSet<string> warnedOf = new(StringComparer.Ordinal);

    /// <summary>Finds the pool that the user named.</summary>
    private protected (AccountConnection Connection, string IdentityPoolId) ResolvePool(object? identityPool)
    {
        var argument = PoolArgument.Read(identityPool);
        var connection = ConnectionFor(argument.Connection);
        if (argument.IsId)
        {
            CheckRegion(argument.Text);
            return (connection, argument.Text);
        }
        if (WildcardPattern.ContainsWildcardCharacters(argument.Text))
            throw new PoolException(PoolErrorId.WildcardNotAllowed, argument.Text);
        PoolRules.CheckName(argument.Text);
        var region = RegionOf(connection);
        var pools = Run(token => new PoolDirectory(connection).ReadAllAsync(region, token));
        var found = PoolDirectory.Named(pools, argument.Text);
        return found.Count switch
        {
            1 => (connection, found[0].IdentityPoolId),
            0 =>
                throw new PoolException(
                    PoolErrorId.PoolNotFound, argument.Text, region,
                    NearestMatch.Question(argument.Text, pools.Select(pool => pool.Name))),
            _ =>
                throw new PoolException(
                    PoolErrorId.PoolNameAmbiguous, argument.Text,
                    found.Select(pool => pool.IdentityPoolId)),
        };
    }

    private protected IdentityPool ReadPool(AccountConnection connection, string identityPoolId) =>
        Run(token => new PoolReader(connection).ReadAsync(identityPoolId, token));

    private protected IdentityPool ReadPool(AccountConnection connection, string identityPoolId, PoolParts parts) =>
        Run(token => new PoolReader(connection).ReadAsync(identityPoolId, parts, token));

    /// <summary>Reads the parts of a pool that the caller may read, and warns of the others.</summary>
    private protected IdentityPool ReadVisiblePool(AccountConnection connection, string identityPoolId)
    {
        var pool = Run(token => new PoolReader(connection).ReadVisibleAsync(identityPoolId, token));
        WarnOfUnreadable(pool);
        return pool;
    }

    /// <summary>Warns once of each part that could not be read.</summary>
    private protected void WarnOfUnreadable(IdentityPool pool)
    {
        foreach (var part in pool.Unreadable.Where(part => warnedOf.Add(part.Permission)))
        {
            WriteWarning(
                $"{part.Part} of identity pool {pool} could not be read: {Sentences.Ended(part.Reason)} They are shown as null or "
                    + $"with their defaults. To read them, grant the caller the permission {part.Permission}.");
        }
    }

    /// <summary>The pool with its ARN, which edits of tags require. A read waits only a short time for the account's
    /// number.</summary>
    private protected IdentityPool WithArn(AccountConnection connection, IdentityPool pool)
    {
        if (pool.Arn is not null)
            return pool;
        var caller = Run(token => connection.GetCallerAsync(token));
        return pool with { Arn = PoolIds.Arn(pool.Region, caller.Account, pool.IdentityPoolId) };
    }

    /// <summary>Waits until no other command of this process changes the pool. Other commands wait until the result is
    /// disposed.</summary>
    private protected IDisposable TakeTurn(string identityPoolId)
    {
        var thread = Thread.CurrentThread;
        return Run(token => PoolTurns.EnterAsync(identityPoolId, thread, Reporter, token));
    }

    /// <summary>Refuses an id that is not the id of an identity, or that is in another Region than the pool.</summary>
    private protected static void CheckIdentity(string? identityId, string identityPoolId)
    {
        if (identityId is null)
            return;
        var region = IdentityIds.Region(identityId);
        if (region != PoolIds.Region(identityPoolId))
        {
            throw new InvalidSettingException(
                "IdentityId", identityId, $"is in the Region {region}, but the pool is in {PoolIds.Region(identityPoolId)}.",
                "Specify an identity of the pool.");
        }
    }

    private protected void CheckRegion(string identityPoolId)
    {
        var region = PoolIds.Region(identityPoolId);
        if (Region is not null && Region != region && IsGiven(nameof(Region)))
            throw new PoolException(PoolErrorId.RegionMismatch, Region, identityPoolId, region);
    }
}
