using CognitoPools.Account;

namespace CognitoPools;

/// <summary>One result of the audit.</summary>
public sealed record PoolFinding
{
    /// <summary>The check, such as <c>TrustNoAudience</c>; <c>NotChecked</c> where something could not be read.</summary>
    public string Id { get; internal init; } = null!;

    /// <summary>How grave it is.</summary>
    public PoolFindingSeverity Severity { get; internal init; }

    /// <summary>What became of the check: Found, NotChecked and, with -All, Suppressed and Passed.</summary>
    public PoolFindingStatus Status { get; internal init; }

    /// <summary>The pool's id; null for a finding of the whole account.</summary>
    public string? IdentityPoolId { get; internal init; }

    /// <summary>The pool's name; null for a finding of the whole account.</summary>
    public string? Pool { get; internal init; }

    /// <summary>What it is about: the role, the provider, the rule or the statement.</summary>
    public string Target { get; internal init; } = null!;

    /// <summary>The very setting or statement.</summary>
    public string Evidence { get; internal init; } = null!;

    /// <summary>Why it matters.</summary>
    public string Why { get; internal init; } = null!;

    /// <summary>The commands that repair it; lines that begin with <c>#</c> are comments, and say what no command of the module
    /// can do.</summary>
    public string Remedy { get; internal init; } = null!;

    /// <summary>The page of AWS, or the public research, that the check comes from.</summary>
    public string Reference { get; internal init; } = null!;

    /// <summary>Why it was suppressed, and until when; null for a finding that is not.</summary>
    public string? Suppression { get; internal init; }

    /// <summary>The ids of the checks that could not be made; empty unless the status is NotChecked.</summary>
    internal IReadOnlyList<string> UncheckedIds { get; init; } = [];

    /// <summary>The connection that it was read through.</summary>
    internal AccountConnection? Connection { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Pool is null ? $"{Severity} {Id}: {Target}" : $"{Severity} {Id}: {Pool}, {Target}";
}
