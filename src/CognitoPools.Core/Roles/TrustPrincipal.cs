namespace CognitoPools.Roles;

/// <summary>One principal of a statement.</summary>
/// <param name="Type"><c>Federated</c>, <c>AWS</c>, <c>Service</c>, <c>CanonicalUser</c>, or <c>*</c> for
/// everyone.</param>
/// <param name="Value">The principal, such as <c>cognito-identity.amazonaws.com</c>.</param>
public sealed record TrustPrincipal(string Type, string Value)
{
    /// <summary>The type of principals that sign in with another service.</summary>
    public const string Federated = "Federated";

    /// <summary>Everyone: <c>"Principal": "*"</c>. By IAM's documentation, <c>{"AWS": "*"}</c> means the
    /// same.</summary>
    public bool IsEverybody => Value == "*" && Type is "*" or "AWS";

    /// <summary>The number of the account that it names or belongs to. Null for the id that IAM shows instead of a
    /// deleted user or role, and for principals of types other than <c>AWS</c>.</summary>
    internal string? Account => Type != "AWS" ? null
        : Value.Split(':') is { Length: >= 6 } parts ? parts[4]
        : Value.Length == 12 && Value.All(character => character is >= '0' and <= '9') ? Value : null;

    /// <summary>Whether it is a whole account.</summary>
    internal bool IsAccount => Account is { } account && (Value == account || Value.EndsWith(":root", StringComparison.Ordinal));

    /// <summary>Type and value.</summary>
    public override string ToString() => Type == "*" ? "*" : $"{Type} {Value}";
}
