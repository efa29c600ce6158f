using CognitoPools.Account;
using CognitoPools.Pools;
using CognitoPools.Roles;

namespace CognitoPools.Fleet;

/// <summary>Reads the roles of one pool after another. The result contains the roles in their order, each with its own
/// failure.</summary>
public sealed class FleetRoleReader : FleetReader<IReadOnlyList<Task<PoolRole>>>
{
    private readonly bool policies;
    private readonly Func<PoolRole, bool> wanted;
    private readonly PoolRoleReader roles;

    /// <summary>A reader for one command.</summary>
    /// <param name="connection">The account.</param>
    /// <param name="policies">Whether to read the permissions.</param>
    /// <param name="wanted">Selects the roles.</param>
    /// <param name="observer">Receives the calls, or null.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public FleetRoleReader(
        AccountConnection connection, bool policies, Func<PoolRole, bool> wanted, ICallObserver? observer,
        CancellationToken cancellationToken)
        : base(connection, observer, cancellationToken)
    {
        (this.policies, this.wanted) = (policies, wanted);
        roles = new PoolRoleReader(new SharedRoles(connection));
    }

    private protected override Task<IReadOnlyList<Task<PoolRole>>> ReadAsync(IdentityPool pool)
    {
        var found = PoolRoleReader.RolesOf(pool).Where(wanted)
            .Select(role => roles.ReadAsync(pool, role, policies, Stopped))
            .ToList();
        found.ForEach(OrderedReads.Observe);
        return Task.FromResult<IReadOnlyList<Task<PoolRole>>>(found);
    }

    private protected override Task WhenReadAsync(IReadOnlyList<Task<PoolRole>> read) => Task.WhenAll(read);

    // A part that the listing could not read is a failure here. Reading it again shows the cause.
    private protected override bool IsWhole(IdentityPool pool) => pool.Unreadable.Count == 0;

    private protected override Task<IdentityPool> ReadOneAsync(string identityPoolId) =>
        new PoolReader(Connection).ReadAsync(identityPoolId, Stopped);
}
