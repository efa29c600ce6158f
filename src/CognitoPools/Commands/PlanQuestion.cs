namespace CognitoPools.Commands;

/// <summary>What is asked before a plan is run.</summary>
/// <param name="Text">The question, in one sentence; the plan follows it.</param>
/// <param name="Force">Whether the user gave -Force, which answers every question with yes unless -Confirm is given.</param>
/// <param name="IrreversibleWarning">
/// What of this change cannot be undone. It is asked separately, whatever the impact of the cmdlet. Null when
/// everything can be undone.
/// </param>
internal sealed record PlanQuestion(string Text, bool Force = false, string? IrreversibleWarning = null)
{
    /// <summary>What the plan does to the pool, for whoever stops the command after it.</summary>
    public string Done { get; init; } = "changed";

    /// <summary>What was done when it was not done to the pool, as a clause; null otherwise.</summary>
    public string? DoneElsewhere { get; init; }

    /// <summary>What has to be done after the user has agreed and before the first step; when it fails, no step is sent.</summary>
    public Action? Prepare { get; init; }

    /// <summary>What was done, as a clause.</summary>
    /// <param name="pool">The pool, by name and id.</param>
    public string DoneOf(string pool) => DoneElsewhere ?? $"identity pool {pool} was {Done}";
}
