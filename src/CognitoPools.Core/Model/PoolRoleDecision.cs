namespace CognitoPools;

/// <summary>The role that a user of an identity pool would get in the enhanced flow, and why.</summary>
public sealed record PoolRoleDecision
{
    /// <summary>The pool's id; empty for a pool that does not exist yet.</summary>
    public string IdentityPoolId { get; internal init; } = null!;

    /// <summary>Guest or authenticated.</summary>
    public PoolIdentityType IdentityType { get; internal init; }

    /// <summary>The user, as named in the claims; null for a guest or without a <c>sub</c>.</summary>
    public string? Subject { get; internal init; }

    /// <summary>The provider whose setting decided, by its role-mapping key; null for a guest.</summary>
    public string? Provider { get; internal init; }

    /// <summary>The role's ARN; null if the user gets none.</summary>
    public string? Role { get; internal init; }

    /// <summary>How the role was chosen, or why it was denied.</summary>
    public string Reason { get; internal init; } = null!;

    /// <summary>The rule that matched, or null.</summary>
    public PoolRoleRule? Rule { get; internal init; }

    /// <summary>The rules that were tried before and did not match, each with the reason.</summary>
    public IReadOnlyList<string> PassedOver { get; internal init => field = Collections.Readable(value); } = ReadableList<string>.Empty;

    /// <summary>The principal tags that the session would carry.</summary>
    public ReadableTable PrincipalTags { get; internal init; } = ReadableTable.Empty;

    /// <summary>Whether the role's trust policy would accept this user; null if it was not or could not be read, or
    /// depends on a condition that only AWS can decide.</summary>
    public bool? Trusted { get; internal init; }

    /// <summary>The reason, or what to do.</summary>
    public string? TrustReason { get; internal init; }

    /// <summary>For a guest: the actions that the role's permissions allow but that the service blocks in the enhanced
    /// flow.</summary>
    public IReadOnlyList<string> GuestCeilingCuts { get; internal init => field = Collections.Readable(value); } = ReadableList<string>.Empty;

    /// <summary>The assumptions of the decision where the service's documentation leaves the behavior open.</summary>
    public IReadOnlyList<string> Assumptions { get; internal init => field = Collections.Readable(value); } = ReadableList<string>.Empty;

    /// <inheritdoc/>
    public override string ToString() => Role ?? $"no role: {Reason}";
}
