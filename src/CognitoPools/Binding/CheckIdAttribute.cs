using System.Management.Automation;
using CognitoPools.Audit;

namespace CognitoPools.Binding;

/// <summary>Accepts only ids of checks, or patterns that match one.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CheckIdAttribute : ValidateEnumeratedArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void ValidateElement(object element)
    {
        var text = element?.ToString() ?? "";
        var pattern = Wildcard.Of("Id", text);
        if (text.Length > 0 && AuditChecks.Ids.Any(id => pattern.IsMatch(id)))
            return;
        var question = NearestMatch.Question(text, AuditChecks.Ids);
        throw new ValidationMetadataException(
            $"{ShownText.Quoted(text)} is not the id of a check. {question}".TrimEnd()
                + " about_CognitoPools_Audit lists the ids.");
    }
}
