namespace CognitoPools;

/// <summary>Something that a failed run could not undo.</summary>
/// <param name="What">What is left, by name.</param>
/// <param name="Cure">The command or the step that removes it.</param>
public sealed record PlanLeftover(string What, string Cure)
{
    /// <inheritdoc cref="PlanLeftover" path="/param[@name='What']"/>
    public string What { get; internal init; } = What;

    /// <inheritdoc cref="PlanLeftover" path="/param[@name='Cure']"/>
    public string Cure { get; internal init; } = Cure;

    /// <summary>False when the answer to the change was lost and reading it failed, so that it may have been made or not.</summary>
    public bool IsCertain { get; internal init; } = true;

    /// <inheritdoc/>
    public override string ToString() => $"{(IsCertain ? "" : "perhaps ")}{What}: {Cure}";
}
