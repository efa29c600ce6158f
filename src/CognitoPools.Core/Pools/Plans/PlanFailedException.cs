namespace CognitoPools;

/// <summary>A plan that failed or was stopped. Its finished steps were undone, except for what <see cref="Leftovers"/> names.</summary>
public sealed class PlanFailedException : Exception
{
    /// <summary>Names the step, the cause and what is left.</summary>
    /// <param name="step">The description of the step that failed.</param>
    /// <param name="cause">Why it failed; an <see cref="OperationCanceledException"/> when the run was stopped.</param>
    /// <param name="undone">The descriptions of the steps that were undone.</param>
    /// <param name="leftovers">What could not be undone.</param>
    public PlanFailedException(string step, Exception cause, IReadOnlyList<string> undone, IReadOnlyList<PlanLeftover> leftovers)
        : base(Text(step, cause, undone, leftovers), cause) => (Step, Undone, Leftovers) = (step, Collections.Indexable(undone), Collections.Indexable(leftovers));

    /// <summary>The step that failed.</summary>
    public string Step { get; }

    /// <summary>The steps that were undone.</summary>
    public IReadOnlyList<string> Undone { get; }

    /// <summary>What is left.</summary>
    public IReadOnlyList<PlanLeftover> Leftovers { get; }

    private static string Text(string step, Exception cause, IReadOnlyList<string> undone, IReadOnlyList<PlanLeftover> leftovers)
    {
        var what = cause is OperationCanceledException ? "was stopped." : $"failed: {Sentences.Ended(cause.Message)}";
        var state = leftovers.Count > 0
            ? $"Left behind: {string.Join("; ", leftovers)}."
            : undone.Count > 0 ? "What had been done was undone; nothing is left behind." : "Nothing had been changed.";
        return $"The step \"{step}\" {what} {state}";
    }
}
