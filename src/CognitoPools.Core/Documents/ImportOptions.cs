namespace CognitoPools.Documents;

/// <summary>How a document is imported.</summary>
/// <param name="Name">The name of the pool, in place of the document's, or null.</param>
/// <param name="Values">Values for placeholders, secrets and names of roles.</param>
/// <param name="Prune">Whether to remove what the document does not have.</param>
/// <param name="RepairTrust">Whether the trust policies of roles that the document only refers to may be repaired.</param>
internal sealed record ImportOptions(string? Name, ImportValues Values, bool Prune, bool RepairTrust);
