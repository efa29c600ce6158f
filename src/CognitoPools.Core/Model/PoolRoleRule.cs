namespace CognitoPools;

/// <summary>One rule of a provider: a claim that fits gives the role. Rules are tried in order and the first that fits
/// wins.</summary>
public sealed record PoolRoleRule
{
    /// <summary>The claim of the token, 1 to 64 characters without spaces; a custom attribute of a user pool carries
    /// <c>custom:</c>.</summary>
    public required string Claim { get; init; }

    /// <summary>How the claim is compared with the value.</summary>
    public required RuleOperator Operator { get; init; }

    /// <summary>The value, 1 to 128 characters.</summary>
    public required string Value { get; init; }

    /// <summary>The ARN of the role.</summary>
    public required string Role { get; init; }

    /// <inheritdoc/>
    public override string ToString() => ShownText.Of($"{Claim} {Operator} {Value} -> {Role}");
}
