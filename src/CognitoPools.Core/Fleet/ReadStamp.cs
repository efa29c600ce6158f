using CognitoPools.Account;

namespace CognitoPools.Fleet;

/// <summary>When data was read on a connection, to determine whether it is still current.</summary>
/// <param name="Changes">The connection's count of changes.</param>
/// <param name="At">The timestamp of the connection's clock.</param>
internal readonly record struct ReadStamp(long Changes, long At)
{
    /// <summary>How long data that was read ahead counts as current. A service that accepts ten calls a second requires
    /// 13 seconds for the two roles of 64 pools, which must not be read repeatedly.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>The stamp for a read that begins now.</summary>
    public static ReadStamp Now(AccountConnection connection) =>
        new(connection.Changes, connection.TimeProvider.GetTimestamp());

    /// <summary>Whether the connection has changed nothing since, and the time limit has not passed.</summary>
    public bool IsFresh(AccountConnection connection) =>
        connection.Changes == Changes && connection.TimeProvider.GetElapsedTime(At) <= Limit;
}
