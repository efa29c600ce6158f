using CognitoPools.Pools.Plans;

namespace CognitoPools;

/// <summary>One step of a plan: a call that changes something, and how it is taken back.</summary>
public abstract class PlanStep
{
    /// <summary>What the step does, in one line.</summary>
    public abstract string Description { get; }

    /// <summary>The AWS operation, such as <c>cognito-identity:UpdateIdentityPool</c>.</summary>
    public abstract string Operation { get; }

    /// <summary>What the operation is done to.</summary>
    public abstract string Target { get; }

    /// <summary>The request as it will be sent; values that only the run knows stand as placeholders in braces.</summary>
    public object Request => BuildRequest(Known);

    /// <summary>The policy documents that it sends.</summary>
    public IReadOnlyList<PlanDocument> Documents => Collections.Indexable(SentDocuments);

    /// <summary>The settings that change, old and new value, a line each.</summary>
    public IReadOnlyList<string> Changes => Collections.Indexable(ChangedValues);

    /// <summary>Whether the service lets the step be taken back.</summary>
    public virtual bool CanBeUndone => true;

    /// <summary>Whether a failure of the step itself may still have taken effect in a way that <see cref="UndoAsync"/> can take back.</summary>
    internal virtual bool UndoWhenUncertain => true;

    /// <summary>What is known before the run.</summary>
    private protected virtual PlanContext Known => PlanContext.Unbound;

    private protected virtual IReadOnlyList<PlanDocument> SentDocuments => [];

    private protected virtual IReadOnlyList<string> ChangedValues => [];

    internal abstract object BuildRequest(PlanContext context);

    internal abstract Task ApplyAsync(PlanRun run, CancellationToken cancellationToken);

    /// <summary>Takes the step back; answers what stays because it cannot be.</summary>
    internal abstract Task UndoAsync(PlanRun run, CancellationToken cancellationToken);

    /// <summary>What is left when taking back failed.</summary>
    internal abstract PlanLeftover Leftover(PlanRun run);

    /// <summary>What changes, without the values.</summary>
    private protected string ChangedSettings => string.Join(", ", Changes.Select(change => change.Substring(0, change.IndexOf(": ", StringComparison.Ordinal))).Distinct(StringComparer.Ordinal));

    /// <inheritdoc/>
    public override string ToString() => Description;
}
