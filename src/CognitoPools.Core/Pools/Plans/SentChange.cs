namespace CognitoPools.Pools.Plans;

/// <summary>A change that was sent: how to check whether it is in effect, how to undo it, and what remains if the undo
/// fails.</summary>
/// <param name="Leftover">What remains if the change is in effect and cannot be undone.</param>
/// <param name="Check">The command that shows whether it is in effect.</param>
/// <param name="IsInEffectAsync">Reads whether the change is in effect.</param>
/// <param name="UndoAsync">Undoes the change, or finds that there is nothing to undo; null if the service has no call for
/// it.</param>
internal sealed record SentChange(
    PlanLeftover Leftover,
    string Check,
    Func<CancellationToken, Task<bool>> IsInEffectAsync,
    Func<CancellationToken, Task>? UndoAsync)
{
    /// <summary>Whether the deletion of the pool also removes the change.</summary>
    public bool GoesWithPool { get; init; }

    /// <summary>The ARN of the IAM role that the change created or prepared. It must be kept while the pool uses it.</summary>
    public string? Role { get; init; }

    /// <summary>The roles that the pool uses while the change is in effect.</summary>
    public IReadOnlyList<string> UsedRoles { get; init; } = [];

    /// <summary>Whether an error may be the answer to a second copy of the same request, caused by the first copy.</summary>
    public Func<Exception, bool> IsOwnDoing { get; init; } = _ => false;

    /// <summary>The leftover if it is unknown whether the change is in effect.</summary>
    public PlanLeftover Doubt => Leftover with { IsCertain = false, Cure = $"check with {Check}; if the change was made, run {Leftover.Cure}" };
}
