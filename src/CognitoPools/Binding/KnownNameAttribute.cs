using System.Management.Automation;

namespace CognitoPools.Binding;

/// <summary>Accepts only some names, regardless of case. Unlike the engine's ValidateSet it leaves completion to the
/// parameter's completer, which explains each name.</summary>
/// <param name="names">The names.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class KnownNameAttribute(params string[] names) : ValidateEnumeratedArgumentsAttribute
{
    /// <summary>The names.</summary>
    public IReadOnlyList<string> ValidValues { get; } = names;

    /// <inheritdoc/>
    protected override void ValidateElement(object element)
    {
        var name = element?.ToString() ?? "";
        if (ValidValues.Contains(name, StringComparer.OrdinalIgnoreCase))
            return;
        var question = NearestMatch.Question(name, ValidValues);
        throw new ValidationMetadataException(
            $"{ShownText.Quoted(name)} is not a valid value. {question}".TrimEnd()
                + $" Specify {Sentences.List(ValidValues, "or")}.");
    }
}
