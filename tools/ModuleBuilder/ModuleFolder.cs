namespace ModuleBuilder;

/// <summary>The folder of the built module: it holds what ships and nothing else.</summary>
/// <param name="repository">The root of the repository.</param>
/// <param name="assemblies">Where the cmdlets' assemblies were built.</param>
/// <param name="loader">The loader's assembly.</param>
/// <param name="target">The folder to fill.</param>
internal sealed class ModuleFolder(string repository, string assemblies, string loader, string target)
{
    private readonly HashSet<string> placed = new(StringComparer.Ordinal);

    public void Assemble(string help)
    {
        foreach (var assembly in Directory.EnumerateFiles(assemblies, "*.dll")) Copy(assembly, Path.Combine("bin", Path.GetFileName(assembly)));
        Copy(loader, Path.GetFileName(loader));
        Copy(Path.Combine(repository, "src/CognitoPools/CognitoPools.psm1"), "CognitoPools.psm1");
        foreach (var format in Directory.EnumerateFiles(Path.Combine(repository, "src/CognitoPools/Formatting"), "*.ps1xml")) Copy(format, Path.GetFileName(format));
        foreach (var topic in Directory.EnumerateFiles(Path.Combine(repository, "en-US"), "*.help.txt")) Copy(topic, Path.Combine("en-US", Path.GetFileName(topic)));
        Place("en-US/CognitoPools.dll-Help.xml", path => File.WriteAllText(path, help));
        Place("CognitoPools.psd1", path => File.WriteAllText(path, Manifest()));
        foreach (var stale in Directory.EnumerateFiles(target, "*", SearchOption.AllDirectories).Where(file => !placed.Contains(file)).ToList()) File.Delete(stale);
    }

    // The manifest at the root leads into the built module; inside it, paths are relative.
    private string Manifest() => File.ReadAllText(Path.Combine(repository, "CognitoPools.psd1")).Replace("out/CognitoPools/", "", StringComparison.Ordinal)
        .Replace("# The manifest that ships. In the built module the paths below are relative to the module; here they lead to it,\n# so that importing this file in a built checkout gives the same module.\n", "", StringComparison.Ordinal);

    private void Copy(string source, string name) => Place(name, path => File.Copy(source, path, overwrite: true));

    // Written beside and moved, so that nobody reads half a file and a session that holds the old one keeps it.
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
