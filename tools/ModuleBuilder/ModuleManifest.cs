using System.Collections;
using System.Management.Automation.Language;

namespace ModuleBuilder;

/// <summary>The manifest of a built module.</summary>
/// <param name="values">The manifest's hashtable.</param>
internal sealed class ModuleManifest(Hashtable values)
{
    public string Version => Text(values, "ModuleVersion");

    public string Author => Text(values, "Author");

    public string Company => Text(values, "CompanyName");

    public string Description => Text(values, "Description");

    public string Copyright => Text(values, "Copyright");

    public string ReleaseNotes => Text(Gallery, "ReleaseNotes");

    public string LicenseUri => Text(Gallery, "LicenseUri");

    /// <summary>The address of the project, or null when it has none yet.</summary>
    public string? ProjectUri => Gallery["ProjectUri"] as string;

    /// <summary>The address of the icon, or null when the project has no address yet.</summary>
    public string? IconUri => Gallery["IconUri"] as string;

    public IReadOnlyList<string> Tags => List(Gallery, "Tags");

    public IReadOnlyList<string> Cmdlets => List(values, "CmdletsToExport");

    private Hashtable Gallery => (Hashtable)((Hashtable)values["PrivateData"]!)["PSData"]!;

    /// <summary>Reads a manifest as data: nothing in it runs.</summary>
    public static ModuleManifest Read(string path)
    {
        var script = Parser.ParseFile(path, out _, out var errors);
        if (errors.Length > 0)
            throw new InvalidDataException($"{path} is not a manifest: {errors[0].Message}");
        var table = script.Find(node => node is HashtableAst, searchNestedScriptBlocks: false)
            ?? throw new InvalidDataException($"{path} contains no hashtable.");
        return new ModuleManifest((Hashtable)((HashtableAst)table).SafeGetValue());
    }

    private static string Text(Hashtable table, string key) =>
        table[key] as string ?? throw new InvalidDataException($"The manifest has no {key}.");

    private static IReadOnlyList<string> List(Hashtable table, string key) =>
        table[key] is IEnumerable items and not string ? [
            .. items.Cast<string>(),
        ] : throw new InvalidDataException($"The manifest has no list {key}.");
}
