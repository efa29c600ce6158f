using System.Globalization;

namespace CognitoPools.Pools.Plans;

/// <summary>Shows the current step of a plan, until it is disposed.</summary>
/// <param name="reporter">Receives the progress.</param>
/// <param name="plan">The plan.</param>
internal sealed class PlanProgress(IReporter reporter, PoolPlan plan) : IDisposable
{
    private readonly string activity = $"Changing identity pool {plan.IdentityPool}";
    private bool shown;

    /// <summary>Shows that a step begins.</summary>
    /// <param name="number">The number of the step, from 1.</param>
    /// <param name="description">The description of the step.</param>
    public void Begin(int number, string description) => Show(
        string.Format(CultureInfo.InvariantCulture, "{0} of {1}: {2}", number, plan.Steps.Count, description),
        100 * (number - 1) / plan.Steps.Count);

    /// <summary>Shows that the completed steps of a failed run are being undone.</summary>
    public void Undo() => Show("Undoing the completed steps", null);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (shown)
            reporter.Progress(activity, null);
    }

    private void Show(string status, int? percent)
    {
        if (!reporter.ShowsProgress)
            return;
        shown = true;
        reporter.Progress(activity, status, percent);
    }
}
