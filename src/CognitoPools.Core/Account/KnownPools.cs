using System.Collections.Concurrent;
using Amazon.CognitoIdentity.Model;
using Amazon.Runtime;

namespace CognitoPools.Account;

/// <summary>The ids of identity pools in earlier answers, because the id of an identity has the same form.</summary>
internal sealed class KnownPools
{
    // An account has at most 1,000 pools in a Region.
    private const int Most = 20_000;

    private readonly ConcurrentDictionary<string, byte> ids = new(StringComparer.Ordinal);

    public bool Contains(string id) => ids.ContainsKey(id);

    public void Note(string? id)
    {
        if (id is not null && ids.Count < Most)
            ids[id] = 0;
    }

    public void Note(AmazonWebServiceResponse? answer)
    {
        switch (answer)
        {
            case DescribeIdentityPoolResponse described:
                Note(described.IdentityPoolId);
                break;
            case CreateIdentityPoolResponse created:
                Note(created.IdentityPoolId);
                break;
            case ListIdentityPoolsResponse { IdentityPools: { } listed }:
                foreach (var pool in listed)
                    Note(pool.IdentityPoolId);
                break;
        }
    }
}
