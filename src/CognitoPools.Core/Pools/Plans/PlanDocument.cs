namespace CognitoPools;

/// <summary>A policy document that a step sends.</summary>
/// <param name="Title">The title, such as 'Trust policy of role x'.</param>
/// <param name="Text">The JSON text.</param>
public sealed record PlanDocument(string Title, string Text)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Title}:{Environment.NewLine}{Text}";
}
