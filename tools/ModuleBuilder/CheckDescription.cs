using System.Runtime.Loader;

namespace ModuleBuilder;

/// <summary>A check of the audit, as its metadata describes it.</summary>
internal sealed record CheckDescription(
    string Id, string Title, string Condition, string Severity, string Why, string Fix, string? NotWhen, string Reference,
    IReadOnlyList<string> Hides)
{
    /// <summary>The checks of the built assembly, in the order of the page.</summary>
    /// <param name="folder">The folder of the assemblies.</param>
    public static IReadOnlyList<CheckDescription> All(string folder)
    {
        var core = AssemblyLoadContext.Default.LoadFromAssemblyPath(Path.GetFullPath(Path.Combine(folder, "CognitoPools.Core.dll")));
        var infos = core.GetType("CognitoPools.Audit.AuditChecks", throwOnError: true)!.GetProperty("Infos")!.GetValue(null)!;
        return [.. ((IEnumerable<object>)infos).Select(Read)];
    }

    private static CheckDescription Read(object info)
    {
        object? Value(string name) => info.GetType().GetProperty(name)!.GetValue(info);
        string Text(string name) => (string)Value(name)!;
        return new(
            Text("Id"), Text("Title"), Text("Condition"), Text("Severity"), Text("Why"), Text("Fix"), (string?)Value("NotWhen"),
            Text("Reference"), (IReadOnlyList<string>)Value("Hides")!);
    }
}
