namespace CognitoPools.Documents;

/// <summary>The target of an import.</summary>
/// <param name="Names">The values of the placeholders.</param>
/// <param name="Region">The Region of the pool.</param>
/// <param name="Current">The current pool; null if it will be created.</param>
internal sealed record ImportTarget(LiveNames Names, string Region, IdentityPool? Current)
{
    /// <summary>Resolves the placeholders of the document.</summary>
    public Portability Portability { get; } = new(Names);

    /// <summary>The ARNs of the roles that the pool currently uses.</summary>
    public IReadOnlyCollection<string> UsedRoles { get; } = Current is null ? [] : [.. RoleKeys.Of(Current).Keys];
}
