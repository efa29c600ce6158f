namespace CognitoPools;

/// <summary>The role that a user of an identity pool would get in the enhanced flow, and why.</summary>
public sealed record PoolRoleDecision
{
    /// <summary>The pool's id; empty for one that is still to be made.</summary>
    public string IdentityPoolId { get; internal init; } = null!;

    /// <summary>Guest or authenticated.</summary>
    public PoolIdentityType IdentityType { get; internal init; }

    /// <summary>The user, as the claims name them; null for a guest or without a <c>sub</c>.</summary>
    public string? Subject { get; internal init; }

    /// <summary>The provider whose setting decided, by its role-mapping key; null for a guest.</summary>
    public string? Provider { get; internal init; }

    /// <summary>The role's ARN; null when the user gets none.</summary>
    public string? Role { get; internal init; }

    /// <summary>How the role was chosen, or why it was denied.</summary>
    public string Reason { get; internal init; } = null!;

    /// <summary>The rule that fitted, or null.</summary>
    public PoolRoleRule? Rule { get; internal init; }

    /// <summary>The rules that were tried before and did not fit, each with the reason.</summary>
    public IReadOnlyList<string> PassedOver { get; internal init => field = Collections.Readable(value); } = ReadableList<string>.Empty;

    /// <summary>The principal tags that the session would carry.</summary>
    public ReadableTable PrincipalTags { get; internal init; } = ReadableTable.Empty;

    /// <summary>Whether the role's trust policy would accept this user; null when it was not or could not be
    /// read, or depends on a condition that only AWS can decide.</summary>
    public bool? Trusted { get; internal init; }

    /// <summary>Why, or what to do.</summary>
    public string? TrustReason { get; internal init; }

    /// <summary>For a guest: the actions that the role's permissions allow and that the service cuts off in the
    /// enhanced flow.</summary>
    public IReadOnlyList<string> GuestCeilingCuts { get; internal init => field = Collections.Readable(value); } = ReadableList<string>.Empty;

    /// <summary>What the service's documentation leaves open and the decision relied on.</summary>
    public IReadOnlyList<string> Assumptions { get; internal init => field = Collections.Readable(value); } = ReadableList<string>.Empty;

    /// <inheritdoc/>
    public override string ToString() => Role ?? $"no role: {Reason}";
}
