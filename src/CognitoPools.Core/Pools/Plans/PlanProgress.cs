using System.Globalization;

namespace CognitoPools.Pools.Plans;

/// <summary>Shows which step of a plan is under way, until it is disposed.</summary>
/// <param name="reporter">Who is told.</param>
/// <param name="plan">The plan.</param>
internal sealed class PlanProgress(IReporter reporter, PoolPlan plan) : IDisposable
{
    private readonly string activity = $"Changing identity pool {plan.IdentityPool}";
    private bool shown;

    /// <summary>A step begins.</summary>
    /// <param name="number">Which, from 1.</param>
    /// <param name="description">What it does.</param>
    public void Begin(int number, string description) => Show(
        string.Format(CultureInfo.InvariantCulture, "{0} of {1}: {2}", number, plan.Steps.Count, description),
        100 * (number - 1) / plan.Steps.Count);

    /// <summary>The run failed, and its finished steps are undone.</summary>
    public void Undo() => Show("Undoing the finished steps", null);

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
