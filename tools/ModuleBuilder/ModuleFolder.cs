namespace ModuleBuilder;

/// <summary>The folder of the built module. It contains only files that ship.</summary>
/// <param name="repository">The root of the repository.</param>
/// <param name="assemblies">Where the cmdlets' assemblies were built.</param>
/// <param name="loader">The loader's assembly.</param>
/// <param name="forwarding">An assembly that must differ between .NET and .NET Framework.</param>
/// <param name="notices">The notices of .NET's libraries, as their packages bring them.</param>
/// <param name="pages">The public pages, which the manifest names.</param>
/// <param name="target">The folder to fill.</param>
internal sealed class ModuleFolder(
    string repository, string assemblies, string loader, string forwarding, string notices, ProjectPages pages, string target)
{
    private readonly HashSet<string> placed = new(StringComparer.Ordinal);

    public void Assemble(string help)
    {
        foreach (var assembly in Directory.EnumerateFiles(assemblies, "*.dll"))
            Copy(assembly, Path.Combine("bin", Path.GetFileName(assembly)));
        Copy(forwarding, Path.Combine("bin", "net8.0", Path.GetFileName(forwarding)));
        Copy(loader, Path.GetFileName(loader));
        foreach (var script in new[] { "CognitoPools.psm1", "CognitoPools.Import.ps1" })
            Copy(Path.Combine(repository, "src/CognitoPools", script), script);
        foreach (var format in Directory.EnumerateFiles(Path.Combine(repository, "src/CognitoPools/Formatting"), "*.ps1xml"))
            Copy(format, Path.GetFileName(format));
        foreach (var topic in Directory.EnumerateFiles(Path.Combine(repository, "en-US"), "*.help.txt"))
            Copy(topic, Path.Combine("en-US", Path.GetFileName(topic)));
        Place("en-US/CognitoPools.dll-Help.xml", path => File.WriteAllText(path, help));
        Copy(Path.Combine(repository, "docs", "pool-document.schema.json"), "pool-document.schema.json");
        Copy(Path.Combine(repository, "LICENSE"), "LICENSE.txt");
        Copy(Path.Combine(repository, "THIRD-PARTY-NOTICES.txt"), "THIRD-PARTY-NOTICES.txt");
        Copy(notices, "THIRD-PARTY-NOTICES.NET.txt");
        // The manifest comes last, because it lists all the others.
        Place("CognitoPools.psd1", path => File.WriteAllText(path, Manifest()));
        foreach (var stale in Directory.EnumerateFiles(target, "*", SearchOption.AllDirectories)
            .Where(file => !placed.Contains(file))
            .ToList())
        {
            File.Delete(stale);
        }
    }

    private string Manifest() => ShippedManifest.Write(
        File.ReadAllText(Path.Combine(repository, "CognitoPools.psd1")),
        placed.Select(path => Path.GetRelativePath(target, path).Replace('\\', '/')).Append("CognitoPools.psd1"),
        NewestChanges(),
        pages);

    private string NewestChanges() => string.Join('\n', File.ReadLines(Path.Combine(repository, "CHANGELOG.md"))
        .SkipWhile(line => !line.StartsWith("## ", StringComparison.Ordinal)).Skip(1)
        .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))).Trim();

    private void Copy(string source, string name) => Place(name, path => File.Copy(source, path, overwrite: true));

    // Written to another file and moved, so that no reader sees half a file and a session keeps the old one open.
    private void Place(string name, Action<string> write)
    {
        var path = Path.GetFullPath(Path.Combine(target, name));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var beside = path + ".new";
        write(beside);
        File.Move(beside, path, overwrite: true);
        placed.Add(path);
    }
}
