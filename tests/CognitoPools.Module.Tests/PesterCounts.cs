namespace CognitoPools.Module.Tests;

/// <summary>Collects each file's counts for the end of dotnet test, whose own lines know only of xunit's tests.</summary>
internal static class PesterCounts
{
    private static readonly string Path = System.IO.Path.Combine(AppContext.BaseDirectory, "pester-counts.txt");
    private static readonly Lock Gate = new();

    static PesterCounts() => File.Delete(Path);

    public static void Add(string line)
    {
        lock (Gate) File.AppendAllText(Path, line + Environment.NewLine);
    }
}
