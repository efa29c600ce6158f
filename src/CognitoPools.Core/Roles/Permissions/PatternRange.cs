namespace CognitoPools.Roles.Permissions;

/// <summary>A pattern and the statement that it comes from.</summary>
internal sealed record SourcedPattern(PolicyPattern Pattern, string Source);

/// <summary>The actions or resources that match all of some patterns and none of others.</summary>
/// <param name="All">The patterns that must match; the first is the one that is shown.</param>
/// <param name="None">The patterns that must not match.</param>
/// <param name="IgnoreCase">Whether case is ignored, as in the names of actions.</param>
internal sealed record PatternRange(IReadOnlyList<SourcedPattern> All, IReadOnlyList<PolicyPattern> None, bool IgnoreCase)
{
    /// <summary>The intersection of both, in as few patterns as possible; null if it is empty.</summary>
    public PatternRange? Intersect(PatternRange other)
    {
        var all = new List<SourcedPattern>(All);
        foreach (var added in other.All.Where(added => !all.Exists(there => IsWithin(there.Pattern, added.Pattern))).ToList())
        {
            var at = all.FindIndex(there => IsWithin(added.Pattern, there.Pattern));
            all.RemoveAll(there => IsWithin(added.Pattern, there.Pattern));
            all.Insert(at < 0 ? all.Count : at, added);
        }
        if (IsEmpty(all.ConvertAll(one => one.Pattern), []))
            return null;
        var none = new List<PolicyPattern>();
        foreach (var excluded in None.Concat(other.None))
        {
            if (none.Exists(there => IsWithin(excluded, there))
                || IsEmpty([.. all.Select(one => one.Pattern), excluded], []))
            {
                continue;
            }
            none.RemoveAll(there => IsWithin(there, excluded));
            none.Add(excluded);
        }
        return IsEmpty(all.ConvertAll(one => one.Pattern), none) ? null : new(all, none, IgnoreCase);
    }

    /// <summary>Whether the range is certainly within another.</summary>
    public bool IsWithin(PatternRange other) =>
        other.All.All(one => IsCoveredBy([one.Pattern])) && other.None.All(IsApartFrom);

    /// <summary>Whether everything in the range certainly matches one of the patterns.</summary>
    public bool IsCoveredBy(IReadOnlyList<PolicyPattern> patterns) =>
        IsEmpty(Patterns, [.. None, .. patterns]);

    /// <summary>Whether certainly nothing in the range matches the pattern.</summary>
    public bool IsApartFrom(PolicyPattern pattern) => IsEmpty([.. Patterns, pattern], None);

    /// <summary>The narrower of two patterns for their intersection, if one is within the other.</summary>
    public string Narrower(PolicyPattern pattern) =>
        IsWithin(All[0].Pattern, pattern) ? All[0].Pattern.Text : pattern.Text;

    private IReadOnlyList<PolicyPattern> Patterns => [.. All.Select(one => one.Pattern)];

    private bool IsWithin(PolicyPattern inner, PolicyPattern outer) =>
        outer.Text == "*" || IsEmpty([inner], [outer]);

    private bool IsEmpty(IReadOnlyList<PolicyPattern> all, IReadOnlyList<PolicyPattern> none) =>
        PatternLanguage.IsEmpty(all, none, IgnoreCase);
}
