using System.Text.Encodings.Web;
using System.Text.Json;
using CognitoPools.TestShell;

namespace CognitoPools.Module.Tests.Bound;

/// <summary>The IAM actions that each cmdlet needs, as they are committed.</summary>
internal static class PermissionFile
{
    /// <summary>Set to anything, it makes the tests add to the file what they see. To drop what is no longer called, empty the
    /// cmdlet's list first.</summary>
    public const string RenewVariable = "COGNITOPOOLS_RENEW_PERMISSIONS";

    private static readonly string FilePath = Path.Combine(Repository.Root, "tools", "ModuleBuilder", "permissions.json");

    private static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static bool Renews => Environment.GetEnvironmentVariable(RenewVariable) is { Length: > 0 };

    public static string Text => File.ReadAllText(FilePath).ReplaceLineEndings("\n");

    public static SortedDictionary<string, SortedSet<string>> Read()
    {
        var table = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var (cmdlet, actions) in JsonSerializer.Deserialize<Dictionary<string, string[]>>(Text)!)
            table[cmdlet] = new(actions, StringComparer.Ordinal);
        return table;
    }

    /// <summary>Adds actions of cmdlets.</summary>
    public static void Add(IEnumerable<KeyValuePair<string, SortedSet<string>>> seen)
    {
        var table = Read();
        foreach (var (cmdlet, actions) in seen)
        {
            if (!table.TryGetValue(cmdlet, out var known))
                table[cmdlet] = known = new(StringComparer.Ordinal);
            known.UnionWith(actions);
        }
        File.WriteAllText(FilePath, Format(table));
    }

    public static string Format(SortedDictionary<string, SortedSet<string>> table) => JsonSerializer.Serialize(table, Written) + "\n";
}
