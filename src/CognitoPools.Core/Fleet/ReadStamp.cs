using CognitoPools.Account;

namespace CognitoPools.Fleet;

/// <summary>When something was read on a connection, to tell whether it may still be taken for the present.</summary>
/// <param name="Changes">The connection's count of changes.</param>
/// <param name="At">The timestamp of the connection's clock.</param>
internal readonly record struct ReadStamp(long Changes, long At)
{
    /// <summary>How long something that was read ahead is taken for the present. A service that bears ten calls a second
    /// needs 13 seconds for the two roles of 64 pools, which must not be read again and again.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>The stamp of what begins now.</summary>
    public static ReadStamp Now(AccountConnection connection) =>
        new(connection.Changes, connection.TimeProvider.GetTimestamp());

    /// <summary>Whether the connection has changed nothing since, and not much time has passed.</summary>
    public bool IsFresh(AccountConnection connection) =>
        connection.Changes == Changes && connection.TimeProvider.GetElapsedTime(At) <= Limit;
}
