using System.Collections.Concurrent;

namespace CognitoPools.Sandbox.Iam;

/// <summary>IAM of the account, which is global in each AWS partition.</summary>
internal sealed class IamPartitions(string accountId)
{
    private readonly ConcurrentDictionary<string, IamStore> stores = new(StringComparer.Ordinal);

    public IamStore In(string partition) => stores.GetOrAdd(partition, name => new IamStore(name, accountId));

    public void Clear() => stores.Clear();
}
