using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using CognitoPools.Binding;

namespace CognitoPools.Completion;

/// <summary>The arguments of a command on the command line that are known before it runs: literal arguments, splatting and
/// $PSDefaultParameterValues.</summary>
/// <param name="command">The command.</param>
/// <param name="known">The arguments whose values the engine knows, or null.</param>
internal sealed class CommandArguments(CommandAst? command, IDictionary? known)
{
    private readonly Lazy<IReadOnlyDictionary<string, ParameterBindingResult>> written = new(() => Written(command));
    private readonly Lazy<IReadOnlyList<IDictionary>> splatted = new(() => Splatted(command));
    private readonly Lazy<IReadOnlyDictionary<string, object?>> defaults = new(() => Defaults(command));

    /// <summary>Whether the parameter has an argument, including one whose value is unknown until the command runs.</summary>
    public bool Has(string parameter) =>
        known?.Contains(parameter) == true
            || written.Value.ContainsKey(parameter)
            || splatted.Value.Any(table => table.Contains(parameter))
            || defaults.Value.ContainsKey(parameter);

    /// <summary>The argument; null when there is none, or when it is unknown until the command runs.</summary>
    public object? Value(string parameter)
    {
        if (known?[parameter] is { } value)
            return value;
        if (written.Value.TryGetValue(parameter, out var result))
            return Value(result);
        return splatted.Value.FirstOrDefault(table => table.Contains(parameter)) is { } table
            ? table[parameter]
            : defaults.Value.TryGetValue(parameter, out var preset) ? preset : null;
    }

    /// <summary>The argument as text.</summary>
    public string? Text(string parameter) => Unwrapped.Object(Value(parameter)) switch
    {
        string text => text,
        Enum member => member.ToString(),
        _ => null,
    };

    private static object? Value(ParameterBindingResult result) =>
        result.ConstantValue ?? (result.Value is VariableExpressionAst { Splatted: false } variable
            ? SessionVariables.Value(variable.VariablePath.UserPath)
            : null);

    private static IReadOnlyDictionary<string, ParameterBindingResult> Written(CommandAst? command) =>
        command is null
            ? new Dictionary<string, ParameterBindingResult>(StringComparer.OrdinalIgnoreCase)
            : StaticParameterBinder.BindCommand(command, resolve: true).BoundParameters;

    private static IReadOnlyList<IDictionary> Splatted(CommandAst? command) =>
        [.. (command?.CommandElements ?? Enumerable.Empty<CommandElementAst>())
            .OfType<VariableExpressionAst>()
            .Where(variable => variable.Splatted)
            .Select(variable => Unwrapped.Object(SessionVariables.Value(variable.VariablePath.UserPath)))
            .OfType<IDictionary>()];

    private static IReadOnlyDictionary<string, object?> Defaults(CommandAst? command)
    {
        var found = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        if (command?.GetCommandName() is not { } name
            || Unwrapped.Object(SessionVariables.Value("PSDefaultParameterValues")) is not IDictionary table)
        {
            return found;
        }
        foreach (DictionaryEntry entry in table)
        {
            if (entry.Key is not string key || key.LastIndexOf(':') is not (> 0 and var colon))
                continue;
            var pattern = WildcardPattern.Get(key.Substring(0, colon).Trim(), WildcardOptions.IgnoreCase);
            if (pattern.IsMatch(name))
                found[key.Substring(colon + 1).Trim()] = Unwrapped.Object(entry.Value) is ScriptBlock ? null : entry.Value;
        }
        return found;
    }
}
