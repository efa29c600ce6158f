using System.Management.Automation;
using CognitoPools.Audit.Suppressions;
using CognitoPools.Documents;

namespace CognitoPools.Binding;

/// <summary>A pool of a document on disk, with the information in the names of the file and its folder.</summary>
/// <param name="Pool">The content of the document.</param>
/// <param name="Region">The Region that the document or its folder names, or null.</param>
internal sealed record DocumentSource(SourceDefinition Pool, string? Region)
{
    /// <summary>The documents of a path: a file, the files that match a wildcard, or those of a folder and of its subfolders that
    /// are named after Regions.</summary>
    /// <param name="session">Knows the current folder.</param>
    /// <param name="path">The path.</param>
    /// <param name="read">Reads a text.</param>
    /// <param name="rest">Reads texts that depend on other texts.</param>
    public static IReadOnlyList<DocumentSource> Read(
        SessionState session, string path, Func<SourceText, IReadOnlyList<SourceDefinition>> read, Func<IReadOnlyList<SourceDefinition>> rest)
    {
        if (!DocumentPath.IsFolder(session, path))
        {
            var pools = DocumentPath.Read(session, path).SelectMany(read).ToList();
            // Texts that depend on others can be read when all are known.
            return [.. pools.Concat(rest()).Select(pool => new DocumentSource(pool, Pinned(pool) ?? pool.Region))];
        }
        var folder = DocumentPath.Resolve(session, path);
        List<DocumentSource> found = [.. InFolder(folder, null, read, rest)];
        foreach (var region in RegionsOf(folder))
            found.AddRange(InFolder(Path.Combine(folder, region), region, read, rest));
        return found;
    }

    /// <summary>The Regions that the subfolders of a folder are named after.</summary>
    /// <param name="folder">The absolute path.</param>
    public static IReadOnlyList<string> RegionsOf(string folder) =>
    [
        .. Directory.GetDirectories(folder).Select(one => Path.GetFileName(one)).Where(name => DocumentPath.RegionOf(name) is not null)
            .OrderBy(name => name, StringComparer.Ordinal),
    ];

    /// <summary>Of several pools with one name those that the file name identifies; all of them when it identifies none.</summary>
    public IReadOnlyList<T> Choose<T>(IReadOnlyList<T> pools, Func<T, string> idOf) =>
        pools.Count > 1 && pools.Where(pool => IsNamedFor(idOf(pool))).ToList() is { Count: > 0 } named ? named : pools;

    /// <summary>Whether the file name contains the start of the pool's id, as it does for pools that share a name.</summary>
    public bool IsNamedFor(string identityPoolId) =>
        Path.GetFileNameWithoutExtension(Pool.Source).IndexOf("-" + PoolIds.Uuid(identityPoolId).Substring(0, 8), StringComparison.Ordinal) >= 0;

    private static IEnumerable<DocumentSource> InFolder(
        string folder, string? region, Func<SourceText, IReadOnlyList<SourceDefinition>> read, Func<IReadOnlyList<SourceDefinition>> rest) =>
        Directory.GetFiles(folder, "*.json")
            .Where(IsDocument)
            .OrderBy(file => file, StringComparer.Ordinal)
            .SelectMany(file => read(DocumentPath.ReadFile(file, region is null ? Path.GetFileName(file) : $"{region}/{Path.GetFileName(file)}")))
            .ToList().Concat(rest())
            .Select(pool => new DocumentSource(pool, Pinned(pool) ?? region));

    private static bool IsDocument(string file) => !file.EndsWith(".resources-to-import.json", StringComparison.OrdinalIgnoreCase)
        && !SuppressionReader.IsFileName(Path.GetFileName(file));

    private static string? Pinned(SourceDefinition pool) =>
        pool.Definition.Region is { } region && region != DocumentPlaceholders.Of(DocumentPlaceholders.Region) ? region : null;
}
