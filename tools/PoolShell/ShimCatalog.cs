using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;

namespace PoolShell;

/// <summary>The commands of Microsoft.PowerShell.Utility and Microsoft.PowerShell.Management that scripts use and the bare engine lacks.</summary>
public static class ShimCatalog
{
    private static readonly (string Name, Type Type)[] Shims =
    [
        .. from type in typeof(ShimCatalog).Assembly.GetTypes()
           let attribute = type.GetCustomAttribute<CmdletAttribute>()
           where attribute is not null
           select ($"{attribute.VerbName}-{attribute.NounName}", type),
    ];

    /// <summary>The shims' names.</summary>
    public static IEnumerable<string> Names => Shims.Select(shim => shim.Name);

    /// <summary>Adds every shim to a session that is to be opened.</summary>
    /// <param name="state">The session.</param>
    public static void AddTo(InitialSessionState state)
    {
        foreach (var (name, type) in Shims) state.Commands.Add(new SessionStateCmdletEntry(name, type, helpFileName: null));
    }
}
