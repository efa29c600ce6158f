namespace CognitoPools.Audit.Model;

/// <summary>Something that the audit could not read.</summary>
/// <param name="Reads">Which checks need it.</param>
/// <param name="Target">What could not be read, such as the role.</param>
/// <param name="Permission">The missing permission, such as <c>iam:GetRole</c>; null when another reason kept it from being read.</param>
/// <param name="Reason">What the service answered.</param>
internal sealed record UnreadPart(AuditReads Reads, string Target, string? Permission, string Reason);
