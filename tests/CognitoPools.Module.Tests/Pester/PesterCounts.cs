namespace CognitoPools.Module.Tests.Pester;

/// <summary>Collects each file's counts for the end of <c>dotnet test</c>, whose own lines know only of xunit's tests.</summary>
internal static class PesterCounts
{
    private static readonly string File = Path.Combine(AppContext.BaseDirectory, "pester-counts.txt");
    private static readonly Lock Gate = new();

    public static void Add(string line)
    {
        lock (Gate)
            System.IO.File.AppendAllText(File, line + Environment.NewLine);
    }
}
