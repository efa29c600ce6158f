using System.Collections.Concurrent;

namespace CognitoPools.Sandbox.Iam;

/// <summary>IAM of the account, which is global in each AWS partition.</summary>
internal sealed class IamPartitions(string accountId)
{
    private readonly ConcurrentDictionary<string, IamStore> stores = new(StringComparer.Ordinal);

    public IamStore In(string partition) => stores.GetOrAdd(partition, name => new IamStore(name, accountId));

    /// <summary>A copy that changes on its own.</summary>
    public IamPartitions Clone()
    {
        var clone = new IamPartitions(accountId);
        foreach (var store in stores)
            clone.stores[store.Key] = store.Value.Clone();
        return clone;
    }

    public void Clear() => stores.Clear();
}
