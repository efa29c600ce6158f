using System.Management.Automation;
using CognitoPools.TestShell;

namespace CognitoPools.Module.Tests.Reflection;

/// <summary>The built module, imported once.</summary>
internal static class BuiltModule
{
    private static readonly HostedShell Shell = Open();

    public static IReadOnlyDictionary<string, CmdletInfo> Cmdlets { get; } = Invoke(
        "Get-Command -Module CognitoPools -CommandType Cmdlet")
        .Select(item => (CmdletInfo)item.BaseObject).ToDictionary(cmdlet => cmdlet.Name, StringComparer.Ordinal);

    public static IReadOnlyList<PSObject> Invoke(string script) => Shell.Invoke(script);

    private static HostedShell Open()
    {
        var shell = new HostedShell();
        shell.Invoke("Import-Module CognitoPools");
        return shell;
    }
}
