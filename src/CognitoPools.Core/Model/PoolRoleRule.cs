namespace CognitoPools;

/// <summary>One rule of a provider. A user whose claim matches gets the role. Rules are evaluated in order, and the
/// first one that matches is used.</summary>
public sealed record PoolRoleRule
{
    /// <summary>The claim of the token, 1 to 64 characters without spaces. The names of a user pool's custom attributes
    /// begin with <c>custom:</c>.</summary>
    public string Claim { get; internal init; } = null!;

    /// <summary>How the claim is compared with the value.</summary>
    public RuleOperator Operator { get; internal init; }

    /// <summary>The value, 1 to 128 characters.</summary>
    public string Value { get; internal init; } = null!;

    /// <summary>The ARN of the role.</summary>
    public string Role { get; internal init; } = null!;

    /// <inheritdoc/>
    public override string ToString() => ShownText.Of($"{Claim} {Operator} {Value} -> {Role}");
}
