namespace CognitoPools.Documents;

/// <summary>Where a document is imported to.</summary>
/// <param name="Names">What the placeholders stand for.</param>
/// <param name="Region">The Region of the pool.</param>
/// <param name="Current">The pool as it is, or null when it is to be made.</param>
internal sealed record ImportTarget(LiveNames Names, string Region, IdentityPool? Current)
{
    /// <summary>Resolves the placeholders of the document.</summary>
    public Portability Portability { get; } = new(Names);

    /// <summary>The ARNs of the roles that the pool uses now.</summary>
    public IReadOnlyCollection<string> UsedRoles { get; } = Current is null ? [] : [.. RoleKeys.Of(Current).Keys];
}
