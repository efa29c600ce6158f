using System.Reflection;

namespace CognitoPools.Loading;

/// <summary>Finds the module's own assemblies for Windows PowerShell, where references name exact versions and nothing
/// redirects them.</summary>
public static class ShippedAssemblies
{
    private static readonly string Folder = Path.GetDirectoryName(typeof(ShippedAssemblies).Assembly.Location)!;

    private static int registered;

    /// <summary>From now on resolves every assembly of the module's folder that nothing else finds. A second call has no
    /// effect.</summary>
    public static void Register()
    {
        if (Interlocked.Exchange(ref registered, 1) == 0)
            AppDomain.CurrentDomain.AssemblyResolve += (_, wanted) => Find(wanted.Name);
    }

    /// <summary>The shipped assembly with that simple name, or null when there is none or only an older
    /// version.</summary>
    /// <param name="fullName">The full name of the assembly in a reference.</param>
    internal static Assembly? Find(string fullName)
    {
        var wanted = new AssemblyName(fullName);
        var path = Path.Combine(Folder, $"{wanted.Name}.dll");
        return File.Exists(path) && (wanted.Version is null || AssemblyName.GetAssemblyName(path).Version >= wanted.Version)
            ? Assembly.LoadFrom(path)
            : null;
    }
}
