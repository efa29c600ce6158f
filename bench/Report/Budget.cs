namespace CognitoPools.Bench.Report;

/// <summary>What the module may cost, and whether it held.</summary>
/// <param name="What">The budget.</param>
/// <param name="Measured">What was measured.</param>
/// <param name="Holds">Whether that is within it; null when it was not measured.</param>
internal sealed record Budget(string What, string Measured, bool? Holds);
