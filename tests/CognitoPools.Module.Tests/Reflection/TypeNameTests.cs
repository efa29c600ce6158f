using CognitoPools.TestShell;

namespace CognitoPools.Module.Tests.Reflection;

/// <summary>Scripts name the module's types, although PowerShell 7 loads them where it does not look.</summary>
[Collection(nameof(BuiltModule))]
public class TypeNameTests
{
    // What a script has no reason to name.
    private static readonly string[] Internals =
    [
        "CognitoPools.UndoLimits", "CognitoPools.ReadableList`1", "CognitoPools.ReadableTable",
    ];

    [Fact]
    public void Every_public_type_is_known_by_its_name()
    {
        var cmdlets = BuiltModule.Cmdlets.Values.First().ImplementingType;
        var core = cmdlets.Assembly.GetReferencedAssemblies().Single(name => name.Name == "CognitoPools.Core");
        var context = System.Runtime.Loader.AssemblyLoadContext.GetLoadContext(cmdlets.Assembly)!;
        var types = cmdlets.Assembly.GetExportedTypes().Concat(context.LoadFromAssemblyName(core).GetExportedTypes())
            .Where(type => type.Namespace == "CognitoPools" && !type.IsInterface && !(type.IsAbstract && type.IsSealed))
            .Select(type => type.FullName!)
            .Except(Internals)
            .Order(StringComparer.Ordinal)
            .ToList();
        Assert.Contains("CognitoPools.IdentityPool", types);
        Assert.DoesNotContain(types, type => !BuiltModule.Invoke($"'{type}' -as [type]").Any(found => found is not null));
    }

    [Fact]
    public async Task A_script_uses_the_names_as_PowerShell_does() => Assert.Equal(
        (0, "True\nGoogle\nshop\nTrue\n", ""),
        await ChildShell.RunAsync(
            """
            Import-Module CognitoPools
            Connect-PoolAccount -Sandbox | Out-Null
            $pool = New-CognitoIdentityPool shop -GuestAccess
            $pool -is [CognitoPools.IdentityPool]
            [CognitoPools.ProviderType]::Google
            function Show([CognitoPools.IdentityPool]$Pool) { $Pool.Name }
            Show $pool
            Remove-Module CognitoPools
            $null -ne ('CognitoPools.IdentityPool' -as [type])
            """));
}
