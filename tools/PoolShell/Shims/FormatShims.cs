using System.Management.Automation;
using Microsoft.PowerShell.Commands.Internal.Format;

namespace PoolShell.Shims;

/// <summary>Format-Table, on the engine's own formatting.</summary>
[Cmdlet(VerbsCommon.Format, "Table")]
public sealed class FormatTableShim : OuterFormatTableBase
{
    /// <summary>Makes the command.</summary>
    public FormatTableShim() => Formatting.Give(this, "Table");
}

/// <summary>Format-List, on the engine's own formatting.</summary>
[Cmdlet(VerbsCommon.Format, "List")]
public sealed class FormatListShim : OuterFormatTableAndListBase
{
    /// <summary>Makes the command.</summary>
    public FormatListShim() => Formatting.Give(this, "List");
}

/// <summary>The engine's formatting, which its command modules reach from inside.</summary>
internal static class Formatting
{
    private const string Space = "Microsoft.PowerShell.Commands.Internal.Format.";

    public static void Give(FrontEndCommandBase command, string shape) =>
        EngineInternals.Set(command, "implementation", EngineInternals.Create(Space + "InnerFormatShapeCommand", EngineInternals.Value(Space + "FormatShape", shape)));
}
