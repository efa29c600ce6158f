using CognitoPools.Audit.Model;

namespace CognitoPools.Audit;

/// <summary>A role that was read, and what could not be read of it.</summary>
/// <param name="Role">The role.</param>
/// <param name="Unread">What could not be read.</param>
internal sealed record ReadRole(AuditedRole Role, IReadOnlyList<UnreadPart> Unread);
