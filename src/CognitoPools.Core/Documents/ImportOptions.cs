namespace CognitoPools.Documents;

/// <summary>The options of an import.</summary>
/// <param name="Name">The name of the pool instead of the document's name, or null.</param>
/// <param name="Values">Values for placeholders, secrets and role names.</param>
/// <param name="Prune">Whether to remove parts that are not in the document.</param>
/// <param name="RepairTrust">Whether to repair the trust policies of roles that the document only references.</param>
internal sealed record ImportOptions(string? Name, ImportValues Values, bool Prune, bool RepairTrust);
