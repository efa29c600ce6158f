using CognitoPools.Pools;
using CognitoPools.Pools.Plans;

namespace CognitoPools;

/// <summary>One step of a plan: a call that changes something. A step is immutable; what a run learns from it stays
/// with the run.</summary>
public abstract class PlanStep
{
    /// <summary>What the step does, in one line.</summary>
    public abstract string Description { get; }

    /// <summary>The AWS operation, such as <c>cognito-identity:UpdateIdentityPool</c>.</summary>
    public abstract string Operation { get; }

    /// <summary>What the operation is done to.</summary>
    public abstract string Target { get; }

    /// <summary>The request as it will be sent, but for secrets, which are masked; values that only the run knows stand
    /// as placeholders in braces.</summary>
    public object Request => PoolWire.WithoutSecrets(BuildRequest(Known));

    /// <summary>The policy documents that it sends.</summary>
    public IReadOnlyList<PlanDocument> Documents => Collections.Readable(SentDocuments);

    /// <summary>The settings that change, old and new value, a line each.</summary>
    public IReadOnlyList<string> Changes => Collections.Readable(ChangedValues);

    /// <summary>Whether the step can be undone.</summary>
    public virtual bool CanBeUndone => true;

    /// <summary>Whether the steps after this one are still worth doing when it fails.</summary>
    internal virtual bool IsIndependent => false;

    /// <summary>What is left when a run ends before this step although an earlier one cannot be undone; null when nothing is.</summary>
    internal virtual PlanLeftover? LeftWhenNotTried => null;

    /// <summary>What is known before the run.</summary>
    private protected virtual PlanContext Known => PlanContext.Unbound;

    private protected virtual IReadOnlyList<PlanDocument> SentDocuments => [];

    private protected virtual IReadOnlyList<string> ChangedValues => [];

    internal abstract object BuildRequest(PlanContext context);

    /// <summary>Sends the step.</summary>
    /// <param name="run">What the steps of this run share.</param>
    /// <param name="record">Gets the change before its request is sent, because it may take effect without an answer.</param>
    /// <param name="cancellationToken">Stops the step.</param>
    internal abstract Task ApplyAsync(PlanRun run, StepRecord record, CancellationToken cancellationToken);

    /// <summary>What changes, without the values.</summary>
    private protected string ChangedSettings =>
        string.Join(
            ", ",
            Changes.Select(change => change.Substring(0, change.IndexOf(": ", StringComparison.Ordinal)))
                .Distinct(StringComparer.Ordinal));

    /// <inheritdoc/>
    public override string ToString() => Description;
}
