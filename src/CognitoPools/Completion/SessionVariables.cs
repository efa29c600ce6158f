using System.Management.Automation;

namespace CognitoPools.Completion;

/// <summary>The variables that the command line can see.</summary>
internal static class SessionVariables
{
    /// <summary>Every variable.</summary>
    public static IReadOnlyList<PSVariable> All() => Get("*");

    /// <summary>The value of a variable; null when there is none.</summary>
    public static object? Value(string name) => Get(WildcardPattern.Escape(name)).FirstOrDefault()?.Value;

    private static IReadOnlyList<PSVariable> Get(string name)
    {
        using var shell = PowerShell.Create(RunspaceMode.CurrentRunspace);
        return [.. shell.AddCommand(@"Microsoft.PowerShell.Utility\Get-Variable").AddParameter("Name", name)
            .AddParameter("ErrorAction", ActionPreference.Ignore).Invoke<PSVariable>()];
    }
}
