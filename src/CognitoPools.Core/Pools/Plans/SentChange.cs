namespace CognitoPools.Pools.Plans;

/// <summary>A change that was sent: how to tell whether it is in effect, how to take it back, and what is left if that
/// fails.</summary>
/// <param name="Leftover">What is left when the change is in effect and cannot be taken back.</param>
/// <param name="Check">The command that shows whether it is in effect.</param>
/// <param name="IsInEffectAsync">Reads whether the change is in effect.</param>
/// <param name="UndoAsync">Takes the change back, or finds that there is nothing to take back; null when the service has
/// no call for it.</param>
internal sealed record SentChange(
    PlanLeftover Leftover,
    string Check,
    Func<CancellationToken, Task<bool>> IsInEffectAsync,
    Func<CancellationToken, Task>? UndoAsync)
{
    /// <summary>Whether the deletion of the pool takes the change away too.</summary>
    public bool GoesWithPool { get; init; }

    /// <summary>The ARN of the IAM role that the change made or prepared; it must stay while the pool uses it.</summary>
    public string? Role { get; init; }

    /// <summary>The roles that the pool uses while the change is in effect.</summary>
    public IReadOnlyList<string> UsedRoles { get; init; } = [];

    /// <summary>Whether a refusal may be the answer to a second copy of this very request, which the first copy caused.</summary>
    public Func<Exception, bool> IsOwnDoing { get; init; } = _ => false;

    /// <summary>What is left when nobody can tell whether the change is in effect.</summary>
    public PlanLeftover Doubt => Leftover with { IsCertain = false, Cure = $"{Check} shows whether it is so; if it is, {Leftover.Cure}" };
}
