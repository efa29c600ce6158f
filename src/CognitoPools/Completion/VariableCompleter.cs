using CognitoPools.Binding;

namespace CognitoPools.Completion;

/// <summary>Completes the variables that contain a kind of value.</summary>
internal abstract class VariableCompleter : ValueCompleter
{
    private protected sealed override IEnumerable<Suggestion> Suggest(CompletionContext context) =>
        context.Word.IsQuoted ? [] : SessionVariables.All()
            .Select(variable => (Text: Written(variable.Name), Meaning: Meaning(Unwrapped.Object(variable.Value))))
            .Where(found => found.Meaning is not null && context.Word.Begins(found.Text))
            .OrderBy(found => found.Text, StringComparer.OrdinalIgnoreCase)
            .Select(found => new Suggestion(found.Text, found.Meaning!) { IsExpression = true });

    /// <summary>Describes a value without secrets; null when it is not of the kind.</summary>
    private protected abstract string? Meaning(object? value);

    private static string Written(string name) =>
        name.All(character => char.IsLetterOrDigit(character) || character == '_')
            ? $"${name}"
            : $"${{{name.Replace("`", "``").Replace("{", "`{").Replace("}", "`}")}}}";
}
