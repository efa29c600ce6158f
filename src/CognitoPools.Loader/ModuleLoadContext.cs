using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;

namespace CognitoPools.Loader;

/// <summary>Keeps the module's assemblies to themselves, so that a session may hold other versions of the AWS SDK for
/// other modules.</summary>
public sealed class ModuleLoadContext : AssemblyLoadContext
{
    private static readonly ConcurrentDictionary<string, Lazy<Assembly>> Modules = new(StringComparer.Ordinal);

    private readonly string[] folders;

    /// <summary>Opens a context over a folder of assemblies.</summary>
    /// <param name="folder">The module's assemblies. Its subfolder <c>net8.0</c> holds those that have to be different
    /// ones than on .NET Framework.</param>
    public ModuleLoadContext(string folder)
        : base("CognitoPools")
    {
        folders = [Path.Combine(folder, "net8.0"), folder];
    }

    /// <summary>Loads the module's cmdlets, once for a folder: type identity must survive a second import.</summary>
    /// <param name="folder">The folder that CognitoPools.dll is in.</param>
    /// <returns>The assembly that holds the cmdlets.</returns>
    /// <exception cref="FileNotFoundException">CognitoPools.dll is not there.</exception>
    public static Assembly Load(string folder) =>
        Modules.GetOrAdd(Path.GetFullPath(folder), static path => new(() => new ModuleLoadContext(path).LoadMain(path))).Value;

    /// <summary>The same, but only for the first import of a process: later ones have more to do, and the first is to
    /// be quick.</summary>
    /// <param name="folder">The folder that CognitoPools.dll is in.</param>
    /// <returns>The assembly that holds the cmdlets, or null when it had been loaded before.</returns>
    /// <exception cref="FileNotFoundException">CognitoPools.dll is not there.</exception>
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

    // Assemblies that .NET itself has are taken from there: a second copy of Span<T> would be another type.
    private static bool IsInRuntime(string file, Version? wanted)
    {
        if (Path.GetDirectoryName(typeof(object).Assembly.Location) is not { Length: > 0 } runtime)
            return false;
        var path = Path.Combine(runtime, file);
        return File.Exists(path) && AssemblyName.GetAssemblyName(path).Version >= wanted;
    }
}
