using CognitoPools.Account;
using CognitoPools.Roles;

namespace CognitoPools.Fleet;

/// <summary>Reads roles that several pools use only once, as long as they are fresh. The number of parallel reads
/// adapts to the limits of IAM.</summary>
internal sealed class SharedRoles(AccountConnection connection) : IRoleSource
{
    // More than the number of roles of the pools that are read ahead, if no role is shared.
    private const int Most = 512;

    private readonly AccountRoles roles = new(connection);
    private readonly Known<NamedRole> named = new(connection);
    private readonly Known<IReadOnlyList<PoolRolePolicy>> policies = new(connection);

    public Task<NamedRole> FindAsync(string region, string arn, CancellationToken cancellationToken) =>
        named.GetAsync(region, arn, () => roles.FindAsync(region, arn, cancellationToken), cancellationToken);

    public Task<IReadOnlyList<PoolRolePolicy>> PoliciesAsync(
        string region, string name, CancellationToken cancellationToken) =>
        policies.GetAsync(region, name, () => roles.PoliciesAsync(region, name, cancellationToken), cancellationToken);

    private sealed class Known<T>(AccountConnection connection)
    {
        private readonly Dictionary<(string Region, string Key), (Task<T> Reading, ReadStamp Stamp)> known = [];
        private readonly Queue<(string Region, string Key)> oldest = new();

        public async Task<T> GetAsync(
            string region, string key, Func<Task<T>> readAsync, CancellationToken cancellationToken)
        {
            var (reading, isOwn) = Find(region, key, readAsync, cancellationToken);
            try
            {
                return await reading.ConfigureAwait(false);
            }
            catch (Exception failure) when (!isOwn && failure is not InvalidSettingException
                && !cancellationToken.IsCancellationRequested)
            {
                // A read that failed for one pool may succeed for the next.
                return await connection.RoleReads(region).RunAsync(readAsync, cancellationToken).ConfigureAwait(false);
            }
        }

        private (Task<T> Reading, bool IsOwn) Find(
            string region, string key, Func<Task<T>> readAsync, CancellationToken cancellationToken)
        {
            lock (known)
            {
                if (known.TryGetValue((region, key), out var found) && found.Stamp.IsFresh(connection))
                    return (found.Reading, false);
                var stamp = ReadStamp.Now(connection);
                var reading = connection.RoleReads(region).RunAsync(readAsync, cancellationToken);
                known[(region, key)] = (reading, stamp);
                oldest.Enqueue((region, key));
                if (oldest.Count > Most)
                    known.Remove(oldest.Dequeue());
                return (reading, true);
            }
        }
    }
}
