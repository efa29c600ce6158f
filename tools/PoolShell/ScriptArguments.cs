using System.Management.Automation.Runspaces;

namespace PoolShell;

/// <summary>A script's arguments as pwsh -File reads them: <c>-Name value</c>, <c>-Name:value</c>, <c>-Switch</c> and plain values.</summary>
public static class ScriptArguments
{
    /// <summary>The parameters for the engine; it binds <c>-Name</c> to a value that follows, or to a switch.</summary>
    /// <param name="arguments">The arguments behind the script's path.</param>
    public static IEnumerable<CommandParameter> Read(IReadOnlyList<string> arguments)
    {
        foreach (string argument in arguments)
        {
            if (argument.Length < 2 || argument[0] != '-' || !(char.IsLetter(argument[1]) || argument[1] is '_' or '?'))
            {
                yield return new(null, argument);
                continue;
            }
            int colon = argument.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0) yield return new(argument);
            else yield return new(argument[..colon], Value(argument[(colon + 1)..]));
        }
    }

    private static object Value(string text) => text.ToUpperInvariant() switch
    {
        "$TRUE" => true,
        "$FALSE" => false,
        _ => text,
    };
}
