namespace CognitoPools.SignIn;

/// <summary>The kind of JSON value of a claim.</summary>
public enum ClaimKind
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>A number or a boolean; its value is the JSON text.</summary>
    Scalar,

    /// <summary>A list, or a SAML attribute with several values.</summary>
    List,

    /// <summary>An object, or a list with an item that is not a text, number or boolean; its value is the JSON
    /// text.</summary>
    Complex,
}

/// <summary>A claim's value.</summary>
/// <param name="Kind">The kind of value.</param>
/// <param name="Values">Its texts; exactly one unless it is a list.</param>
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
