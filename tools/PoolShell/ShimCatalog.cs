using System.Management.Automation;
using System.Management.Automation.Language;
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

    private static readonly FunctionDefinitionAst[] Functions = ReadFunctions();

    /// <summary>The shims' names.</summary>
    public static IEnumerable<string> Names => [.. Shims.Select(shim => shim.Name), .. Functions.Select(function => function.Name)];

    /// <summary>Adds every shim to a session that is to be opened.</summary>
    /// <param name="state">The session.</param>
    public static void AddTo(InitialSessionState state)
    {
        foreach (var (name, type) in Shims) state.Commands.Add(new SessionStateCmdletEntry(name, type, helpFileName: null));
        foreach (var function in Functions) state.Commands.Add(new SessionStateFunctionEntry(function.Name, function.Body.Extent.Text[1..^1]));
    }

    // What needs nothing of the engine's inside is written in its language.
    private static FunctionDefinitionAst[] ReadFunctions()
    {
        using var stream = typeof(ShimCatalog).Assembly.GetManifestResourceStream("PoolShell.Shims.Functions.ps1")!;
        using var reader = new StreamReader(stream);
        var script = Parser.ParseInput(reader.ReadToEnd(), out _, out var errors);
        return errors.Length == 0
            ? [.. script.FindAll(node => node is FunctionDefinitionAst, searchNestedScriptBlocks: false).Cast<FunctionDefinitionAst>()]
            : throw new ParseException(errors);
    }
}
