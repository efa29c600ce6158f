namespace CognitoPools.Documents.Templates;

/// <summary>The result of reading a template of another tool.</summary>
/// <param name="Definitions">The identity pools.</param>
/// <param name="UsedValues">The names of the specified values that were used.</param>
/// <param name="Warnings">The parts of the template that the module cannot import, a sentence each.</param>
/// <param name="SecretValues">The consumer secrets in the template, by their names in the definitions.</param>
internal sealed record ReadTemplate(
    IReadOnlyList<PoolDefinition> Definitions,
    IReadOnlyList<string> UsedValues,
    IReadOnlyList<string> Warnings,
    IReadOnlyDictionary<string, string> SecretValues);
