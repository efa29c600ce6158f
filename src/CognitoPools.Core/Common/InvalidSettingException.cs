namespace CognitoPools;

/// <summary>A setting that the service would refuse, found before anything was sent.</summary>
public sealed class InvalidSettingException : Exception
{
    /// <summary>Names the setting, the value, the rule and the remedy.</summary>
    /// <param name="setting">The setting's name, as the user knows it.</param>
    /// <param name="value">The value that breaks the rule, or null when no value was given or it must not be shown.</param>
    /// <param name="rule">The rule: a predicate such as 'must be a number.', or a sentence.</param>
    /// <param name="remedy">The cure, as a sentence.</param>
    public InvalidSettingException(string setting, object? value, string rule, string remedy)
        : this(setting, value is null ? null : ShownText.Short(value), ShownText.Of(rule), ShownText.Of(remedy))
    {
    }

    private InvalidSettingException(string setting, string? value, string rule, string remedy)
        : base($"{SettingSentence.Of(setting, value, rule)} {remedy}") =>
        (Setting, Value, Rule, Remedy) = (setting, value, rule, remedy);

    /// <summary>The setting's name.</summary>
    public string Setting { get; }

    /// <summary>The value that breaks the rule, as messages show it, or null when no value was given or it must not be
    /// shown.</summary>
    public string? Value { get; }

    /// <summary>The rule.</summary>
    public string Rule { get; }

    /// <summary>The cure.</summary>
    public string Remedy { get; }

    /// <summary>The setting, the value and the rule: the message without the remedy.</summary>
    public string Cause => SettingSentence.Of(Setting, Value, Rule);
}
