namespace CognitoPools;

/// <summary>Something that a failed run could not undo.</summary>
/// <param name="What">The name of what remains.</param>
/// <param name="Cure">The command or the step that removes it.</param>
public sealed record PlanLeftover(string What, string Cure)
{
    /// <inheritdoc cref="PlanLeftover" path="/param[@name='What']"/>
    public string What { get; internal init; } = What;

    /// <inheritdoc cref="PlanLeftover" path="/param[@name='Cure']"/>
    public string Cure { get; internal init; } = Cure;

    /// <summary>False if it is unknown whether the change was made, because its answer was lost and it could not be read.</summary>
    public bool IsCertain { get; internal init; } = true;

    /// <inheritdoc/>
    public override string ToString() => $"{(IsCertain ? "" : "perhaps ")}{What}: {Cure}";
}
