namespace CognitoPools;

/// <summary>A setting that the service would refuse, found before anything was sent.</summary>
public sealed class InvalidSettingException : Exception
{
    /// <summary>Names the setting, the value, the rule and the remedy.</summary>
    /// <param name="setting">The setting's name, as the user knows it.</param>
    /// <param name="value">The value that breaks the rule, or null when it is one that was not given.</param>
    /// <param name="rule">The rule, as a sentence.</param>
    /// <param name="remedy">What to do, as a sentence.</param>
    public InvalidSettingException(string setting, object? value, string rule, string remedy)
        : this(setting, value is null ? null : ShownText.Value(value), ShownText.Of(rule), ShownText.Of(remedy))
    {
    }

    private InvalidSettingException(string setting, string? value, string rule, string remedy)
        : base($"{Words(setting, value, rule)} {remedy}") => (Setting, Value, Rule, Remedy) = (setting, value, rule, remedy);

    /// <summary>The setting's name.</summary>
    public string Setting { get; }

    /// <summary>The value that breaks the rule, as messages show it, or null when it is one that was not given.</summary>
    public string? Value { get; }

    /// <summary>The rule.</summary>
    public string Rule { get; }

    /// <summary>What to do.</summary>
    public string Remedy { get; }

    /// <summary>The setting, the value and the rule: the message without the remedy.</summary>
    public string Cause => Words(Setting, Value, Rule);

    private static string Words(string setting, string? value, string rule) =>
        $"{(value is null ? setting : $"{setting} '{value}'")}: {rule}";
}
