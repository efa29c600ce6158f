namespace CognitoPools.Roles;

/// <summary>One principal of a statement.</summary>
/// <param name="Type"><c>Federated</c>, <c>AWS</c>, <c>Service</c>, <c>CanonicalUser</c>, or <c>*</c> for everybody.</param>
/// <param name="Value">Who, such as <c>cognito-identity.amazonaws.com</c>.</param>
public sealed record TrustPrincipal(string Type, string Value)
{
    /// <summary>The type of principals that sign in elsewhere.</summary>
    public const string Federated = "Federated";

    /// <summary>Everybody: <c>"Principal": "*"</c>, of which IAM says that <c>{"AWS": "*"}</c> is the same.</summary>
    public bool IsEverybody => Value == "*" && Type is "*" or "AWS";

    /// <summary>Type and value.</summary>
    public override string ToString() => Type == "*" ? "*" : $"{Type} {Value}";
}
