namespace CognitoPools;

/// <summary>The role that a user of an identity pool would get in the enhanced flow, and why.</summary>
public sealed record PoolRoleDecision
{
    /// <summary>The pool's id; empty for a pool that does not exist yet.</summary>
    public string IdentityPoolId { get; internal init; } = null!;

    /// <summary>Guest or authenticated.</summary>
    public PoolIdentityType IdentityType { get; internal init; }

    /// <summary>The user in the claim <c>sub</c>; null for a guest or without this claim.</summary>
    public string? Subject { get; internal init; }

    /// <summary>The role-mapping key of the provider whose role setting determined the role; null for a
    /// guest.</summary>
    public string? Provider { get; internal init; }

    /// <summary>The role's ARN; null if the user gets no role.</summary>
    public string? Role { get; internal init; }

    /// <summary>How the role was chosen, or why it was denied.</summary>
    public string Reason { get; internal init; } = null!;

    /// <summary>The rule that matched, or null.</summary>
    public PoolRoleRule? Rule { get; internal init; }

    /// <summary>The earlier rules that did not match, each with the reason.</summary>
    public IReadOnlyList<string> PassedOver { get; internal init => field = Collections.Readable(value); } = ReadableList<string>.Empty;

    /// <summary>The principal tags of the session.</summary>
    public ReadableTable PrincipalTags { get; internal init; } = ReadableTable.Empty;

    /// <summary>Whether the role's trust policy accepts this user; null if it was not read or could not be read, or if
    /// it depends on a condition that only AWS can evaluate.</summary>
    public bool? Trusted { get; internal init; }

    /// <summary>The reason for <see cref="Trusted"/>, or how to find out.</summary>
    public string? TrustReason { get; internal init; }

    /// <summary>For a guest: the actions that the role's permissions allow but that the service removes in the enhanced
    /// flow.</summary>
    public IReadOnlyList<string> GuestCeilingCuts { get; internal init => field = Collections.Readable(value); } = ReadableList<string>.Empty;

    /// <summary>The assumptions behind the decision, where the service's documentation leaves something open.</summary>
    public IReadOnlyList<string> Assumptions { get; internal init => field = Collections.Readable(value); } = ReadableList<string>.Empty;

    /// <inheritdoc/>
    public override string ToString() => Role ?? $"no role: {Reason}";
}
