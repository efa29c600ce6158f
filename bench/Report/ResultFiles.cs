using System.Text.Json;
using PoolShell;

namespace CognitoPools.Bench.Report;

/// <summary>The files that keep the numbers: <c>bench/results.json</c> and the tables of <c>bench/README.md</c>.</summary>
internal static class ResultFiles
{
    private const string Begin = "<!-- results -->";
    private const string End = "<!-- end of results -->";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static void Save(BenchResults results, string tables)
    {
        var folder = Path.Combine(Path.GetDirectoryName(BuiltModules.Folders().First())!, "bench");
        File.WriteAllText(Path.Combine(folder, "results.json"), JsonSerializer.Serialize(results, Options) + "\n");

        var readme = Path.Combine(folder, "README.md");
        var text = File.ReadAllText(readme);
        var begin = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var end = text.IndexOf(End, StringComparison.Ordinal);
        if (begin < Begin.Length || end < begin) throw new InvalidOperationException($"{readme} has no place for the tables: '{Begin}' and '{End}' on lines of their own.");
        File.WriteAllText(readme, $"{text[..begin]}\n\n{tables}\n{text[end..]}");
    }
}
