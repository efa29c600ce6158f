namespace CognitoPools.Documents.Templates;

/// <summary>What a template of another tool says.</summary>
/// <param name="Definitions">Its identity pools.</param>
/// <param name="UsedValues">The names of the given values that were used.</param>
/// <param name="Warnings">What the module does not take from the template, a sentence each.</param>
/// <param name="SecretValues">Consumer secrets that stand in the template, by the names under which the definitions want
/// them.</param>
internal sealed record ReadTemplate(
    IReadOnlyList<PoolDefinition> Definitions,
    IReadOnlyList<string> UsedValues,
    IReadOnlyList<string> Warnings,
    IReadOnlyDictionary<string, string> SecretValues);
