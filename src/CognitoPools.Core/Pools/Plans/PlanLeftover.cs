namespace CognitoPools;

/// <summary>Something that a failed run could not undo.</summary>
/// <param name="What">What is left, by name.</param>
/// <param name="Cure">The command or the step that removes it.</param>
public sealed record PlanLeftover(string What, string Cure)
{
    /// <inheritdoc/>
    public override string ToString() => $"{What}: {Cure}";
}
