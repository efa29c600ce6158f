using System.Management.Automation;

namespace PoolShell.Shims;

/// <summary>What the commands that need every object first have in common.</summary>
public abstract class GatheringShim : PSCmdlet
{
    /// <summary>The object.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>All of them.</summary>
    protected List<PSObject> Items { get; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject is not null) Items.Add(InputObject);
    }
}

/// <summary>Sort-Object.</summary>
[Cmdlet("Sort", "Object")]
public sealed class SortObjectShim : GatheringShim
{
    /// <summary>What to sort by; the objects themselves without it.</summary>
    [Parameter(Position = 0)]
    public object[]? Property { get; set; }

    /// <summary>Whether the greatest comes first.</summary>
    [Parameter]
    public SwitchParameter Descending { get; set; }

    /// <summary>Whether equal objects are written once.</summary>
    [Parameter]
    public SwitchParameter Unique { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var keyed = Items.Select(item => (Item: item, Keys: Property is null ? [item.BaseObject] : Property.Select(each => Properties.Value(this, item, each)).ToList())).ToList();
        var order = Comparer<List<object?>>.Create(Compare);
        var sorted = Descending ? keyed.OrderByDescending(each => each.Keys, order) : keyed.OrderBy(each => each.Keys, order);
        List<object?>? last = null;
        foreach (var (item, keys) in sorted)
        {
            if (Unique && last is not null && Compare(last, keys) == 0) continue;
            WriteObject(item);
            last = keys;
        }
    }

    private static int Compare(List<object?> one, List<object?> other) =>
        one.Zip(other, (left, right) => LanguagePrimitives.Compare(left, right, ignoreCase: true, System.Globalization.CultureInfo.CurrentCulture)).FirstOrDefault(result => result != 0);
}

/// <summary>A group of Group-Object.</summary>
/// <param name="Count">How many objects.</param>
/// <param name="Name">The value that they share, as text.</param>
/// <param name="Group">The objects.</param>
public sealed record ObjectGroup(int Count, string Name, IReadOnlyList<PSObject> Group);

/// <summary>Group-Object.</summary>
[Cmdlet("Group", "Object")]
public sealed class GroupObjectShim : GatheringShim
{
    /// <summary>What to group by; the objects themselves without it.</summary>
    [Parameter(Position = 0)]
    public object[]? Property { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach (var group in Items.GroupBy(item => string.Join(", ", Property is null ? [item.ToString()] : Property.Select(each => LanguagePrimitives.ConvertTo<string>(Properties.Value(this, item, each)))), StringComparer.OrdinalIgnoreCase).OrderBy(group => group.Key, StringComparer.OrdinalIgnoreCase))
        {
            WriteObject(new ObjectGroup(group.Count(), group.Key, [.. group]));
        }
    }
}

/// <summary>What Measure-Object found.</summary>
/// <param name="Count">How many objects.</param>
/// <param name="Sum">Their sum, when asked for.</param>
/// <param name="Average">Their average, when asked for.</param>
/// <param name="Minimum">The least, when asked for.</param>
/// <param name="Maximum">The greatest, when asked for.</param>
public sealed record ObjectMeasure(int Count, double? Sum, double? Average, double? Minimum, double? Maximum);

/// <summary>Measure-Object for counts and numbers.</summary>
[Cmdlet("Measure", "Object")]
public sealed class MeasureObjectShim : GatheringShim
{
    /// <summary>The property to measure; the objects themselves without it.</summary>
    [Parameter(Position = 0)]
    public string? Property { get; set; }

    /// <summary>Adds the numbers.</summary>
    [Parameter]
    public SwitchParameter Sum { get; set; }

    /// <summary>Averages the numbers.</summary>
    [Parameter]
    public SwitchParameter Average { get; set; }

    /// <summary>Finds the least number.</summary>
    [Parameter]
    public SwitchParameter Minimum { get; set; }

    /// <summary>Finds the greatest number.</summary>
    [Parameter]
    public SwitchParameter Maximum { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var wanted = Sum || Average || Minimum || Maximum;
        var numbers = wanted ? Items.Select(item => LanguagePrimitives.ConvertTo<double>(Property is null ? item : Properties.Value(this, item, Property))).ToList() : [];
        var any = numbers.Count > 0;
        WriteObject(new ObjectMeasure(Items.Count, Sum && any ? numbers.Sum() : null, Average && any ? numbers.Average() : null, Minimum && any ? numbers.Min() : null, Maximum && any ? numbers.Max() : null));
    }
}
