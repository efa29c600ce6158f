namespace CognitoPools;

/// <summary>An identity pool that the trust policy of a role names.</summary>
/// <param name="IdentityPoolId">The pool's id; a pattern that several pools match; <c>*</c> for any pool.</param>
/// <param name="State">Whether the pool exists.</param>
/// <param name="Name">The pool's name; null unless the pool exists in this account.</param>
/// <param name="Reason">The reason why the state is not known, or null.</param>
public sealed record TrustedPool(string IdentityPoolId, TrustedPoolState State, string? Name = null, string? Reason = null)
{
    /// <inheritdoc cref="TrustedPool" path="/param[@name='IdentityPoolId']"/>
    public string IdentityPoolId { get; internal init; } = IdentityPoolId;

    /// <inheritdoc cref="TrustedPool" path="/param[@name='State']"/>
    public TrustedPoolState State { get; internal init; } = State;

    /// <inheritdoc cref="TrustedPool" path="/param[@name='Name']"/>
    public string? Name { get; internal init; } = Name;

    /// <inheritdoc cref="TrustedPool" path="/param[@name='Reason']"/>
    public string? Reason { get; internal init; } = Reason;

    /// <inheritdoc/>
    public override string ToString() => State switch
    {
        TrustedPoolState.Exists => $"{Name} ({IdentityPoolId})",
        TrustedPoolState.NotInAccount => $"{IdentityPoolId} (not in this account)",
        TrustedPoolState.Pattern => IdentityPoolId == "*" ? "any identity pool" : $"every identity pool like {IdentityPoolId}",
        _ => $"{IdentityPoolId} (unknown)",
    };
}
