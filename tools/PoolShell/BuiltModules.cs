namespace PoolShell;

/// <summary>Finds the modules that this repository's build assembles.</summary>
public static class BuiltModules
{
    /// <summary>The <c>out</c> folder of the repository that this program was built in; nothing when it runs elsewhere.</summary>
    public static IEnumerable<string> Folders()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CognitoPools.sln"))) return [Path.Combine(folder.FullName, "out")];
        }
        return [];
    }
}
