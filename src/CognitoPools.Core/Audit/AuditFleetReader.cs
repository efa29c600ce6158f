using CognitoPools.Account;
using CognitoPools.Audit.Model;
using CognitoPools.Fleet;
using CognitoPools.Pools;

namespace CognitoPools.Audit;

/// <summary>Reads what the checks look at, of one pool after the other.</summary>
internal sealed class AuditFleetReader : FleetReader<AuditedPool>
{
    private readonly AuditReader reader;

    /// <param name="connection">The account.</param>
    /// <param name="reader">Reads what belongs to a pool.</param>
    /// <param name="observer">Who is told of the calls, or null.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public AuditFleetReader(
        AccountConnection connection, AuditReader reader, ICallObserver? observer, CancellationToken cancellationToken)
        : base(connection, observer, cancellationToken) => this.reader = reader;

    private protected override Task<AuditedPool> ReadAsync(IdentityPool pool) => reader.ReadAsync(pool, Stopped);

    // What the caller may not read is reported as not checked.
    private protected override bool IsWhole(IdentityPool pool) => true;

    private protected override Task<IdentityPool> ReadOneAsync(string identityPoolId) =>
        new PoolReader(Connection).ReadVisibleAsync(identityPoolId, Stopped);
}
