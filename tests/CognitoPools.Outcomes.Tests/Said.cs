using System.Management.Automation;

namespace CognitoPools.Outcomes.Tests;

/// <summary>What a command said.</summary>
/// <param name="Output">The objects.</param>
/// <param name="Errors">The errors, terminating ones included.</param>
/// <param name="Warnings">The warnings.</param>
/// <param name="Lines">What it wrote to the host when it was stopped.</param>
/// <param name="IsStopped">Whether it was stopped.</param>
internal sealed record Said(
    IReadOnlyList<PSObject> Output, IReadOnlyList<ErrorRecord> Errors, IReadOnlyList<string> Warnings,
    IReadOnlyList<string> Lines, bool IsStopped)
{
    public IEnumerable<PlanFailedException> FailedPlans => Errors.Select(error => error.Exception).OfType<PlanFailedException>();

    /// <summary>Everything that a user reads.</summary>
    public string Text => string.Join(
        "\n",
        [.. Errors.Select(error => $"{error.FullyQualifiedErrorId}: {error.ErrorDetails?.ToString() ?? error.ToString()}"),
        .. Warnings.Select(warning => "Warning: " + warning), .. Lines]);
}
