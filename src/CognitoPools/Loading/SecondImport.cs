using System.Management.Automation;
using System.Reflection;

namespace CognitoPools.Loading;

/// <summary>
/// A second import in the same session finds the assembly's module in a cache and does not export its cmdlets
/// (https://github.com/PowerShell/PowerShell/issues/20710), so the module must export them itself.
/// </summary>
public static class SecondImport
{
    /// <summary>Exports the cmdlets of the assembly's module from the script module, if the import has not done so.</summary>
    /// <param name="assembly">The module of the imported assembly.</param>
    /// <param name="module">The module that the user imported.</param>
    public static void HandOver(PSModuleInfo assembly, PSModuleInfo module)
    {
        if (module.ExportedCmdlets.Count > 0)
            return;
        var hand = typeof(PSModuleInfo).GetMethod("AddExportedCmdlet", BindingFlags.Instance | BindingFlags.NonPublic);
        foreach (var cmdlet in assembly.ExportedCmdlets.Values)
            hand?.Invoke(module, [cmdlet]);
    }
}
