using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Text.RegularExpressions;
using CognitoPools.Providers;
using CognitoPools.Sandbox;

namespace CognitoPools.Binding;

/// <summary>Faults of the sandbox as hashtables or objects.</summary>
internal static class FaultArgument
{
    private const string Remedy =
        "Specify, for example, @{ Operation = 'CreateRole'; Kind = 'Throttle'; Times = 2 }. Valid keys are Operation, Kind, "
            + "AtCall, Times, ErrorCode, Message, StatusCode, AfterApply, Delay and UnprocessedCount.";

    // The name of a key keeps its case.
    private static readonly Regex FirstWord = new(@"\A[A-Z][a-z]*(?= )", RegexOptions.CultureInvariant);

    private static readonly KeyNames Keys = new(
    [
        nameof(SandboxFault.Operation), nameof(SandboxFault.Kind), nameof(SandboxFault.AtCall), nameof(SandboxFault.Times),
        nameof(SandboxFault.ErrorCode), nameof(SandboxFault.Message), nameof(SandboxFault.StatusCode), nameof(SandboxFault.AfterApply),
        nameof(SandboxFault.Delay), nameof(SandboxFault.UnprocessedCount),
    ]);

    /// <summary>The faults. A message begins with the number of the fault.</summary>
    /// <param name="values">The value from the user.</param>
    public static IReadOnlyList<SandboxFault> Read(IEnumerable<object?> values) =>
        [.. values.Select((value, index) => InvalidSettingException.InItem("Fault", index + 1, () => ReadOne(value)))];

    private static SandboxFault ReadOne(object? value) => Unwrapped.Object(value) switch
    {
        SandboxFault fault => fault with { Operation = OperationArgument.Check("Fault", fault.Operation) },
        IDictionary table => FromTable(table),
        PSObject { BaseObject: PSCustomObject } row => FromTable((IDictionary)Unwrapped.Value(row)!),
        var other =>
            throw new InvalidSettingException(
                "Fault", null, $"must be a hashtable or a fault, not {(other is null ? "null" : OwnObject.KindOf(other))}.", Remedy),
    };

    private static SandboxFault FromTable(IDictionary table)
    {
        Keys.Require("Fault", table, Remedy);
        var operation = table.Keys.Cast<object>().FirstOrDefault(key => Is(key, "Operation"))
            ?? throw new InvalidSettingException(
                "Fault", null, "the key 'Operation' is missing.", Remedy);
        if (Unwrapped.Object(table[operation]) is ICollection)
        {
            throw new InvalidSettingException(
                "Fault", null, "'Operation' must be the name of one operation, not a list.",
                "Specify one fault for each operation, or '*' for all operations.");
        }
        var fault = new SandboxFault { Operation = OperationArgument.Check("Fault", Text(Unwrapped.Object(table[operation]))) };
        // JSON and CLIXML keep the settings that a fault does not have, as null, and CSV as an empty cell.
        foreach (DictionaryEntry entry in table)
        {
            if (Unwrapped.Object(entry.Value) is { } value and not "")
                fault = With(fault, entry.Key, value);
        }
        return fault;
    }

    /// <summary>Adds the faults to the sandbox.</summary>
    public static void Add(SandboxSettings settings, IEnumerable<SandboxFault> faults)
    {
        var number = 0;
        foreach (var fault in faults)
        {
            number++;
            try
            {
                settings.AddFault(fault);
            }
            catch (ArgumentException exception)
            {
                // .NET Framework adds the parameter's name on a separate line, .NET in parentheses.
                var rule = exception.Message.Split('\n', '(')[0].Trim();
                throw new InvalidSettingException(
                    "Fault", null, FirstWord.Replace(rule, word => word.Value.ToLowerInvariant()), Remedy).Of("Fault", number);
            }
        }
    }

    private static SandboxFault With(SandboxFault fault, object key, object? value) =>
        Is(key, "Operation") ? fault
        : Is(key, "Kind") ? fault with { Kind = Kind(value) }
        : Is(key, "AtCall") ? fault with { AtCall = Number(key, value) }
        : Is(key, "Times") ? fault with { Times = Number(key, value) }
        : Is(key, "ErrorCode") ? fault with { ErrorCode = Text(value) }
        : Is(key, "Message") ? fault with { Message = Text(value) }
        : Is(key, "StatusCode") ? fault with { StatusCode = Number(key, value) }
        : Is(key, "UnprocessedCount") ? fault with { UnprocessedCount = Number(key, value) }
        : Is(key, "Delay") ? fault with { Delay = Span(value) }
        : Is(key, "AfterApply") ? fault with { AfterApply = value is string ? ProviderSettings.Flag("Fault", value) : LanguagePrimitives.IsTrue(value) }
        : throw new InvalidSettingException("Fault", key, "is not a valid key of a fault.", Remedy);

    private static SandboxFaultKind Kind(object? value) => ProviderSettings.Member<SandboxFaultKind>(value)
            ?? throw new InvalidSettingException(
                "Fault", null, $"'Kind' must be {ProviderSettings.Choices<SandboxFaultKind>()}; got {ShownText.Quoted(value)}.",
                "Correct the kind.");

    private static int Number(object key, object? value) =>
        int.TryParse(Text(value), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new InvalidSettingException(
                "Fault", null, $"'{key}' must be a whole number above zero; got {ShownText.Quoted(value)}.", "Correct the number.");

    private static TimeSpan Span(object? value) => value is TimeSpan span ? span
        : TimeSpan.TryParse(Text(value), CultureInfo.InvariantCulture, out var parsed) && Text(value).Contains(':')
            ? parsed
            : throw new InvalidSettingException(
                "Fault", null, $"'Delay' must be a time span; got {ShownText.Quoted(value)}.", "Specify a time span, for example '0:00:10'.");

    private static bool Is(object key, string name) => string.Equals(Text(key), name, StringComparison.OrdinalIgnoreCase);

    private static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
