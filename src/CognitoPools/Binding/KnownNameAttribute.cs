using System.Management.Automation;

namespace CognitoPools.Binding;

/// <summary>Takes only some names, without regard to case. Unlike the engine's ValidateSet it leaves completion to the
/// parameter's completer, which says what each name means.</summary>
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
            $"'{ShownText.Value(name)}' is not one of the choices. {question}".TrimEnd()
                + $" Specify {string.Join(", ", ValidValues)}.");
    }
}
