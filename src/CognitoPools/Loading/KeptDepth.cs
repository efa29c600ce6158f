using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;

namespace CognitoPools.Loading;

/// <summary>
/// Lets Export-Clixml and jobs keep objects whose lists contain objects with lists. Their default depth converts these to text,
/// which cannot be converted back.
/// </summary>
/// <remarks>A types file of the module would do the same, but then two copies of the module in one session would conflict, and
/// Update-TypeData would slow the import down by a fifth of a second.</remarks>
public sealed class KeptDepth : IModuleAssemblyInitializer
{
    private const uint Depth = 6;

    private static readonly Type[] Types =
    [
        typeof(FoundPoolRole), typeof(IdentityPool), typeof(PoolIdentityMeasurement), typeof(PoolIdentityProvider), typeof(PoolPermission),
        typeof(PoolRole), typeof(PoolRoleDecision), typeof(PoolSandbox),
    ];

    /// <summary>Registers the depths in the runspace of the import.</summary>
    public void OnImport()
    {
        // The engine has no public way to the types of a runspace.
        const BindingFlags Inner = BindingFlags.Instance | BindingFlags.NonPublic;
        var context = typeof(Runspace).GetProperty("ExecutionContext", Inner)?.GetValue(Runspace.DefaultRunspace);
        if (context?.GetType().GetProperty("TypeTable", Inner)?.GetValue(context) is not TypeTable table)
            return;
        foreach (var type in Types)
            table.AddType(new TypeData(type.FullName) { SerializationDepth = Depth, IsOverride = true });
    }
}
