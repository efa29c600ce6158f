using System.Management.Automation;
using System.Reflection;
using static System.Console;

namespace CognitoPools.Formatting;

/// <summary>Colors from $PSStyle for values that need attention. There are none where the output is redirected or plain, with
/// NO_COLOR, and in Windows PowerShell, which has no $PSStyle.</summary>
internal static class ViewColor
{
    private const string Reset = "\u001b[0m";

    private const string Always = "Ansi";
    private const string OnScreen = "Host";

    // The type exists since PowerShell 7.2, and the module is compiled for Windows PowerShell too.
    private static readonly PropertyInfo? Style = typeof(PSObject).Assembly.GetType("System.Management.Automation.PSStyle")
        ?.GetProperty("Instance", BindingFlags.Public | BindingFlags.Static);

    /// <summary>A text that reports a problem.</summary>
    public static string Alert(string text) => Colored(text, "Error");

    /// <summary>A text that needs attention.</summary>
    public static string Caution(string text) => Colored(text, "Warning");

    private static string Colored(string text, string use)
    {
        if (text.Length == 0 || Style?.GetValue(null) is not { } style || !IsWanted($"{Property(style, "OutputRendering")}"))
            return text;
        return Property(Property(style, "Formatting"), use) is string { Length: > 0 } color ? color + text + Reset : text;
    }

    // The engine reads NO_COLOR only when it starts, and its console colors redirected output.
    private static bool IsWanted(string rendering) =>
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            && (rendering == Always || rendering == OnScreen && !IsOutputRedirected);

    private static object? Property(object? target, string name) => target?.GetType().GetProperty(name)?.GetValue(target);
}
