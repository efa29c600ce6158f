using System.Management.Automation;
using System.Reflection;
using System.Runtime.Loader;

namespace ModuleBuilder;

/// <summary>The cmdlets of the built assembly.</summary>
internal static class CmdletCatalog
{
    public static IReadOnlyList<Type> Load(string folder)
    {
        AssemblyLoadContext.Default.Resolving += (context, name) =>
        {
            var path = Path.Combine(folder, name.Name + ".dll");
            return File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
        };
        var assembly = AssemblyLoadContext.Default.LoadFromAssemblyPath(
            Path.GetFullPath(Path.Combine(folder, "CognitoPools.dll")));
        return [
            .. assembly.GetExportedTypes().Where(type => !type.IsAbstract
                && type.GetCustomAttribute<CmdletAttribute>() is not null).OrderBy(Name, StringComparer.Ordinal),
        ];
    }

    public static string Name(Type cmdlet)
    {
        var attribute = cmdlet.GetCustomAttribute<CmdletAttribute>()!;
        return $"{attribute.VerbName}-{attribute.NounName}";
    }
}
