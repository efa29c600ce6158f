namespace CognitoPools;

/// <summary>A policy document that a step sends.</summary>
/// <param name="Title">What it is: 'trust policy of role x'.</param>
/// <param name="Text">The JSON text.</param>
public sealed record PlanDocument(string Title, string Text)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Title}:{Environment.NewLine}{Text}";
}
