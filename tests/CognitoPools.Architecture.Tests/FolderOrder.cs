namespace CognitoPools.Architecture.Tests;

/// <summary>The order of a project's folders, lowest first. A folder may use those that stand before it.</summary>
/// <param name="lines">Folders; 'Commands/*' stands for all folders in Commands, none of which may use another.</param>
internal sealed class FolderOrder(params string[] lines)
{
    /// <summary>What in a project is against the order, as lines for a message.</summary>
    public IEnumerable<string> Violations(FolderGraph graph)
    {
        foreach (var folder in graph.Folders.Where(folder => LineOf(folder) < 0))
            yield return $"  {folder} is not in the order: add it to the list.";
        foreach (var line in lines.Where((_, index) => !graph.Folders.Any(folder => LineOf(folder) == index)))
            yield return $"  {line} is in the order, but there is no such folder: take it from the list.";
        foreach (var (from, to) in graph.Arrows.Order())
        {
            if (LineOf(from) >= 0 && LineOf(to) >= LineOf(from))
                yield return graph.Describe(from, to);
        }
    }

    private int LineOf(string folder) => Array.FindIndex(lines, line => line.EndsWith("/*", StringComparison.Ordinal)
        ? folder.StartsWith(line[..^1], StringComparison.Ordinal)
        : line == folder);
}
