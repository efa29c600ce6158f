using System.Collections.Concurrent;

namespace CognitoPools.Sandbox.Iam;

/// <summary>The IAM of the account in each AWS partition, in which it is global.</summary>
internal sealed class IamPartitions(string accountId)
{
    private readonly ConcurrentDictionary<string, IamStore> stores = new(StringComparer.Ordinal);

    public IamStore In(string partition) => stores.GetOrAdd(partition, name => new IamStore(name, accountId));

    /// <summary>Creates an independent copy.</summary>
    public IamPartitions Clone()
    {
        var clone = new IamPartitions(accountId);
        foreach (var store in stores)
            clone.stores[store.Key] = store.Value.Clone();
        return clone;
    }

    public void Clear() => stores.Clear();
}
