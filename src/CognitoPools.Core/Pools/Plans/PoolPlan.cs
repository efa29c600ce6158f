using System.Text;
using CognitoPools.Pools.Plans;

namespace CognitoPools;

/// <summary>The ordered steps from the current to the desired configuration of a pool. Empty if there is nothing to
/// change.</summary>
public sealed class PoolPlan
{
    internal PoolPlan(
        string identityPool, PlanSource source, IReadOnlyList<PlanStep> steps, IReadOnlyList<string> warnings) =>
        (IdentityPool, Source, Steps, Warnings) =
            (identityPool, source, Collections.Readable(steps), Collections.Readable(warnings));

    /// <summary>The pool, by its current name and its id.</summary>
    public string IdentityPool { get; }

    /// <summary>The pool's Region.</summary>
    public string Region => Source.Region;

    /// <summary>The steps in order.</summary>
    public IReadOnlyList<PlanStep> Steps { get; }

    /// <summary>Warnings to show before the plan is run.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>Whether there is nothing to do.</summary>
    public bool IsEmpty => Steps.Count == 0;

    /// <summary>The complete plan as JSON in one line, from which an exported plan or one from a job is run.</summary>
    public string Definition => PlanJson.Write(this, indented: false);

    /// <summary>The source of the plan.</summary>
    internal PlanSource Source { get; }

    /// <summary>What the user should know after the pool was created.</summary>
    /// <param name="identityPoolId">The id of the new pool.</param>
    internal IEnumerable<string> CreationWarnings(string identityPoolId) => Source is PlannedChange { Change: var change }
        ? change.CreationWarnings.Select(warning => warning.Replace(Placeholders.PoolId, identityPoolId))
        : [];

    /// <summary>The plan as JSON, which Invoke-PoolPlan reads. Consumer secrets are masked.</summary>
    public string ToJson() => PlanJson.Write(this, indented: true);

    /// <summary>The plan as Markdown, for a pull request comment.</summary>
    public string ToMarkdown() => PlanMarkdown.Write(this);

    /// <summary>The same steps with a more complete source.</summary>
    internal PoolPlan With(PlanSource source) => new(IdentityPool, source, Steps, Warnings);

    /// <summary>Every step with its changes and documents.</summary>
    public override string ToString()
    {
        if (IsEmpty)
            return $"{IdentityPool}: nothing to change.";
        var text = new StringBuilder();
        for (var index = 0; index < Steps.Count; index++)
        {
            if (index > 0)
                text.AppendLine();
            text.Append(index + 1).Append(". ").Append(Steps[index].Description).Append(Steps[index].CanBeUndone
                ? ""
                : " (cannot be undone)");
            foreach (var change in Steps[index].Changes)
                text.AppendLine().Append("     ").Append(change);
            foreach (var document in Steps[index].Documents)
                text.AppendLine().Append("     ").Append(document.ToString().Replace("\n", "\n     "));
        }
        if (Placeholders.Explain(text.ToString()) is { } explanation)
            text.AppendLine().Append(explanation);
        return text.ToString();
    }
}
