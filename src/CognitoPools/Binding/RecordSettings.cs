using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace CognitoPools.Binding;

/// <summary>
/// The settings in a record of the pipeline. The engine binds the columns of a row by their names. A hashtable, whose entries
/// it does not bind, is bound here in the same way. On a Set- cmdlet, objects of the module only identify the target. Values
/// that the engine bound from them are reset, so that an outdated object does not undo later changes.
/// </summary>
internal sealed class RecordSettings
{
    // These parameters identify the target.
    private static readonly HashSet<string> Targets = new(StringComparer.OrdinalIgnoreCase)
    {
        "IdentityPool", "Provider", "Identity", "IdentityId", "IdentityType", "DeveloperUserIdentifier", "Region",
    };

    private readonly PSCmdlet cmdlet;
    private readonly ICollection<string> given;
    private readonly ICollection<string> delayed;
    private readonly IReadOnlyDictionary<string, RowParameter> parameters;
    private readonly Dictionary<RowParameter, object?> initial;
    private readonly HashSet<string> dropped = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, object?> added = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> toldOf = new(StringComparer.OrdinalIgnoreCase);
    private readonly string verb;

    /// <summary>Remembers the parameters as they are before the first record.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="given">The parameters that are arguments.</param>
    /// <param name="delayed">Those of them that a script block computes for each record.</param>
    public RecordSettings(PSCmdlet cmdlet, ICollection<string> given, ICollection<string> delayed)
    {
        (this.cmdlet, this.given, this.delayed) = (cmdlet, given, delayed);
        parameters = RowParameter.Of(cmdlet);
        initial = parameters.Values.Distinct().Where(parameter => parameter.TakesColumn)
            .ToDictionary(parameter => parameter, parameter => parameter.Read(cmdlet));
        var name = cmdlet.MyInvocation.MyCommand.Name;
        verb = name.Substring(0, name.IndexOf('-'));
    }

    /// <summary>The values for the record: those that the engine bound, without those that were reset, and those of a
    /// table.</summary>
    public IEnumerable<KeyValuePair<string, object?>> Bound =>
        cmdlet.MyInvocation.BoundParameters
            .Where(bound => !dropped.Contains(bound.Key) && (bound.Key != "Provider" || given.Contains(bound.Key) || bound.Value is not PSObject[]))
            .Concat(added)!;

    /// <summary>Whether a parameter is bound for the record.</summary>
    /// <param name="parameter">Its name.</param>
    public bool IsBound(string parameter) =>
        added.ContainsKey(parameter) || (cmdlet.MyInvocation.BoundParameters.ContainsKey(parameter) && !dropped.Contains(parameter));

    /// <summary>Binds one record.</summary>
    /// <param name="record">The input of the pipeline, or null.</param>
    /// <returns>Warnings, each once for the whole pipeline.</returns>
    /// <exception cref="InvalidSettingException">A value of a table does not fit its parameter.</exception>
    public IReadOnlyList<string> Take(object? record)
    {
        foreach (var name in added.Keys)
            parameters[name].Write(cmdlet, initial[parameters[name]]);
        added.Clear();
        dropped.Clear();
        var plain = Unwrapped.Object(record);
        if (plain is null or string)
            return [];
        if (IsWhole)
        {
            // The record is a complete provider or rule, and not a row of settings for one.
            foreach (var parameter in FromRecord().Where(parameter => !Targets.Contains(parameter.Name)))
                PutBack(parameter);
            return [];
        }
        if (OwnObject.NamedType(record!) is not null)
            return PutBackOwn(record!);
        return plain is IDictionary table ? TakeTable(table) : TakeRow(PSObject.AsPSObject(record!));
    }

    private IReadOnlyList<string> PutBackOwn(object record)
    {
        var taken = FromRecord();
        if (verb == VerbsCommon.Set && given.Contains("IdentityPool") && !delayed.Contains("IdentityPool")
            && !taken.Exists(parameter => Targets.Contains(parameter.Name) && parameter.Name != "Region"))
        {
            throw new InvalidSettingException(
                "IdentityPool", null, $"is specified as an argument, but the pipeline contains {OwnObject.KindOf(record)}.",
                "Specify only one of the two, and specify settings as arguments.");
        }
        List<string> unused = [];
        foreach (var parameter in taken)
        {
            var isTarget = Targets.Contains(parameter.Name);
            if (verb == VerbsCommon.Set && !isTarget)
            {
                PutBack(parameter);
                // Some properties of a selected object may be from the user.
                if (OwnObject.IsSelected(record) && toldOf.Add(parameter.Name))
                    unused.Add("-" + parameter.Name);
            }
            else if (RowParameter.IsEmpty(parameter.Read(cmdlet))
                && (verb is VerbsCommon.Set or VerbsCommon.New or VerbsCommon.Add || parameter.Name == "Region"))
            {
                PutBack(parameter);
            }
        }
        return unused.Count == 0 ? []
            : [$"The settings of the selected object ({OwnObject.KindOf(record)}) are not used: on Set- cmdlets, an object of this "
                + $"module only identifies the target. Specify settings as arguments: {string.Join(", ", unused)}."];
    }

    private List<string> TakeRow(PSObject row)
    {
        // The row of a role contains its name. On a Set- cmdlet, -RoleName is the name of a role to create.
        if (verb == VerbsCommon.Set && Unwrapped.PropertyValue(row, nameof(PoolRole.RoleArn)) is not null && IsFromRecord(nameof(PoolRole.RoleName)))
            PutBack(parameters[nameof(PoolRole.RoleName)]);
        // In a row that was saved from an object of the module, an empty cell is a property without a value.
        if (OwnObject.HasOwnColumns(row))
        {
            foreach (var parameter in FromRecord().Where(parameter => RowParameter.IsEmpty(parameter.Read(cmdlet))).ToList())
                PutBack(parameter);
        }
        // The engine ignores a value that it cannot convert.
        foreach (var property in row.Properties)
        {
            if (parameters.TryGetValue(property.Name, out var parameter) && parameter.TakesColumn && !given.Contains(parameter.Name)
                && !cmdlet.MyInvocation.BoundParameters.ContainsKey(parameter.Name))
            {
                parameter.Convert(cmdlet, property.Value);
            }
        }
        var warnings = Unused(row.Properties.Select(property => property.Name), parameter =>
            given.Contains(parameter.Name) || !cmdlet.MyInvocation.BoundParameters.ContainsKey(parameter.Name));
        // The module, not the user, created these columns.
        return warnings.Count > 0 && OwnObject.IsKept(row) ? [] : warnings;
    }

    private List<string> TakeTable(IDictionary table)
    {
        // The engine binds the Count of a table like a column.
        if (IsFromRecord(nameof(table.Count)) && parameters.TryGetValue(nameof(table.Count), out var count))
            PutBack(count);
        foreach (DictionaryEntry entry in table)
        {
            // JSON contains null for properties without a value.
            if (entry.Key is not string name
                || (entry.Value is null && table.Contains("IdentityPoolId") && table.Contains("Name"))
                || !parameters.TryGetValue(name, out var parameter)
                || !parameter.TakesColumn
                || given.Contains(parameter.Name)
                || (cmdlet.MyInvocation.BoundParameters.ContainsKey(parameter.Name) && !dropped.Contains(parameter.Name)))
            {
                continue;
            }
            if (added.ContainsKey(parameter.Name))
            {
                throw new InvalidSettingException(
                    parameter.Name, name, "is a second key of the table for the same parameter.", "Specify one of them.");
            }
            var value = parameter.Convert(cmdlet, entry.Value);
            parameter.Write(cmdlet, value);
            added[parameter.Name] = value;
        }
        return Unused(table.Keys.OfType<string>(), parameter =>
            given.Contains(parameter.Name)
                || (!parameter.TakesColumn && !cmdlet.MyInvocation.BoundParameters.ContainsKey(parameter.Name)));
    }

    private List<string> Unused(IEnumerable<string> columns, Func<RowParameter, bool> isUnused)
    {
        List<string> warnings = [];
        foreach (var column in columns)
        {
            if (!parameters.TryGetValue(column, out var parameter) || !isUnused(parameter) || IsOfItem(parameter) || !toldOf.Add(column))
                continue;
            var reason = given.Contains(parameter.Name) ? $"because -{parameter.Name} is specified as an argument"
                : parameter.TakesColumn ? "because it cannot be used with the other parameters"
                : $"because {cmdlet.MyInvocation.MyCommand.Name} accepts -{parameter.Name} only as an argument";
            warnings.Add(string.Format(CultureInfo.InvariantCulture, "The column '{0}' of the input is not used, {1}.", column, reason));
        }
        return warnings;
    }

    private bool IsWhole => (verb == VerbsCommon.Add && IsFromRecord("Provider")) || (verb == VerbsCommon.New && IsFromRecord("Rule"));

    private bool IsFromRecord(string parameter) =>
        !given.Contains(parameter) && cmdlet.MyInvocation.BoundParameters.ContainsKey(parameter);

    // The identity is part of the item itself.
    private bool IsOfItem(RowParameter parameter) => parameter.Name == "IdentityId" && !given.Contains(parameter.Name);

    private List<RowParameter> FromRecord() =>
    [
        .. cmdlet.MyInvocation.BoundParameters.Keys
            .Where(name => !given.Contains(name) && parameters.TryGetValue(name, out var parameter) && parameter.TakesColumn)
            .Select(name => parameters[name]),
    ];

    private void PutBack(RowParameter parameter)
    {
        parameter.Write(cmdlet, initial[parameter]);
        dropped.Add(parameter.Name);
    }
}
