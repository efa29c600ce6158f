namespace CognitoPools;

/// <summary>How many identities of a pool have signed in with one provider.</summary>
/// <param name="Type">The kind of provider.</param>
/// <param name="Key">Its key among the logins.</param>
/// <param name="Count">How many identities.</param>
/// <param name="Share">Their share of all identities of the pool, 0 to 1.</param>
public sealed record PoolIdentityProviderCount(ProviderType Type, string Key, long Count, double Share)
{
    /// <inheritdoc cref="PoolIdentityProviderCount" path="/param[@name='Type']"/>
    public ProviderType Type { get; internal init; } = Type;

    /// <inheritdoc cref="PoolIdentityProviderCount" path="/param[@name='Key']"/>
    public string Key { get; internal init; } = Key;

    /// <inheritdoc cref="PoolIdentityProviderCount" path="/param[@name='Count']"/>
    public long Count { get; internal init; } = Count;

    /// <inheritdoc cref="PoolIdentityProviderCount" path="/param[@name='Share']"/>
    public double Share { get; internal init; } = Share;

    /// <inheritdoc/>
    public override string ToString() =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, "{0} {1}: {2:N0}", Type, Key, Count);
}
