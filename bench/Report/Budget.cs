namespace CognitoPools.Bench.Report;

/// <summary>A performance budget of the module and its result.</summary>
/// <param name="What">The budget.</param>
/// <param name="Measured">The measured value.</param>
/// <param name="Holds">Whether the value is within the budget, or null if it was not measured.</param>
internal sealed record Budget(string What, string Measured, bool? Holds);
