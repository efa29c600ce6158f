using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;

namespace CognitoPools.Loading;

/// <summary>
/// Lets Export-Clixml and jobs keep objects whose lists hold objects with lists. Their own depth makes text of these, and text
/// does not go back in.
/// </summary>
/// <remarks>A types file of the module would do the same, but two copies of the module in one session would then refuse each
/// other, and Update-TypeData takes a fifth of a second at an import.</remarks>
public sealed class KeptDepth : IModuleAssemblyInitializer
{
    private const uint Depth = 6;

    private static readonly Type[] Types =
    [
        typeof(FoundPoolRole), typeof(IdentityPool), typeof(PoolIdentityMeasurement), typeof(PoolIdentityProvider), typeof(PoolPermission),
        typeof(PoolRole), typeof(PoolRoleDecision), typeof(PoolSandbox),
    ];

    /// <summary>Tells the runspace of the import.</summary>
    public void OnImport()
    {
        // The engine shows a runspace's types to nobody else.
        const BindingFlags Inner = BindingFlags.Instance | BindingFlags.NonPublic;
        var context = typeof(Runspace).GetProperty("ExecutionContext", Inner)?.GetValue(Runspace.DefaultRunspace);
        if (context?.GetType().GetProperty("TypeTable", Inner)?.GetValue(context) is not TypeTable table)
            return;
        foreach (var type in Types)
            table.AddType(new TypeData(type.FullName) { SerializationDepth = Depth, IsOverride = true });
    }
}
