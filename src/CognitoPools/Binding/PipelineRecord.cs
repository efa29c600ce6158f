using System.Management.Automation;
using System.Reflection;

namespace CognitoPools.Binding;

/// <summary>The input object of one record. Parameters that are arguments are not bound from it, so the parameters alone do not
/// show it.</summary>
internal static class PipelineRecord
{
    // The property of the engine is internal. In an engine without it, the item of the record is used instead.
    private static readonly Func<Cmdlet, object?>? Read = Getter();

    /// <summary>The object; null when there is none.</summary>
    /// <param name="cmdlet">A cmdlet that is processing a record.</param>
    /// <param name="item">The item of the record.</param>
    public static object? Of(Cmdlet cmdlet, object? item)
    {
        var record = Read is null ? item : Read(cmdlet);
        return record is PSObject { BaseObject: null } ? null : record;
    }

    /// <summary>Whether what is bound before the first record is a script block that the engine runs for each record.</summary>
    /// <param name="bound">A bound value.</param>
    public static bool IsDelayed(object? bound) => bound is ScriptBlock || bound?.GetType().Name == "DelayedScriptBlockArgument";

    private static Func<Cmdlet, object?>? Getter()
    {
        for (var type = typeof(Cmdlet); type is not null; type = type.BaseType)
        {
            if (type.GetProperty("CurrentPipelineObject", BindingFlags.Instance | BindingFlags.NonPublic)?.GetMethod is { } getter)
                return (Func<Cmdlet, object?>)Delegate.CreateDelegate(typeof(Func<Cmdlet, object?>), getter);
        }
        return null;
    }
}
