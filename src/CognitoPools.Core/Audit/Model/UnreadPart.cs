namespace CognitoPools.Audit.Model;

/// <summary>Something that the audit could not read.</summary>
/// <param name="Reads">The kind of data, which decides the checks that need it.</param>
/// <param name="Target">The object that could not be read, such as a role.</param>
/// <param name="Permission">The missing permission, such as <c>iam:GetRole</c>; null for another reason.</param>
/// <param name="Reason">The message of the service.</param>
internal sealed record UnreadPart(AuditReads Reads, string Target, string? Permission, string Reason);
