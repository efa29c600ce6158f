using System.Collections.Immutable;
using CognitoPools.Sandbox.Identities;

namespace CognitoPools.Sandbox.Pools;

/// <summary>One identity pool. Its parts are replaced, never changed in place. The Region's lock protects them.</summary>
internal sealed class Pool(int number, string id, PoolSettings settings)
{
    public int Number => number;

    public string Id => id;

    /// <summary>The settings without the tags, which other operations change.</summary>
    public PoolSettings Settings { get; set; } = settings;

    public PoolRoles Roles { get; set; } = new() { IdentityPoolId = id };

    public ImmutableSortedDictionary<string, string> Tags { get; set; } = ImmutableSortedDictionary.Create<string, string>(
        StringComparer.Ordinal);

    public Dictionary<string, TagMap> TagMaps { get; } = new(StringComparer.Ordinal);

    public PoolIdentities Identities { get; private init; } = new();

    /// <summary>Creates an independent copy.</summary>
    public Pool Clone()
    {
        var clone = new Pool(number, id, Settings) { Roles = Roles, Tags = Tags, Identities = Identities.Clone() };
        foreach (var map in TagMaps)
            clone.TagMaps.Add(map.Key, map.Value);
        return clone;
    }
}
