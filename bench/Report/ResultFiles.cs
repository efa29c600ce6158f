using System.Text.Json;

namespace CognitoPools.Bench.Report;

/// <summary>The files with the results: <c>bench/results.json</c> and the tables of <c>bench/README.md</c>.</summary>
internal static class ResultFiles
{
    private const string Begin = "<!-- results -->";
    private const string End = "<!-- end of results -->";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private static string Folder => Path.Combine(Folders.Root, "bench");

    /// <summary>Adds earlier results for the parts that this run did not measure. They must be from the same day, machine and
    /// shell.</summary>
    public static BenchResults WithEarlierParts(BenchResults results)
    {
        var file = Path.Combine(Folder, "results.json");
        var earlier = File.Exists(file) ? JsonSerializer.Deserialize<BenchResults>(File.ReadAllText(file), Options) : null;
        if (earlier is null
            || (
                earlier.Date, earlier.Machine, earlier.Shell,
                earlier.Quick) != (results.Date, results.Machine, results.Shell, results.Quick))
        {
            return results;
        }
        return results with
        {
            Quotas = results.Quotas ?? earlier.Quotas,
            Unlimited = results.Unlimited ?? earlier.Unlimited,
            Million = results.Million ?? earlier.Million,
            Fleet = results.Fleet ?? earlier.Fleet,
            Memory = results.Memory ?? earlier.Memory,
            Start = results.Start ?? earlier.Start,
        };
    }

    public static void Save(BenchResults results, string tables)
    {
        File.WriteAllText(Path.Combine(Folder, "results.json"), JsonSerializer.Serialize(results, Options) + "\n");

        var readme = Path.Combine(Folder, "README.md");
        var text = File.ReadAllText(readme);
        var begin = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var end = text.IndexOf(End, StringComparison.Ordinal);
        if (begin < Begin.Length || end < begin)
        {
            throw new InvalidOperationException(
                $"{readme} has no place for the tables. Add the lines '{Begin}' and '{End}'.");
        }
        File.WriteAllText(readme, $"{text[..begin]}\n\n{tables}\n{text[end..]}");
    }
}
