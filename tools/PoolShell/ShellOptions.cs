namespace PoolShell;

/// <summary>What the command line asks for: a script file with its arguments, or a command.</summary>
/// <param name="File">The script's path; null when there is a command.</param>
/// <param name="Command">The text to run; null when there is a file.</param>
/// <param name="Arguments">The script's own arguments, as they came.</param>
public sealed record ShellOptions(string? File, string? Command, IReadOnlyList<string> Arguments)
{
    /// <summary>How the program is called.</summary>
    public const string Usage = "usage: PoolShell [-File] script.ps1 [argument ...] | PoolShell -Command text ...";

    /// <summary>Reads the command line; null when it names neither a file nor a command.</summary>
    /// <param name="arguments">The command line.</param>
    public static ShellOptions? Parse(IReadOnlyList<string> arguments)
    {
        var rest = arguments.SkipWhile(argument => IsSwitch(argument, "NonInteractive", 4) || IsSwitch(argument, "NoProfile", 3) || IsSwitch(argument, "NoLogo", 3)).ToList();
        if (rest.Count == 0) return null;
        if (IsSwitch(rest[0], "Command", 1)) return rest.Count == 1 ? null : new(null, string.Join(' ', rest.Skip(1)), []);
        if (IsSwitch(rest[0], "File", 1)) rest.RemoveAt(0);
        return rest.Count == 0 || rest[0].StartsWith('-') ? null : new(rest[0], null, rest[1..]);
    }

    private static bool IsSwitch(string argument, string name, int shortest) =>
        argument.Length > shortest && argument[0] == '-' && name.StartsWith(argument[1..], StringComparison.OrdinalIgnoreCase);
}
