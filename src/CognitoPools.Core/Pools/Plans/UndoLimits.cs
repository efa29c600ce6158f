namespace CognitoPools;

/// <summary>The time limits for undoing the steps of a failed or stopped run.</summary>
/// <param name="AfterFailure">The time for all steps after a failure. Each step has a share of it, so that a step that hangs
/// leaves time for the others.</param>
/// <param name="AfterStop">The time for all steps after the user stopped the run.</param>
/// <param name="Abandon">Abandons the undo immediately. The leftovers are still reported.</param>
public sealed record UndoLimits(TimeSpan AfterFailure, TimeSpan AfterStop, CancellationToken Abandon)
{
    /// <summary>Half a minute, and it cannot be abandoned.</summary>
    public static UndoLimits Default { get; } = new(
        TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(30), CancellationToken.None);
}
