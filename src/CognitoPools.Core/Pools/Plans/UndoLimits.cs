namespace CognitoPools;

/// <summary>How long a failed or stopped run may take to undo its steps.</summary>
/// <param name="AfterFailure">The time for all steps after one failed; each has its share, so that one that hangs leaves
/// time for the others.</param>
/// <param name="AfterStop">The same after the user stopped the run.</param>
/// <param name="Abandon">Gives up the undo at once; what is left is named all the same.</param>
public sealed record UndoLimits(TimeSpan AfterFailure, TimeSpan AfterStop, CancellationToken Abandon)
{
    /// <summary>Half a minute, and nobody to give it up.</summary>
    public static UndoLimits Default { get; } = new(
        TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(30), CancellationToken.None);
}
