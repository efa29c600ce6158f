using System.Management.Automation;
using PoolShell;

namespace CognitoPools.Module.Tests.Reflection;

/// <summary>The built module, imported once.</summary>
internal static class BuiltModule
{
    private static readonly ShellSession Session = Open();

    public static IReadOnlyDictionary<string, CmdletInfo> Cmdlets { get; } = Invoke("Get-Command -Module CognitoPools -CommandType Cmdlet")
        .Select(item => (CmdletInfo)item.BaseObject).ToDictionary(cmdlet => cmdlet.Name, StringComparer.Ordinal);

    public static string Folder => Path.Combine(PesterFile.Root, "out", "CognitoPools");

    public static IReadOnlyList<PSObject> Invoke(string script)
    {
        using var shell = PowerShell.Create(Session.Runspace);
        return [.. shell.AddScript(script).Invoke()];
    }

    private static ShellSession Open()
    {
        var session = new ShellSession(new ShellHostUI(TextWriter.Null, TextWriter.Null), Path.Combine(PesterFile.Root, "out"));
        using var shell = PowerShell.Create(session.Runspace);
        shell.AddScript("Import-Module CognitoPools").Invoke();
        return session;
    }
}
