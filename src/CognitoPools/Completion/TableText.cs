using System.Management.Automation.Language;
using System.Text.RegularExpressions;

namespace CognitoPools.Completion;

/// <summary>Writes tables in PowerShell syntax.</summary>
internal static class TableText
{
    private static readonly Regex BareKey = new(@"\A[A-Za-z_][A-Za-z0-9_]*\z", RegexOptions.CultureInvariant);

    /// <summary>A table of texts: <c>@{ team = 'custom:team' }</c>.</summary>
    public static string Of(IEnumerable<KeyValuePair<string, string>> entries) =>
        $"@{{ {string.Join("; ", entries.Select(entry => $"{Key(entry.Key)} = {Quoted(entry.Value)}"))} }}";

    /// <summary>A table of texts.</summary>
    public static string Of(params (string Key, string Value)[] entries) =>
        Of(entries.Select(entry => new KeyValuePair<string, string>(entry.Key, entry.Value)));

    /// <summary>A key, quoted where it must be.</summary>
    public static string Key(string key) => BareKey.IsMatch(key) ? key : Quoted(key);

    private static string Quoted(string text) => $"'{CodeGeneration.EscapeSingleQuotedStringContent(text)}'";
}
