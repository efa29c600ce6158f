using System.Management.Automation;

namespace PoolShell.Shims;

/// <summary>Select-Object, with -First that stops the commands upstream as the real one does.</summary>
[Cmdlet(VerbsCommon.Select, "Object", DefaultParameterSetName = "Default")]
public sealed class SelectObjectShim : PSCmdlet
{
    private readonly List<PSObject> tail = [];
    private readonly List<PSObject> seen = [];
    private int skipped;
    private int written;

    /// <summary>The object.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Names, wildcards, or tables with Name and Expression.</summary>
    [Parameter(Position = 0)]
    public object[]? Property { get; set; }

    /// <summary>One property whose value is written instead of the object.</summary>
    [Parameter]
    public string? ExpandProperty { get; set; }

    /// <summary>How many objects from the start.</summary>
    [Parameter]
    public int First { get; set; } = -1;

    /// <summary>How many objects from the end.</summary>
    [Parameter]
    public int Last { get; set; } = -1;

    /// <summary>How many objects to pass over.</summary>
    [Parameter]
    public int Skip { get; set; }

    /// <summary>Whether equal objects are written once.</summary>
    [Parameter]
    public SwitchParameter Unique { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject is null || !MyInvocation.BoundParameters.ContainsKey(nameof(InputObject))) return;
        if (Last >= 0)
        {
            tail.Add(InputObject);
            if (tail.Count > Last + Skip) tail.RemoveAt(0);
            return;
        }
        if (skipped++ < Skip) return;
        if (First == 0) throw EngineInternals.StopUpstream(this);
        Emit(InputObject);
        if (First > 0 && written >= First) throw EngineInternals.StopUpstream(this);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach (var item in tail.Take(tail.Count - Skip)) Emit(item);
    }

    private void Emit(PSObject item)
    {
        var chosen = Property is null ? item : Properties.Choose(this, item, Property);
        if (Unique && seen.Any(other => Properties.Same(other, chosen, Property is not null))) return;
        if (Unique) seen.Add(chosen);
        written++;
        if (ExpandProperty is null)
        {
            WriteObject(chosen);
            return;
        }
        if (item.Properties[ExpandProperty] is not { } property)
        {
            WriteError(new ErrorRecord(new PSArgumentException($"Property \"{ExpandProperty}\" cannot be found."), "ExpandPropertyNotFound", ErrorCategory.InvalidArgument, item));
            return;
        }
        WriteObject(property.Value, enumerateCollection: true);
    }
}
