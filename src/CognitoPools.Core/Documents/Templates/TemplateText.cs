namespace CognitoPools.Documents.Templates;

/// <summary>A pool as a template of another tool.</summary>
/// <param name="Text">The template.</param>
/// <param name="ResourcesToImport">The JSON for <c>aws cloudformation create-change-set --change-set-type IMPORT
/// --resources-to-import</c>; null if the format has its own import blocks, or if the pool has no id.</param>
/// <param name="Warnings">The settings that the format cannot express, a sentence each. The template contains the same text.</param>
internal sealed record TemplateText(string Text, string? ResourcesToImport, IReadOnlyList<string> Warnings);
