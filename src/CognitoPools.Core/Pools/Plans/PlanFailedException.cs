namespace CognitoPools;

/// <summary>A plan that failed or was stopped. Its completed steps were undone, except for those in
/// <see cref="Leftovers"/> and <see cref="Permanent"/>.</summary>
public sealed class PlanFailedException : Exception
{
    /// <summary>Creates the exception from the step, the cause and the leftovers.</summary>
    /// <param name="step">The description of the step that failed.</param>
    /// <param name="cause">Why it failed; an <see cref="OperationCanceledException"/> when the run was stopped.</param>
    /// <param name="undone">The descriptions of the steps that were undone.</param>
    /// <param name="leftovers">What could not be undone.</param>
    /// <param name="permanent">The descriptions of the completed steps that no call can undo.</param>
    public PlanFailedException(
        string step, Exception cause, IReadOnlyList<string> undone, IReadOnlyList<PlanLeftover> leftovers,
        IReadOnlyList<string> permanent)
        : base(
            Text(step, cause is OperationCanceledException ? null : cause.Message, StateOf(undone, leftovers, permanent)), cause) =>
        (Step, Undone, Leftovers, Permanent) =
            (step, Collections.Readable(undone), Collections.Readable(leftovers), Collections.Readable(permanent));

    /// <summary>The step that failed.</summary>
    public string Step { get; }

    /// <summary>The steps that were undone.</summary>
    public IReadOnlyList<string> Undone { get; }

    /// <summary>What could not be undone.</summary>
    public IReadOnlyList<PlanLeftover> Leftovers { get; }

    /// <summary>The completed steps that no call can undo, such as the deletion of a pool.</summary>
    public IReadOnlyList<string> Permanent { get; }

    /// <summary>The state after the run, in sentences.</summary>
    public string State => StateOf(Undone, Leftovers, Permanent);

    /// <summary>The message with another text for the cause.</summary>
    /// <param name="cause">Why the step failed; null when the run was stopped.</param>
    public string MessageWith(string? cause) => Text(Step, cause, State);

    private static string Text(string step, string? cause, string state) =>
        $"The step \"{step}\" {(cause is null ? "was stopped." : $"failed: {Sentences.Ended(cause)}")} {state}";

    private static string StateOf(
        IReadOnlyList<string> undone, IReadOnlyList<PlanLeftover> leftovers, IReadOnlyList<string> permanent)
    {
        var sentences = new List<string>();
        if (permanent.Count > 0)
            sentences.Add($"Completed and cannot be undone: {string.Join("; ", permanent)}.");
        if (leftovers.Count > 0)
            sentences.Add($"Left behind: {string.Join("; ", leftovers)}.");
        else if (undone.Count > 0)
            sentences.Add(permanent.Count > 0 ? "The other steps were undone." : "All completed steps were undone.");
        else if (permanent.Count == 0)
            sentences.Add("Nothing was changed.");
        return string.Join(" ", sentences);
    }
}
