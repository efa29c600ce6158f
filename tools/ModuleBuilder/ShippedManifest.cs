using System.Management.Automation.Language;

namespace ModuleBuilder;

/// <summary>
/// Creates the manifest that ships from the one at the root, whose paths lead to the sources. The values are found in the
/// syntax tree, so that white space, quotes and comments of the source do not matter; what is not replaced stays as it
/// is written.
/// </summary>
internal sealed class ShippedManifest
{
    private readonly string text;
    private readonly HashtableAst root;
    private readonly List<(int Start, int End, string Text)> edits = [];

    private ShippedManifest(string text)
    {
        this.text = text;
        var script = Parser.ParseInput(text, out _, out var errors);
        if (errors.Length > 0)
            throw new InvalidDataException($"The manifest cannot be read: {errors[0].Message}");
        root = (HashtableAst?)script.Find(node => node is HashtableAst, searchNestedScriptBlocks: false)
            ?? throw new InvalidDataException("The manifest contains no hashtable.");
    }

    /// <summary>The text of the manifest that ships.</summary>
    /// <param name="source">The text of the manifest at the root.</param>
    /// <param name="files">The files of the module, relative to it, with slashes.</param>
    /// <param name="releaseNotes">The newest part of the changelog.</param>
    /// <param name="pages">The public pages: without an address, the manifest names none.</param>
    /// <exception cref="InvalidDataException">The source is not a manifest, or lacks one of the keys.</exception>
    public static string Write(string source, IEnumerable<string> files, string releaseNotes, ProjectPages pages)
    {
        var manifest = new ShippedManifest(source);
        manifest.NameFilesOnly("RootModule");
        manifest.NameFilesOnly("FormatsToProcess");
        var list = string.Concat(files.Order(StringComparer.Ordinal).Select(name => $"        {Quoted(name)}\n"));
        manifest.Replace(manifest.Value("FileList").Extent, $"@(\n{list}    )");
        manifest.Replace(manifest.Value("PrivateData", "PSData", "ReleaseNotes").Extent, Quoted(releaseNotes));
        manifest.AddPages(("ProjectUri", pages.Project), ("IconUri", pages.Icon));
        return manifest.Apply();
    }

    // After the license, which is an address as well.
    private void AddPages(params IEnumerable<(string Key, string? Address)> pages)
    {
        var lines = string.Concat(pages.Where(page => page.Address is not null)
            .Select(page => $"\n            {page.Key,-12} = {Quoted(page.Address!)}"));
        if (lines.Length == 0)
            return;
        var end = Value("PrivateData", "PSData", "LicenseUri").Extent.EndOffset;
        edits.Add((end, end, lines));
    }

    // In the built module, these files are in the folder of the manifest.
    private void NameFilesOnly(string key)
    {
        foreach (var path in Value(key).FindAll(node => node is StringConstantExpressionAst, searchNestedScriptBlocks: false))
            Replace(path.Extent, Quoted(Path.GetFileName(((StringConstantExpressionAst)path).Value)));
    }

    private StatementAst Value(params string[] keys)
    {
        var table = root;
        StatementAst? value = null;
        foreach (var key in keys)
        {
            value = table.KeyValuePairs.FirstOrDefault(pair => IsKey(pair.Item1, key))?.Item2
                ?? throw new InvalidDataException($"The manifest has no {string.Join('.', keys)}.");
            table = (HashtableAst?)value.Find(node => node is HashtableAst, searchNestedScriptBlocks: false) ?? table;
        }
        return value!;
    }

    private static bool IsKey(ExpressionAst expression, string key) =>
        expression is StringConstantExpressionAst name && string.Equals(name.Value, key, StringComparison.OrdinalIgnoreCase);

    private void Replace(IScriptExtent extent, string with) => edits.Add((extent.StartOffset, extent.EndOffset, with));

    // The text before the hashtable is about the sources.
    private string Apply()
    {
        var made = text;
        foreach (var (start, end, with) in edits.OrderByDescending(edit => edit.Start))
            made = made[..start] + with + made[end..];
        return made[root.Extent.StartOffset..];
    }

    private static string Quoted(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";
}
