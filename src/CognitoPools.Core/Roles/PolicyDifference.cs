namespace CognitoPools.Roles;

/// <summary>A place where the meaning of two policies differs.</summary>
/// <param name="Path">The place, such as <c>Statement[0].Action[1]</c>; empty for the whole document.</param>
/// <param name="Expected">The expected value, or null.</param>
/// <param name="Actual">The actual value, or null.</param>
internal sealed record PolicyDifference(string Path, string? Expected, string? Actual);
