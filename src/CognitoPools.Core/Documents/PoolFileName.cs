using System.Text;

namespace CognitoPools.Documents;

/// <summary>The name of the file for a pool. It cannot point outside the folder, or be a hidden file.</summary>
internal static class PoolFileName
{
    // Most systems allow 255 bytes for a file name, and a part of the pool's id and an extension are appended.
    private const int MostBytes = 180;
    private const string Nameless = "identitypool";

    // https://learn.microsoft.com/windows/win32/fileio/naming-a-file
    private const string Illegal = "<>:\"/\\|?*";
    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL"];

    /// <summary>The name without an extension.</summary>
    /// <param name="pool">The name of the pool.</param>
    public static string Of(string pool)
    {
        var legal = new StringBuilder(pool.Length);
        foreach (var character in pool)
            legal.Append(char.IsControl(character) || Illegal.IndexOf(character) >= 0 || (char.IsWhiteSpace(character) && character != ' ') ? '_' : character);
        while (Encoding.UTF8.GetByteCount(legal.ToString()) > MostBytes)
            legal.Length -= char.IsLowSurrogate(legal[legal.Length - 1]) ? 2 : 1;
        // Windows drops spaces and dots at the end of a name.
        var name = legal.ToString().TrimEnd(' ', '.').TrimStart(' ');
        return name.Trim('.').Length == 0 ? Nameless : IsDevice(name) ? name + "_" : name;
    }

    /// <summary>Whether two pools would share a file on a case-insensitive file system.</summary>
    public static bool AreSame(string one, string other) => string.Equals(
        Of(one).Normalize(NormalizationForm.FormC), Of(other).Normalize(NormalizationForm.FormC), StringComparison.OrdinalIgnoreCase);

    private static bool IsDevice(string name)
    {
        var start = name.Split('.')[0].TrimEnd(' ');
        return Devices.Contains(start, StringComparer.OrdinalIgnoreCase)
            || (start.Length == 4 && start[3] is >= '0' and <= '9'
                && (start.StartsWith("COM", StringComparison.OrdinalIgnoreCase) || start.StartsWith("LPT", StringComparison.OrdinalIgnoreCase)));
    }
}
