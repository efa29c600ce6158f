using CognitoPools.Audit.Model;

namespace CognitoPools.Audit;

/// <summary>A role, and the parts of it that could not be read.</summary>
/// <param name="Role">The role.</param>
/// <param name="Unread">The parts that could not be read.</param>
internal sealed record ReadRole(AuditedRole Role, IReadOnlyList<UnreadPart> Unread);
