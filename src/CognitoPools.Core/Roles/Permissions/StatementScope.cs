namespace CognitoPools.Roles.Permissions;

/// <summary>The actions or resources that a statement applies to: those that match some patterns, or all
/// others.</summary>
/// <param name="Patterns">The patterns.</param>
/// <param name="IsNegated">Whether it applies to all others: NotAction or NotResource.</param>
/// <param name="IgnoreCase">Whether case is ignored, as in the names of actions.</param>
internal sealed record StatementScope(IReadOnlyList<PolicyPattern> Patterns, bool IsNegated, bool IgnoreCase)
{
    private static readonly PolicyPattern Everything = new("*", wildcards: true, variables: false);

    /// <summary>A range for each pattern, or one for all others.</summary>
    public IEnumerable<PatternRange> Ranges(string source) =>
        IsNegated
            ? [new([new(Everything, source)], Patterns, IgnoreCase)]
            : Patterns.Select(pattern => new PatternRange([new(pattern, source)], [], IgnoreCase));

    /// <summary>Whether the statement certainly applies to everything in a range.</summary>
    public bool Covers(PatternRange range) =>
        IsNegated ? Patterns.All(range.IsApartFrom) : range.IsCoveredBy(Patterns);

    /// <summary>Whether the statement certainly applies to nothing in a range.</summary>
    public bool IsApartFrom(PatternRange range) =>
        IsNegated ? range.IsCoveredBy(Patterns) : Patterns.All(range.IsApartFrom);

    /// <summary>The patterns that apply to a range, and those that are excluded.</summary>
    public (IReadOnlyList<string> Patterns, IReadOnlyList<string> LeftOut) Within(PatternRange range)
    {
        var concerned = Patterns.Where(pattern => !range.IsApartFrom(pattern));
        return IsNegated
            ? ([range.All[0].Pattern.Text], [.. concerned.Select(pattern => pattern.Text)])
            : ([.. concerned.Select(range.Narrower).Distinct(StringComparer.Ordinal)], []);
    }
}
