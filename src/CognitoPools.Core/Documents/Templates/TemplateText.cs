namespace CognitoPools.Documents.Templates;

/// <summary>A pool as another tool's template.</summary>
/// <param name="Text">The template.</param>
/// <param name="ResourcesToImport">The JSON for <c>aws cloudformation create-change-set --change-set-type IMPORT
/// --resources-to-import</c>; null where the format has import blocks of its own, or where the pool has no id.</param>
/// <param name="Warnings">What the format cannot say, a sentence each. The template says the same.</param>
internal sealed record TemplateText(string Text, string? ResourcesToImport, IReadOnlyList<string> Warnings);
