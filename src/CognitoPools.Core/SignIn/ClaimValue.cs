namespace CognitoPools.SignIn;

/// <summary>What kind of JSON a claim's value is.</summary>
public enum ClaimKind
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>A number or a boolean; its value is the JSON text.</summary>
    Scalar,

    /// <summary>A list, or a SAML attribute with several values.</summary>
    List,

    /// <summary>An object, or something in a list that is neither text, number nor boolean; its value is the JSON text.</summary>
    Complex,
}

/// <summary>A claim's value.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Values">Its texts; one unless it is a list.</param>
public sealed record ClaimValue(ClaimKind Kind, IReadOnlyList<string> Values)
{
    /// <summary>A text.</summary>
    /// <param name="text">The text.</param>
    public static ClaimValue Of(string text) => new(ClaimKind.Text, [text]);

    /// <inheritdoc/>
    public bool Equals(ClaimValue? other) =>
        other is not null && Kind == other.Kind && Values.SequenceEqual(other.Values, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => (int)Kind ^ Values.Count;

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", Values);
}
