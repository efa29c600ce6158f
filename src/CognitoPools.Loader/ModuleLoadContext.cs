using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;

namespace CognitoPools.Loader;

/// <summary>Isolates the module's assemblies, so that a session can load other versions of the AWS SDK for other
/// modules.</summary>
public sealed class ModuleLoadContext : AssemblyLoadContext
{
    private static readonly ConcurrentDictionary<string, Lazy<Assembly>> Modules = new(StringComparer.Ordinal);

    private readonly string[] folders;

    /// <summary>Creates a context for a folder of assemblies.</summary>
    /// <param name="folder">The folder of the module's assemblies. Its subfolder <c>net8.0</c> contains those that differ from
    /// the ones for .NET Framework.</param>
    public ModuleLoadContext(string folder)
        : base("CognitoPools")
    {
        folders = [Path.Combine(folder, "net8.0"), folder];
    }

    /// <summary>Loads the module's cmdlets once for each folder, so that their types stay the same after another
    /// import.</summary>
    /// <param name="folder">The folder of CognitoPools.dll.</param>
    /// <returns>The assembly of the cmdlets.</returns>
    /// <exception cref="FileNotFoundException">CognitoPools.dll does not exist.</exception>
    public static Assembly Load(string folder) =>
        Modules.GetOrAdd(Path.GetFullPath(folder), static path => new(() => new ModuleLoadContext(path).LoadMain(path))).Value;

    /// <summary>Loads the module's cmdlets for the first import of a process only: the first import must be fast, and later
    /// ones have more to do.</summary>
    /// <param name="folder">The folder of CognitoPools.dll.</param>
    /// <returns>The assembly of the cmdlets, or null if it was already loaded.</returns>
    /// <exception cref="FileNotFoundException">CognitoPools.dll does not exist.</exception>
    public static Assembly? LoadFirst(string folder) => Modules.ContainsKey(Path.GetFullPath(folder)) ? null : Load(folder);

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var file = $"{assemblyName.Name}.dll";
        if (Array.Find([.. folders.Select(folder => Path.Combine(folder, file))], File.Exists) is not { } path)
            return null;
        return IsInRuntime(file, assemblyName.Version) ? null : LoadFromAssemblyPath(path);
    }

    private Assembly LoadMain(string folder) => LoadFromAssemblyPath(Path.Combine(folder, "CognitoPools.dll"));

    // Assemblies of .NET are not loaded from the module: a second copy of Span<T> would be another type.
    private static bool IsInRuntime(string file, Version? wanted)
    {
        if (Path.GetDirectoryName(typeof(object).Assembly.Location) is not { Length: > 0 } runtime)
            return false;
        var path = Path.Combine(runtime, file);
        return File.Exists(path) && AssemblyName.GetAssemblyName(path).Version >= wanted;
    }
}
