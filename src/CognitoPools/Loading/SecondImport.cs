using System.Management.Automation;
using System.Reflection;

namespace CognitoPools.Loading;

/// <summary>
/// A second import in the same session finds the assembly's module in a cache and hands its cmdlets to nobody
/// (https://github.com/PowerShell/PowerShell/issues/20710), so that the module itself has to hand them over.
/// </summary>
public static class SecondImport
{
    /// <summary>Gives the module of the script file the cmdlets of the module of the assembly, when it did not get
    /// them. Otherwise nothing is done.</summary>
    /// <param name="assembly">The module that importing the assembly made.</param>
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
