using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace CognitoPools.Binding;

/// <summary>
/// Distinguishes a value of $PSDefaultParameterValues from an argument of the call. The engine binds both alike, so the
/// variable and the text of the call are examined. In doubt a value counts as an argument.
/// </summary>
internal static class DefaultedParameter
{
    private const string Variable = "PSDefaultParameterValues";

    /// <summary>Whether the bound value is from $PSDefaultParameterValues.</summary>
    /// <param name="cmdlet">The cmdlet, while it runs.</param>
    /// <param name="parameter">The parameter.</param>
    public static bool Is(PSCmdlet cmdlet, string parameter) =>
        cmdlet.MyInvocation.BoundParameters.TryGetValue(parameter, out var bound)
            && Unwrapped.Object(cmdlet.GetVariableValue(Variable)) is IDictionary { Count: > 0 } defaults
            && defaults.Cast<DictionaryEntry>().Any(entry =>
                entry.Key is string key && Names(key, cmdlet.MyInvocation.MyCommand.Name, parameter) && IsValue(entry.Value, bound))
            && !IsStated(cmdlet, parameter);

    private static bool Names(string key, string command, string parameter)
    {
        var parts = key.Split(':');
        return parts.Length == 2 && Matches(parts[0], command) && Matches(parts[1], parameter);
    }

    private static bool Matches(string pattern, string name) =>
        WildcardPattern.Get(pattern.Trim(' ', '\'', '"'), WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant).IsMatch(name);

    // The engine runs a script block for each call.
    private static bool IsValue(object? entry, object? bound) => Unwrapped.Object(entry) is var value
        && (value is ScriptBlock
            || LanguagePrimitives.Equals(Unwrapped.Object(bound), value, ignoreCase: true, CultureInfo.InvariantCulture));

    private static bool IsStated(PSCmdlet cmdlet, string parameter)
    {
        // PowerShell 7.4 and later have the whole call, Windows PowerShell only the line that it begins on.
        var invocation = cmdlet.MyInvocation;
        var text = PSObject.AsPSObject(invocation).Properties["Statement"]?.Value as string;
        var script = Parser.ParseInput(string.IsNullOrEmpty(text) ? invocation.Line : text, out _, out _);
        return script.FindAll(ast => ast is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>()
            .Any(command => command.CommandElements.Any(element => States(cmdlet, element, parameter)));
    }

    private static bool States(PSCmdlet cmdlet, CommandElementAst element, string parameter) => element switch
    {
        CommandParameterAst named => IsName(named.ParameterName, parameter),
        VariableExpressionAst { Splatted: true } splat =>
            Unwrapped.Object(cmdlet.GetVariableValue(splat.VariablePath.UserPath)) switch
            {
                IDictionary table => table.Keys.Cast<object>().Any(key => IsName(key.ToString(), parameter)),
                IList => false,
                _ => true,
            },
        _ => false,
    };

    // The engine also accepts the beginning of a name.
    private static bool IsName(string? text, string parameter) =>
        !string.IsNullOrEmpty(text) && parameter.StartsWith(text, StringComparison.OrdinalIgnoreCase);
}
