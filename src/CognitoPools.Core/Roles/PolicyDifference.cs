namespace CognitoPools.Roles;

/// <summary>A place where two policies do not mean the same.</summary>
/// <param name="Path">The place, such as <c>Statement[0].Action[1]</c>; empty for the whole document.</param>
/// <param name="Expected">What one of them says there, or null.</param>
/// <param name="Actual">What the other one says there, or null.</param>
internal sealed record PolicyDifference(string Path, string? Expected, string? Actual);
