using CognitoPools.Pools;
using CognitoPools.Pools.Plans;

namespace CognitoPools;

/// <summary>One step of a plan: a call that changes something. A step is immutable; the results of a run are kept in the
/// run.</summary>
public abstract class PlanStep
{
    /// <summary>A one-line description of the step.</summary>
    public abstract string Description { get; }

    /// <summary>The AWS operation, such as <c>cognito-identity:UpdateIdentityPool</c>.</summary>
    public abstract string Operation { get; }

    /// <summary>The target of the operation.</summary>
    public abstract string Target { get; }

    /// <summary>The request as it will be sent. Secrets are masked, and values that are known only during the run are
    /// placeholders in braces.</summary>
    public object Request => PoolWire.WithoutSecrets(BuildRequest(Known));

    /// <summary>The policy documents that the step sends.</summary>
    public IReadOnlyList<PlanDocument> Documents => Collections.Readable(SentDocuments);

    /// <summary>The settings that change, one line each, with the old and the new value.</summary>
    public IReadOnlyList<string> Changes => Collections.Readable(ChangedValues);

    /// <summary>Whether the step can be undone.</summary>
    public virtual bool CanBeUndone => true;

    /// <summary>Whether the following steps must still be done if this step fails.</summary>
    internal virtual bool IsIndependent => false;

    /// <summary>What remains if a run ends before this step although an earlier step cannot be undone; otherwise null.</summary>
    internal virtual PlanLeftover? LeftWhenNotTried => null;

    /// <summary>The values that are known before the run.</summary>
    private protected virtual PlanContext Known => PlanContext.Unbound;

    private protected virtual IReadOnlyList<PlanDocument> SentDocuments => [];

    private protected virtual IReadOnlyList<string> ChangedValues => [];

    internal abstract object BuildRequest(PlanContext context);

    /// <summary>Sends the step.</summary>
    /// <param name="run">The shared state of the run.</param>
    /// <param name="record">Receives the change before its request is sent, because it may take effect without an answer.</param>
    /// <param name="cancellationToken">Stops the step.</param>
    internal abstract Task ApplyAsync(PlanRun run, StepRecord record, CancellationToken cancellationToken);

    /// <summary>The names of the settings that change.</summary>
    private protected string ChangedSettings =>
        string.Join(
            ", ",
            Changes.Select(change => change.Substring(0, change.IndexOf(": ", StringComparison.Ordinal)))
                .Distinct(StringComparer.Ordinal));

    /// <inheritdoc/>
    public override string ToString() => Description;
}
