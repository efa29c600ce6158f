using CognitoPools.Account;
using CognitoPools.Audit.Model;
using CognitoPools.Fleet;
using CognitoPools.Pools;

namespace CognitoPools.Audit;

/// <summary>Reads the data of the checks, one pool after the other.</summary>
internal sealed class AuditFleetReader : FleetReader<AuditedPool>
{
    private readonly AuditReader reader;

    /// <param name="connection">The account.</param>
    /// <param name="reader">Reads the data of a pool.</param>
    /// <param name="observer">Observes the calls, or null.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public AuditFleetReader(
        AccountConnection connection, AuditReader reader, ICallObserver? observer, CancellationToken cancellationToken)
        : base(connection, observer, cancellationToken) => this.reader = reader;

    private protected override Task<AuditedPool> ReadAsync(IdentityPool pool) => reader.ReadAsync(pool, Stopped);

    // Parts that the caller may not read are reported as not checked.
    private protected override bool IsWhole(IdentityPool pool) => true;

    private protected override Task<IdentityPool> ReadOneAsync(string identityPoolId) =>
        new PoolReader(Connection).ReadVisibleAsync(identityPoolId, Stopped);
}
