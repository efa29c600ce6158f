namespace CognitoPools.Architecture.Tests;

/// <summary>Which folders of a project depend on which.</summary>
internal sealed class FolderGraph
{
    private const int CausesShown = 5;

    private readonly Dictionary<(string From, string To), List<string>> arrows;
    private readonly Dictionary<string, HashSet<string>> reached;

    /// <param name="folders">Every folder, whether or not an arrow touches it.</param>
    /// <param name="arrows">What depends on what; an arrow from a folder to itself says nothing.</param>
    public FolderGraph(IEnumerable<string> folders, IEnumerable<FolderArrow> arrows)
    {
        this.arrows = arrows
            .Where(arrow => arrow.From != arrow.To)
            .GroupBy(arrow => (arrow.From, arrow.To))
            .ToDictionary(group => group.Key, group => group.Select(arrow => arrow.Cause).Distinct().Order(StringComparer.Ordinal).ToList());
        Folders = [.. folders.Concat(this.arrows.Keys.SelectMany(key => new[] { key.From, key.To })).Distinct().Order(StringComparer.Ordinal)];
        reached = Folders.ToDictionary(folder => folder, ReachedFrom);
    }

    public IReadOnlyList<string> Folders { get; }

    public IEnumerable<(string From, string To)> Arrows => arrows.Keys;

    /// <summary>The groups of folders that all depend on each other, directly or through others. In a tree that points one way there is none.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Circles =>
    [
        .. Folders
            .Where(folder => reached[folder].Contains(folder))
            .GroupBy(folder => string.Join('|', Folders.Where(other => reached[folder].Contains(other) && reached[other].Contains(folder))))
            .Select(circle => (IReadOnlyList<string>)[.. circle]),
    ];

    /// <summary>Every arrow inside a circle with the types that cause it, as lines for a message: first the pairs that use each other directly.</summary>
    public IEnumerable<string> Explain(IReadOnlyList<string> circle)
    {
        var inside = arrows.Keys.Where(key => circle.Contains(key.From) && circle.Contains(key.To)).Order().ToList();
        foreach (var (from, to) in inside.Where(key => string.CompareOrdinal(key.From, key.To) < 0 && arrows.ContainsKey((key.To, key.From))))
        {
            yield return $"  {from} <-> {to}";
            yield return "  " + Describe(from, to);
            yield return "  " + Describe(to, from);
        }

        foreach (var (from, to) in inside.Where(key => !arrows.ContainsKey((key.To, key.From))))
            yield return Describe(from, to);
    }

    /// <summary>An arrow with the types that cause it.</summary>
    public string Describe(string from, string to)
    {
        var causes = arrows[(from, to)];
        var rest = causes.Count > CausesShown ? $" and {causes.Count - CausesShown} more" : "";
        return $"  {from} -> {to}: {string.Join(", ", causes.Take(CausesShown))}{rest}";
    }

    private HashSet<string> ReachedFrom(string folder)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>([folder]);
        while (open.TryDequeue(out var next))
        {
            foreach (var key in arrows.Keys.Where(key => key.From == next && found.Add(key.To)))
                open.Enqueue(key.To);
        }

        return found;
    }
}
