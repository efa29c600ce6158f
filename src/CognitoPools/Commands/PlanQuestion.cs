namespace CognitoPools.Commands;

/// <summary>The confirmation prompts of a plan.</summary>
/// <param name="Text">The question, in one sentence; the plan follows it, unless the question states it.</param>
/// <param name="Force">Whether the user gave -Force, which answers every question with yes unless -Confirm is specified.</param>
/// <param name="IrreversibleWarning">
/// The separate prompt for the steps that cannot be undone, which is independent of the cmdlet's impact. Null when
/// everything can be undone.
/// </param>
internal sealed record PlanQuestion(string Text, bool Force = false, string? IrreversibleWarning = null)
{
    /// <summary>The warning of the plan that <see cref="IrreversibleWarning"/> repeats, so it is shown only without that prompt.</summary>
    public string? RepeatedWarning { get; init; }

    /// <summary>Whether the question states everything that the plan does, so the plan does not follow it.</summary>
    public bool StatesPlan { get; init; }

    /// <summary>The participle for what the plan did to the pool, for the message after the command is stopped.</summary>
    public string Done { get; init; } = "changed";

    /// <summary>A clause for what was done, if it was not done to the pool itself; otherwise null.</summary>
    public string? DoneElsewhere { get; init; }

    /// <summary>Work to do after confirmation and before the first step. If it fails, no step is sent.</summary>
    public Action? Prepare { get; init; }

    /// <summary>A clause for what was done.</summary>
    /// <param name="pool">The pool, by name and id.</param>
    public string DoneOf(string pool) => DoneElsewhere ?? $"identity pool {pool} was {Done}";
}
